import { machineAccepts } from "./accepts.ts";
import { type RouteRule, rulesOf } from "./rules.ts";
import type { Answer } from "./solve.ts";
import { graphsOf, pathwaysOf, solve } from "./solve.ts";
import type { Structure } from "./structure.ts";
import { buildMachine, isBoundInUse } from "./trackers.ts";

type Bound = Extract<RouteRule, { readonly kind: "bound" }>;

/** The bounds that no set breaks which keeps every other rule: without them the same sets would be valid. */
export function findIdleBounds(structure: Structure, answer: Answer): readonly Bound[] {
  const rules = rulesOf(structure);
  if (!answer.isFeasible) return [];
  return rules
    .filter((rule): rule is Bound => rule.kind === "bound")
    .filter((bound) => isIdle(structure, rules, bound, answer));
}

function isIdle(structure: Structure, rules: readonly RouteRule[], bound: Bound, answer: Answer): boolean {
  const others = rules.filter((rule) => rule !== bound);
  if (canBreakNearby(structure, others, bound, answer)) return false;
  if (!canBreak(structure, others, bound)) return true;
  // Where a unit can be placed in several ways, a set that breaks the bound in one may keep it in another.
  return isAmbiguous(structure) && answer.routes !== null && solve(structure, others).routes === answer.routes;
}

function isAmbiguous({ groups, pathways }: Structure): boolean {
  const listed = groups.flatMap(({ members }) => members);
  return pathways.length > 1 || new Set(listed).size < listed.length;
}

/** Whether a set keeps the other rules and breaks this bound: the bound turned round is one more rule. */
function canBreak(structure: Structure, others: readonly RouteRule[], bound: Bound): boolean {
  const turned: Bound =
    bound.side === "min"
      ? { ...bound, side: "max", limit: bound.limit - 1 }
      : { ...bound, side: "min", limit: bound.limit + 1 };
  if (turned.limit < 0) return false;
  return pathwaysOf(structure)
    .filter((pathway) => isBoundInUse(structure, pathway, bound))
    .some((pathway) => graphsOf(structure, [...others, turned], [pathway])[0]?.isFeasible === true);
}

/**
 * A quick look for such a set: from each extreme route, units that the bound is about are left out (for a minimum) or
 * added (for a maximum) one after another, as long as the other rules allow. Finding none says nothing.
 */
function canBreakNearby(structure: Structure, others: readonly RouteRule[], bound: Bound, answer: Answer): boolean {
  const [pathway = null, ...more] = pathwaysOf(structure);
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
