import type {
  ConstraintShape,
  FrameworkShape,
  InlineUnitShape,
  QualificationShape,
  RangeShape,
} from "../schema/shapes.ts";
import type { Path, SpecFile } from "../source/spec-file.ts";

/** Where a thing of the model is written. */
export interface Origin {
  readonly spec: SpecFile;
  readonly path: Path;
}

/** entry-1 to entry-3, or 1 to 8. */
export type Level = "entry-1" | "entry-2" | "entry-3" | number;

/** What a criterion asks for: knowledge shown, or a skill performed. */
export type CriterionKind = "knowledge" | "skill";

export interface Criterion {
  readonly origin: Origin;
  /** As printed: given, or from position and the unit's numbering. */
  readonly number: string;
  readonly key: string | null;
  /** Inline CommonMark, as are the items of the range. */
  readonly text: string;
  /** Given, or from the stem of the outcome; null where neither tells. */
  readonly kind: CriterionKind | null;
  readonly range: RangeShape | null;
  /** Block CommonMark, as are guidance, task and the minimum of evidence. */
  readonly content: string | null;
  /** For assessors only: never in a learner's paper. */
  readonly guidance: string | null;
  readonly task: string | null;
  readonly evidence: Evidence;
  readonly observation: Observation | null;
  readonly simulation: "allowed" | "forbidden" | null;
  readonly exception: string | null;
  readonly grade: string | null;
  readonly maps: Readonly<Record<string, readonly string[]>>;
}

export interface Evidence {
  /** What stands nearest: on the criterion, its outcome or its unit. */
  readonly methods: readonly string[];
  /** The criterion's own rule on quantity or type; those of the outcome and the unit are printed there. */
  readonly minimum: string | null;
}

export interface Observation {
  readonly occasions: number | null;
  readonly setting: string | null;
}

export interface Outcome {
  readonly origin: Origin;
  readonly number: string;
  readonly key: string | null;
  readonly text: string;
  readonly kind: CriterionKind | null;
  readonly range: RangeShape | null;
  /** The rule on quantity or type of evidence for the whole outcome. */
  readonly evidenceMinimum: string | null;
  readonly criteria: readonly Criterion[];
}

export interface Unit {
  readonly type: "unit";
  readonly origin: Origin;
  /** What the author wrote, for whatever the model need not change. */
  readonly source: InlineUnitShape;
  readonly id: string;
  readonly title: string;
  readonly level: Level | null;
  /** null where there is none and where it is left out, as with the hours. */
  readonly credit: number | null;
  /** Hours. */
  readonly guidedLearningHours: number | null;
  /** Hours. */
  readonly totalUnitTime: number | null;
  readonly outcomes: readonly Outcome[];
  /** Those that it is mapped to, in the order of their first mention, as far as they are known and sound. */
  readonly frameworks: readonly Framework[];
  readonly language: string;
}

/** A unit named by its id. `unit` is null where no such unit is known, or where its file is broken (`isBroken`). */
export interface UnitReference {
  readonly origin: Origin;
  readonly id: string;
  readonly unit: Unit | null;
  readonly isBroken: boolean;
}

export interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

export interface Requirement {
  readonly all: boolean;
  readonly credit: Bounds | null;
  readonly units: Bounds | null;
}

export interface Group {
  readonly origin: Origin;
  readonly id: string;
  readonly title: string;
  readonly require: Requirement;
  readonly units: readonly UnitReference[];
}

export interface Qualification {
  readonly type: "qualification";
  readonly origin: Origin;
  readonly source: QualificationShape;
  readonly id: string;
  readonly title: string;
  readonly levels: readonly Level[];
  readonly credit: number | null;
  /** Hours. */
  readonly guidedLearningHours: number | null;
  /** Hours. */
  readonly totalQualificationTime: number | null;
  readonly groups: readonly Group[];
  readonly constraints: readonly ConstraintShape[];
  /** Every unit that stands in a group, once, in file order. */
  readonly units: readonly Unit[];
  /** The units that are written in the qualification's own file. */
  readonly inlineUnits: readonly Unit[];
  /** Whether every unit that a group names is known and sound: sums over units mean something only then. */
  readonly isComplete: boolean;
  readonly language: string;
}

/** An entry of a framework: a role, a standard, a capability. */
export interface FrameworkNode {
  readonly origin: Origin;
  readonly id: string;
  /** What the entry is, such as role or standard. */
  readonly type: string | null;
  readonly title: string | null;
  /** Block CommonMark. */
  readonly text: string | null;
  /** Ids of entries that a person can move on to. */
  readonly next: readonly string[];
  /** Ids of entries that are said once and shared by several. */
  readonly includes: readonly string[];
  /** Ids of the entries that have taken its place: in the version that replaces this one, else in this file. */
  readonly replacedBy: readonly string[];
  /** The entries that it stands in, the outermost first. */
  readonly within: readonly FrameworkNode[];
}

export interface Framework {
  readonly type: "framework";
  readonly origin: Origin;
  readonly source: FrameworkShape;
  readonly id: string;
  readonly title: string;
  /** The id of the version that this one takes the place of. */
  readonly replaces: string | null;
  /** All entries, at whatever depth, in file order: each before those that stand in it. */
  readonly nodes: readonly FrameworkNode[];
  /** The ids of all nodes, at whatever depth. */
  readonly nodeIds: ReadonlySet<string>;
}

export type Specification = Qualification | Unit | Framework;
