import type { RouteRule } from "./rules.ts";
import type { RouteUnit, Structure } from "./structure.ts";
import { openGroups, type Sum, type Tracker, type View } from "./trackers.ts";

type BoundOf = Extract<RouteRule, { readonly kind: "bound" }>;

/** The bounds in use; the two sides of a bound share one sum. */
export function sumTrackers(view: View, rules: readonly RouteRule[]): readonly Tracker[] {
  const sums = new Map<string, BoundOf[]>();
  for (const rule of rules) {
    if (rule.kind !== "bound" || !isBoundInUse(view.structure, view.pathway, rule)) continue;
    const key = `${rule.of} ${rule.index} ${rule.measure}`;
    sums.set(key, [...(sums.get(key) ?? []), rule]);
  }
  return [...sums.values()].map((sides) => sumTracker(view, sides));
}

/** Whether a bound means anything on a pathway: its group is open, its constraint is not another pathway's. */
export function isBoundInUse(structure: Structure, pathway: string | null, rule: BoundOf): boolean {
  if (rule.of === "group") return openGroups(structure, pathway).includes(rule.index);
  const only = structure.constraints[rule.index]?.pathway ?? null;
  return only === null || only === pathway;
}

/** Sums beyond the minimum are all alike where nothing forbids them; sums beyond the maximum are dead. */
function sumTracker(view: View, sides: readonly BoundOf[]): Tracker {
  const [first] = sides;
  if (first === undefined) throw new Error("a sum without bounds");
  const limits = (side: BoundOf["side"]) => sides.flatMap((one) => (one.side === side ? [one.limit] : []));
  const min = Math.max(0, ...limits("min"));
  const lowest = Math.min(Number.POSITIVE_INFINITY, ...limits("max"));
  const weigh = weights(view, first);
  const heaviest = (id: string) => Math.max(0, ...(view.groupsOf.get(id) ?? []).map((group) => weigh(id, group)));
  const touches = [...view.offered].filter((id) => heaviest(id) > 0);
  const total = touches.reduce((sum, id) => sum + heaviest(id), 0);
  const max = lowest >= total ? Number.POSITIVE_INFINITY : lowest;
  const top = Math.min(total, max === Number.POSITIVE_INFINITY ? min : max);
  return {
    size: top + 1,
    start: 0,
    touches: new Set(touches),
    step: (value, unit, group) => {
      if (group === null) return value;
      const sum = value + weigh(unit, group);
      return sum > max ? -1 : Math.min(sum, top);
    },
    isMet: (value) => value >= min,
    sum: { min, max, weigh },
  };
}

/** What a unit that is placed in a group adds to a bound. */
export function weights({ structure, units, equals }: View, { of, index, measure }: BoundOf): Sum["weigh"] {
  const amount = (unit: RouteUnit | undefined) => (measure === "units" ? 1 : (unit?.credit ?? 0));
  if (of === "group") return (id, group) => (group === index ? amount(units.get(id)) : 0);
  const { atLevel = null, groups = null, from = null } = structure.constraints[index] ?? {};
  const named = from === null ? null : new Set(from.flatMap(equals));
  return (id, group) => {
    const unit = units.get(id);
    if (groups !== null && !groups.includes(structure.groups[group]?.id ?? "")) return 0;
    if (named !== null && !named.has(id)) return 0;
    if (atLevel !== null && !isWithin(unit?.level ?? null, atLevel)) return 0;
    return amount(unit);
  };
}

function isWithin(
  level: number | null,
  { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY }: { min?: number; max?: number },
): boolean {
  return level !== null && level >= min && level <= max;
}
