import { machineAccepts } from "./accepts.ts";
import { TooManyEdges } from "./graph.ts";
import { type RouteRule, rulesOf } from "./rules.ts";
import type { Answer } from "./solve.ts";
import { countRoutes, isFeasible, pathwaysOf } from "./solve.ts";
import type { Structure } from "./structure.ts";
import { isBoundInUse } from "./sums.ts";
import { buildMachine } from "./trackers.ts";

type Bound = Extract<RouteRule, { readonly kind: "bound" }>;

/** The bounds that no set breaks which keeps every other rule: without them the same sets would be valid. */
export function findIdleBounds(
  structure: Structure,
  answer: Answer,
  pathways: readonly (string | null)[] = pathwaysOf(structure),
): readonly Bound[] {
  if (!answer.isFeasible) return [];
  const rules = rulesOf(structure);
  return rules
    .filter((rule): rule is Bound => rule.kind === "bound")
    .filter((bound) =>
      isProvedIdle({ structure, others: rules.filter((rule) => rule !== bound), pathways }, bound, answer),
    );
}

/** What is left of the rules without a bound, on some of the pathways. */
interface Rest {
  readonly structure: Structure;
  readonly others: readonly RouteRule[];
  readonly pathways: readonly (string | null)[];
}

/** A bound of which nothing can be said within the limits is not called idle. */
function isProvedIdle(rest: Rest, bound: Bound, answer: Answer): boolean {
  try {
    return isIdle(rest, bound, answer);
  } catch (error) {
    if (error instanceof TooManyEdges) return false;
    throw error;
  }
}

function isIdle(rest: Rest, bound: Bound, answer: Answer): boolean {
  if (canBreakNearby(rest, bound, answer)) return false;
  if (!canBreak(rest, bound)) return true;
  // Where a unit can be placed in several ways, a set that breaks the bound in one may keep it in another.
  const { structure, others, pathways } = rest;
  return isAmbiguous(rest) && answer.routes !== null && countRoutes(structure, others, pathways) === answer.routes;
}

function isAmbiguous({ structure: { groups }, pathways }: Rest): boolean {
  const listed = groups.flatMap(({ members }) => members);
  return pathways.length > 1 || new Set(listed).size < listed.length;
}

/** Whether a set keeps the other rules and breaks this bound: the bound turned round is one more rule. */
function canBreak({ structure, others, pathways }: Rest, bound: Bound): boolean {
  const turned: Bound =
    bound.side === "min"
      ? { ...bound, side: "max", limit: bound.limit - 1 }
      : { ...bound, side: "min", limit: bound.limit + 1 };
  if (turned.limit < 0) return false;
  const concerned = pathways.filter((pathway) => isBoundInUse(structure, pathway, bound));
  return isFeasible(structure, [...others, turned], concerned);
}

/**
 * A quick look for such a set: from each extreme route, units that the bound is about are left out (for a minimum) or
 * added (for a maximum) one after another, as long as the other rules allow. Finding none says nothing.
 */
function canBreakNearby({ structure, others, pathways }: Rest, bound: Bound, answer: Answer): boolean {
  const [pathway = null, ...more] = pathways;
  if (more.length > 0 || !isBoundInUse(structure, pathway, bound)) return false;
  const loose = buildMachine(structure, others, pathway);
  const strict = buildMachine(structure, [...others, bound], pathway);
  const concerned = buildMachine(structure, [bound], pathway).trackers.at(-1)?.touches ?? new Set();
  const isMin = bound.side === "min";
  const extremes = isMin ? [answer.highest, answer.lowest] : [answer.lowest, answer.highest];
  return extremes.some((one) => {
    const set = new Set(one.credit?.units ?? one.totalUnitTime?.units ?? []);
    return [...concerned].some((unit) => {
      if (set.has(unit) !== isMin) return false;
      if (isMin) set.delete(unit);
      else set.add(unit);
      if (machineAccepts(loose, set)) return !machineAccepts(strict, set);
      if (isMin) set.add(unit);
      else set.delete(unit);
      return false;
    });
  });
}
