import { TooManyEdges } from "./graph.ts";
import { type Limits, usualLimits } from "./limits.ts";
import { rulesOf } from "./rules.ts";
import { isFeasible, pathwaysOf, routesUnder } from "./solve.ts";
import type { Structure } from "./structure.ts";

/** How much of the routes meets a set of units: each route holds one of them, some routes do, none does; or it takes too long to find out. */
export type Cover = "every" | "some" | "none" | "unknown";

/**
 * Which routes of a structure hold at least one unit of a set, for each of several sets; null where there is no route at
 * all, of which nothing could be said. That all of them do is found by asking whether there is a route without these units.
 */
export function coverUnits(
  structure: Structure,
  sets: readonly (readonly string[])[],
  limits: Limits = usualLimits,
): readonly Cover[] | null {
  const rules = rulesOf(structure);
  const pathways = pathwaysOf(structure);
  const known = new Map<string, Cover>();
  try {
    const routes = routesUnder(structure, rules, pathways, limits);
    const open = pathways.filter((_, at) => routes[at]?.isFeasible === true);
    if (open.length === 0) return null;
    const coverOf = (set: readonly string[]): Cover => {
      const feasible = routes.filter(({ isFeasible: can }) => can);
      const chosen = set.filter((unit) => feasible.some(({ has }) => has(unit, true)));
      if (chosen.length === 0) return "none";
      // Pathways that one unit alone does not settle.
      const undecided = open.filter((_, at) => chosen.every((unit) => feasible[at]?.has(unit, false) === true));
      if (undecided.length === 0) return "every";
      const left = chosen.map((unit) => ({ kind: "left" as const, unit, at: "" }));
      const isSingle = chosen.length === 1;
      return isSingle || isFeasible(structure, [...rules, ...left], undecided, limits) ? "some" : "every";
    };
    return sets.map((set) => {
      const key = [...set].sort().join("\n");
      const cover = known.get(key) ?? attempted(() => coverOf(set));
      known.set(key, cover);
      return cover;
    });
  } catch (error) {
    if (error instanceof TooManyEdges) return sets.map(() => "unknown");
    throw error;
  }
}

function attempted(work: () => Cover): Cover {
  try {
    return work();
  } catch (error) {
    if (error instanceof TooManyEdges) return "unknown";
    throw error;
  }
}
