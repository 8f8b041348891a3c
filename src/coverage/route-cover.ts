import { structureOf } from "../model/route-structure.ts";
import type { Qualification } from "../model/types.ts";
import { coverUnits } from "../routes/cover-units.ts";
import type { CoveredNode, FrameworkCoverage } from "./cover.ts";

/** What of a framework a learner has met, whichever route they take through a qualification. Only counted entries are told. */
export interface QualificationCoverage {
  readonly qualification: Qualification;
  /** Whatever a learner chooses, one of their units addresses these. */
  readonly everyRoute: readonly CoveredNode[];
  /** Of these it depends on the choice. */
  readonly someRoutes: readonly CoveredNode[];
  /** No learner meets these. */
  readonly noRoute: readonly CoveredNode[];
  /** It cannot be said of these. */
  readonly unknown: readonly CoveredNode[];
  /** Why it cannot be said; null where it can. */
  readonly reason: UnknownRoutes | null;
}

/** Units are missing or broken; there is no route; it takes more steps than are allowed. */
export type UnknownRoutes = "incomplete" | "no-route" | "too-large";

/** The entries of a framework by how much of a qualification's routes address them: exact, by its rules of combination. */
export function coverRoutes(qualification: Qualification, { nodes }: FrameworkCoverage): QualificationCoverage {
  const counted = nodes.filter(({ isCounted }) => isCounted);
  const sets = counted.map(({ units }) =>
    units.filter(({ qualifications }) => qualifications.includes(qualification)).map(({ unit }) => unit.id),
  );
  const nothing = { qualification, everyRoute: [], someRoutes: [], noRoute: [], unknown: [], reason: null };
  // What no unit addresses, no route does, whatever the rules say.
  if (qualification.isComplete && sets.every((set) => set.length === 0)) return { ...nothing, noRoute: counted };
  const covers = qualification.isComplete ? coverUnits(structureOf(qualification), sets) : null;
  if (covers === null) {
    return { ...nothing, unknown: counted, reason: qualification.isComplete ? "no-route" : "incomplete" };
  }
  const those = (cover: (typeof covers)[number]) => counted.filter((_, at) => covers[at] === cover);
  const unknown = those("unknown");
  return {
    qualification,
    everyRoute: those("every"),
    someRoutes: those("some"),
    noRoute: those("none"),
    unknown,
    reason: unknown.length === 0 ? null : "too-large",
  };
}

/** Entries that count as covered though no learner can meet them: their units are in no qualification, or in no route of one. */
export function unreachedIn(
  { nodes }: FrameworkCoverage,
  qualifications: readonly QualificationCoverage[],
): readonly CoveredNode[] {
  // Who writes units alone leaves it to others what they are put into.
  if (qualifications.length === 0) return [];
  const met = new Set(
    qualifications.flatMap(({ everyRoute, someRoutes, unknown }) => [...everyRoute, ...someRoutes, ...unknown]),
  );
  return nodes.filter((one) => one.isCounted && one.isCovered && !met.has(one));
}
