import type { RouteRule } from "./rules.ts";
import type { Tracker, View } from "./trackers.ts";

/** What demands on named units have to remember. */
export function relationTrackers(view: View, rules: readonly RouteRule[]): readonly Tracker[] {
  return [...rules.flatMap((rule) => relationTracker(view, rule)), ...needTrackers(view, rules)];
}

function relationTracker(view: View, rule: RouteRule): readonly Tracker[] {
  switch (rule.kind) {
    case "all":
      return view.open.includes(rule.group) ? allTrackers(view, rule.group) : [];
    case "barred":
    case "equivalent":
      return [atMostOne(new Set(rule.set.filter((id) => view.offered.has(id))))];
    case "corequisite":
      return togetherTrackers(view, rule.set);
    case "taken":
      return [takenTracker(view, rule.unit)];
    case "left":
      return [leftTracker(view, rule.unit)];
    default:
      return [];
  }
}

/** Each unit of the group is placed in it, or one that counts as it is in the route. */
function allTrackers({ structure, equals, offered }: View, group: number): readonly Tracker[] {
  return (structure.groups[group]?.members ?? []).map((id) => {
    const others = equals(id).filter((other) => other !== id);
    return {
      size: 2,
      start: 0,
      touches: new Set([id, ...others].filter((one) => offered.has(one))),
      step: (value, unit, placed) =>
        placed !== null && (unit === id ? placed === group : others.includes(unit)) ? 1 : value,
      isMet: (value) => value === 1,
      sum: null,
    };
  });
}

function atMostOne(set: ReadonlySet<string>): Tracker {
  return {
    size: 2,
    start: 0,
    touches: set,
    step: (value, _, group) => (group === null ? value : value === 1 ? -1 : 1),
    isMet: () => true,
    sum: null,
  };
}

/**
 * Prerequisites. Those that are met by the same units are one demand, and so are those of one unit that are each met by one
 * unit only: fifty units that need the same one have two things to remember, not fifty.
 */
function needTrackers({ equals, offered }: View, rules: readonly RouteRule[]): readonly Tracker[] {
  const needs = rules.flatMap((rule) => {
    if (rule.kind !== "prerequisite" || !offered.has(rule.unit)) return [];
    return [{ unit: rule.unit, options: equals(rule.needs).filter((id) => id !== rule.unit && offered.has(id)) }];
  });
  const byOptions = [...groupBy(needs, ({ options }) => [...options].sort().join()).values()];
  const isAlone = (same: typeof needs) => same.length === 1 && same[0]?.options.length === 1;
  const alone = groupBy(byOptions.filter(isAlone).flat(), ({ unit }) => unit);
  return [
    ...byOptions
      .filter((same) => !isAlone(same))
      .map((same) => anyNeeds(new Set(same.map(({ unit }) => unit)), same[0]?.options ?? [])),
    ...[...alone].map(([unit, own]) => needsEach(unit, new Set(own.flatMap(({ options }) => options)))),
  ];
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

const taken = 1;
const seen = 2;

/** None of the units is in the route, or one of the options is. */
function anyNeeds(units: ReadonlySet<string>, options: readonly string[]): Tracker {
  return {
    size: 4,
    start: 0,
    touches: new Set([...units, ...options]),
    step: (value, id, group) => {
      if (group === null) return value;
      return value | (units.has(id) ? taken : 0) | (options.includes(id) ? seen : 0);
    },
    isMet: (value) => value !== taken,
    sum: null,
  };
}

/** The unit is not in the route, or all the others are: once one is left out, the unit is; once it is taken, none is. */
function needsEach(unit: string, others: ReadonlySet<string>): Tracker {
  const missing = 2;
  return {
    size: 3,
    start: 0,
    touches: new Set([unit, ...others]),
    step: (value, id, group) => {
      if (id === unit) return group === null ? value : value === missing ? -1 : taken;
      if (group !== null) return value;
      return value === taken ? -1 : missing;
    },
    isMet: () => true,
    sum: null,
  };
}

/** Every one of the set (or one that counts as it) is in the route, or none. Each is held against one of them. */
function togetherTrackers({ equals, offered }: View, set: readonly string[]): readonly Tracker[] {
  const classes = [...new Set(set)].map((id) => equals(id)).sort((a, b) => a.length - b.length);
  const alone = classes.filter(({ length }) => length === 1).flat();
  const [first = [], ...others] = classes;
  return [
    ...(alone.length > 1 ? [allOrNone(alone, offered)] : []),
    ...others.filter(({ length }) => length > 1).map((other) => bothOrNeither(first, other, offered)),
  ];
}

function allOrNone(set: readonly string[], offered: ReadonlySet<string>): Tracker {
  const left = 2;
  return {
    size: 3,
    start: set.every((id) => offered.has(id)) ? 0 : left,
    touches: new Set(set.filter((id) => offered.has(id))),
    step: (value, _, group) => {
      const now = group === null ? left : taken;
      return value === 0 || value === now ? now : -1;
    },
    isMet: () => true,
    sum: null,
  };
}

function bothOrNeither(one: readonly string[], other: readonly string[], offered: ReadonlySet<string>): Tracker {
  return {
    size: 4,
    start: 0,
    touches: new Set([...one, ...other].filter((id) => offered.has(id))),
    step: (value, id, group) => {
      if (group === null) return value;
      return value | (one.includes(id) ? 1 : 0) | (other.includes(id) ? 2 : 0);
    },
    isMet: (value) => value === 0 || value === 3,
    sum: null,
  };
}

function takenTracker({ offered }: View, unit: string): Tracker {
  return {
    size: 2,
    start: 0,
    touches: new Set([unit].filter((id) => offered.has(id))),
    step: (_, __, group) => (group === null ? 0 : 1),
    isMet: (value) => value === 1,
    sum: null,
  };
}

function leftTracker({ offered }: View, unit: string): Tracker {
  return {
    size: 1,
    start: 0,
    touches: new Set([unit].filter((id) => offered.has(id))),
    step: (value, _, group) => (group === null ? value : -1),
    isMet: () => true,
    sum: null,
  };
}
