import { machineAccepts } from "./accepts.ts";
import { type RouteRule, rulesOf } from "./rules.ts";
import type { Answer } from "./solve.ts";
import { graphsOf, pathwaysOf, solve } from "./solve.ts";
import { figures, type Structure } from "./structure.ts";
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

/** A quick look for such a set near the extreme routes; finding none says nothing. */
function canBreakNearby(structure: Structure, others: readonly RouteRule[], bound: Bound, answer: Answer): boolean {
  if (pathwaysOf(structure).length > 1) return false;
  const [pathway = null] = pathwaysOf(structure);
  const loose = buildMachine(structure, others, pathway);
  const strict = buildMachine(structure, [...others, bound], pathway);
  const extremes = bound.side === "min" ? answer.lowest : answer.highest;
  return figures.some((figure) => {
    const start = extremes[figure]?.units ?? [];
    const candidates =
      bound.side === "min" ? start : structure.units.map(({ id }) => id).filter((id) => !start.includes(id));
    let set = new Set(start);
    for (const unit of candidates) {
      const changed = new Set(set);
      if (bound.side === "min") changed.delete(unit);
      else changed.add(unit);
      if (!machineAccepts(loose, changed)) continue;
      if (!machineAccepts(strict, changed)) return true;
      set = changed;
    }
    return false;
  });
}
