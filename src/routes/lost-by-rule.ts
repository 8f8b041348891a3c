import { accepts } from "./accepts.ts";
import type { Breach } from "./breaches.ts";
import { betterOf } from "./extremes.ts";
import { TooManyEdges } from "./graph.ts";
import type { Limits } from "./limits.ts";
import { rulesOf } from "./rules.ts";
import { isFeasible, pathwaysOf, routesUnder } from "./solve.ts";
import type { Structure } from "./structure.ts";

/** A route of one structure that is none of the other; or the proof that there is none. */
export interface LostByRule {
  readonly example: readonly string[] | null;
  readonly isProved: boolean;
}

/** More questions than this take longer than the answer is worth. */
const mostQuestions = 60;

/**
 * Asks of each rule that a structure of now has, and the former one had not, whether a former route breaks it. That says all
 * where each unit has one place, and so a set is valid when no rule forbids it. null where it cannot be asked so.
 */
export function lostByRule(
  before: Structure,
  breaches: readonly Breach[] | null,
  after: Structure,
  limits: Limits,
): LostByRule | null {
  if (breaches === null || breaches.length > mostQuestions) return null;
  let isProved = true;
  for (const breach of breaches) {
    try {
      const example = routeThatBreaks(before, breach, limits);
      if (example === null) continue;
      const isLost = !accepts(after, rulesOf(after), pathwaysOf(after), new Set(example));
      if (isLost) return { example, isProved: true };
    } catch (error) {
      if (!(error instanceof TooManyEdges)) throw error;
    }
    isProved = false;
  }
  return { example: null, isProved };
}

/** The one with the fewest units; null where there is none. @throws TooManyEdges */
function routeThatBreaks(before: Structure, breach: Breach, limits: Limits): readonly string[] | null {
  const broken = { ...before, constraints: [...before.constraints, ...breach] };
  const [rules, pathways] = [rulesOf(broken), pathwaysOf(broken)];
  if (!isFeasible(broken, rules, pathways, limits)) return null;
  const fileOrder = before.units.map(({ id }) => id);
  const found = routesUnder(broken, rules, pathways, limits)
    .filter(({ isFeasible: can }) => can)
    .map((routes) => routes.extreme(() => 1, 1))
    .reduce((best, one) => betterOf(best, one, 1, fileOrder), null);
  if (found === null) throw new TooManyEdges();
  return found.units;
}
