import type { RouteRule } from "./rules.ts";
import type { Tracker, View } from "./trackers.ts";

/**
 * Units that need each other in a circle can never all be achieved before one another. Where no unit counts as another, a
 * unit on a circle is never achieved at all; where some do, a circle is avoided by taking what counts as one of its units.
 */
export function circleTrackers({ equals, offered }: View, rules: readonly RouteRule[]): readonly Tracker[] {
  const needs = new Map<string, (readonly string[])[]>();
  for (const rule of rules) {
    if (rule.kind !== "prerequisite" || !offered.has(rule.unit)) continue;
    const options = equals(rule.needs).filter((id) => offered.has(id));
    needs.set(rule.unit, [...(needs.get(rule.unit) ?? []), options]);
  }
  if (needs.size === 0) return [];
  const achievable = achievableFrom(offered, needs);
  const never = [...needs.keys()].filter((id) => !achievable.has(id));
  const next = withoutEnds(
    new Map(
      [...needs].flatMap(([id, all]) =>
        achievable.has(id) ? [[id, all.flat().filter((one) => achievable.has(one))]] : [],
      ),
    ),
  );
  return [...never.map((id) => [id]), ...circlesIn(next)].map(notAllOf);
}

/** The units that can be achieved at all, one after another, if every other one may be taken too. */
function achievableFrom(
  offered: ReadonlySet<string>,
  needs: ReadonlyMap<string, readonly (readonly string[])[]>,
): ReadonlySet<string> {
  const achievable = new Set([...offered].filter((id) => !needs.has(id)));
  for (let before = -1; before < achievable.size; ) {
    before = achievable.size;
    for (const [id, all] of needs) {
      if (all.every((options) => options.some((one) => one !== id && achievable.has(one)))) achievable.add(id);
    }
  }
  return achievable;
}

/** Only what leads on and on: elsewhere there is no circle to look for. */
function withoutEnds(next: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, readonly string[]> {
  const kept = new Map<string, readonly string[]>();
  for (const [id, all] of next) {
    const on = all.filter((one) => next.has(one));
    if (on.length > 0) kept.set(id, on);
  }
  return kept.size === next.size ? kept : withoutEnds(kept);
}

function notAllOf(units: readonly string[]): Tracker {
  return {
    size: 2,
    start: 1,
    touches: new Set(units),
    step: (value, _, group) => (group === null ? 0 : value),
    isMet: (value) => value === 0,
    sum: null,
  };
}

/** Every simple circle of a small graph, once, from its first unit in the order of the graph. */
function circlesIn(next: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const order = [...next.keys()];
  const found: string[][] = [];
  const follow = (start: number, path: readonly string[]) => {
    for (const id of new Set(next.get(path.at(-1) ?? "") ?? [])) {
      if (id === path[0]) found.push([...path]);
      else if (order.indexOf(id) > start && !path.includes(id)) follow(start, [...path, id]);
    }
  };
  order.forEach((id, start) => {
    follow(start, [id]);
  });
  return found;
}
