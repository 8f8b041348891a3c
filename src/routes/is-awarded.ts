import { accepts } from "./accepts.ts";
import { routeWithin } from "./choice.ts";
import { TooManyEdges } from "./graph.ts";
import { rulesOf } from "./rules.ts";
import { pathwaysOf } from "./solve.ts";
import type { Structure } from "./structure.ts";

/** Whether a valid set of units lies within those that a learner has achieved; null where the rules are too large to say. */
export function isAwarded(structure: Structure, achieved: readonly string[]): boolean | null {
  try {
    const isValid = accepts(structure, rulesOf(structure), pathwaysOf(structure), new Set(achieved));
    return isValid || routeWithin(structure, achieved) !== null;
  } catch (error) {
    if (error instanceof TooManyEdges) return null;
    throw error;
  }
}
