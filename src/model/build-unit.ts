import type { CriterionShape, EvidenceShape, InlineUnitShape, OutcomeShape } from "../schema/shapes.ts";
import type { SpecFile } from "../source/spec-file.ts";
import { criterionNumber, outcomeNumber } from "./numbering.ts";
import { kindOfStem } from "./stems.ts";
import type { Criterion, Evidence, Framework, Origin, Outcome, Unit } from "./types.ts";
import { mappedFrameworks } from "./written-maps.ts";

/** What a mapping leads to: the framework, or nothing that can be relied on. */
export type FindFramework = (id: string) => Framework | null;

/** A unit from data that has its shape; `path` is where it stands in its file. */
export function buildUnit(
  spec: SpecFile,
  path: Origin["path"],
  source: InlineUnitShape,
  language: string,
  findFramework: FindFramework = () => null,
): Unit {
  return {
    type: "unit",
    origin: { spec, path },
    source,
    id: source.id,
    title: source.title,
    level: (source.level ?? null) as Unit["level"],
    credit: amount(source.credit),
    guidedLearningHours: amount(source.guidedLearningHours),
    totalUnitTime: amount(source.totalUnitTime),
    outcomes: source.learningOutcomes.map((outcome, position) =>
      buildOutcome({ spec, path: [...path, "learningOutcomes", position] }, source, outcome, position),
    ),
    frameworks: mappedFrameworks(source).flatMap((id) => findFramework(id) ?? []),
    language: source.language ?? language,
  };
}

/** A figure as a number; null for `none` and for a figure that is left out. */
export function amount(figure: number | "none" | undefined): number | null {
  return typeof figure === "number" ? figure : null;
}

function buildOutcome(origin: Origin, unit: InlineUnitShape, source: OutcomeShape, position: number): Outcome {
  const number = source.number ?? outcomeNumber(unit.numbering, position);
  const kind = kindOfStem(source.outcome);
  const criteria = (source.assessmentCriteria ?? []).map((written, place) => {
    const criterion = typeof written === "string" ? { criterion: written } : written;
    const here = { spec: origin.spec, path: [...origin.path, "assessmentCriteria", place] };
    const printed = criterion.number ?? criterionNumber(unit.numbering, place, number);
    return buildCriterion(here, unit, source, criterion, printed, kind);
  });
  return {
    origin,
    number,
    key: source.key ?? null,
    text: source.outcome,
    kind,
    range: source.range ?? null,
    evidenceMinimum: source.evidence?.minimum ?? null,
    criteria,
  };
}

function buildCriterion(
  origin: Origin,
  unit: InlineUnitShape,
  outcome: OutcomeShape,
  source: Exclude<CriterionShape, string>,
  number: string,
  stemKind: Outcome["kind"],
): Criterion {
  const kind = source.kind ?? stemKind;
  const observation = source.observation ?? outcome.observation ?? unit.assessment?.observation;
  return {
    origin,
    number,
    key: source.key ?? null,
    text: source.criterion,
    kind,
    range: source.range ?? null,
    content: source.content ?? null,
    guidance: source.guidance ?? null,
    task: source.task ?? null,
    evidence: nearestEvidence(source.evidence, outcome.evidence, unit),
    // An observation rule that is inherited speaks of performance; one on the criterion itself means that criterion.
    observation:
      observation === undefined || (kind === "knowledge" && source.observation === undefined)
        ? null
        : { occasions: observation.occasions ?? null, setting: observation.setting ?? null },
    simulation: source.simulation ?? outcome.simulation ?? unit.assessment?.simulation ?? null,
    exception: source.exception ?? null,
    grade: source.grade ?? null,
    maps: source.maps ?? outcome.maps ?? unit.assessment?.maps ?? {},
  };
}

function nearestEvidence(
  own: EvidenceShape | undefined,
  outcome: EvidenceShape | undefined,
  unit: InlineUnitShape,
): Evidence {
  const ofUnit = unit.assessment;
  return {
    methods: own?.methods ?? outcome?.methods ?? ofUnit?.evidence?.methods ?? ofUnit?.methods ?? [],
    minimum: own?.minimum ?? null,
  };
}
