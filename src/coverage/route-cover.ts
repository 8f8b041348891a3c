import { structureOf } from "../model/route-structure.ts";
import type { Qualification } from "../model/types.ts";
import { type Cover, coverUnits } from "../routes/cover-units.ts";
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
export function coverRoutes(qualification: Qualification, coverage: FrameworkCoverage): QualificationCoverage {
  const [only] = coverAllRoutes(qualification, [coverage]);
  if (only === undefined) throw new Error("a framework is told of");
  return only;
}

/** The same of several frameworks, in their order: the routes of the qualification are looked at once. */
export function coverAllRoutes(
  qualification: Qualification,
  coverages: readonly FrameworkCoverage[],
): readonly QualificationCoverage[] {
  const asked = coverages.map(({ nodes }) => {
    const counted = nodes.filter(({ isCounted }) => isCounted);
    return { counted, sets: counted.map((one) => unitsFor(one, qualification)) };
  });
  const sets = asked.flatMap((one) => one.sets);
  // What no unit addresses, no route does, whatever the rules say.
  const isNothing = sets.every((set) => set.length === 0);
  const covers = !isNothing && qualification.isComplete ? coverUnits(structureOf(qualification), sets) : null;
  let at = 0;
  return asked.map(({ counted, sets: own }) => {
    const nothing = { qualification, everyRoute: [], someRoutes: [], noRoute: [], unknown: [], reason: null };
    const found = covers?.slice(at, at + own.length);
    at += own.length;
    if (qualification.isComplete && own.every((set) => set.length === 0)) return { ...nothing, noRoute: counted };
    if (found === undefined) {
      return { ...nothing, unknown: counted, reason: qualification.isComplete ? "no-route" : "incomplete" };
    }
    const those = (cover: Cover) => counted.filter((_, place) => found[place] === cover);
    const unknown = those("unknown");
    return {
      qualification,
      everyRoute: those("every"),
      someRoutes: those("some"),
      noRoute: those("none"),
      unknown,
      reason: unknown.length === 0 ? null : "too-large",
    };
  });
}

/** The ids of those of its units that address an entry. */
function unitsFor({ units }: CoveredNode, qualification: Qualification): readonly string[] {
  return units.filter(({ qualifications }) => qualifications.includes(qualification)).map(({ unit }) => unit.id);
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
