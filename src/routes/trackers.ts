import type { RouteRule } from "./rules.ts";
import type { RouteGroup, RouteUnit, Structure } from "./structure.ts";

/**
 * What has to be remembered about one demand while units are taken or left one after another: a small number, from 0 to
 * `size` - 1. It matters only from the first unit that touches it to the last.
 */
export interface Tracker {
  readonly size: number;
  readonly start: number;
  /** The units that change it. */
  readonly touches: ReadonlySet<string>;
  /** The number after a unit is placed in a group (by index), or left out (null); -1 where no route can go on from there. */
  readonly step: (value: number, unit: string, group: number | null) => number;
  /** Whether the demand is met when no unit that touches it is left. */
  readonly isMet: (value: number) => boolean;
}

/** One pathway's view of a structure: the groups in use, and what each demand has to remember. */
export interface Machine {
  readonly pathway: string | null;
  /** By unit id: the groups in use that list it. */
  readonly groupsOf: ReadonlyMap<string, readonly number[]>;
  readonly trackers: readonly Tracker[];
}

/** The machine of a pathway (null: all groups are in use) under some of the rules. */
export function buildMachine(structure: Structure, rules: readonly RouteRule[], pathway: string | null): Machine {
  const open = openGroups(structure, pathway);
  const groupsOf = new Map<string, number[]>();
  for (const index of open) {
    for (const id of structure.groups[index]?.members ?? []) groupsOf.set(id, [...(groupsOf.get(id) ?? []), index]);
  }
  const context: Context = { structure, pathway, open, offered: new Set(groupsOf.keys()), equals: equalsOf(structure) };
  const trackers = [
    notEmpty(context),
    ...sumTrackers(context, rules),
    ...rules.flatMap((rule) => relationTrackers(context, rule)),
    ...circleTrackers(context, rules),
  ];
  return { pathway, groupsOf, trackers };
}

interface Context {
  readonly structure: Structure;
  readonly pathway: string | null;
  readonly open: readonly number[];
  /** The units that a group in use lists. */
  readonly offered: ReadonlySet<string>;
  /** A unit and those that count as it. */
  readonly equals: (id: string) => readonly string[];
}

function openGroups({ groups, pathways }: Structure, pathway: string | null): readonly number[] {
  const all = groups.map((_, index) => index);
  const used = pathways.find(({ id }) => id === pathway)?.groups;
  return used === undefined ? all : all.filter((index) => used.includes(groups[index]?.id ?? ""));
}

function equalsOf({ equivalent }: Structure): Context["equals"] {
  return (id) => [...new Set([id, ...equivalent.filter((set) => set.includes(id)).flat()])];
}

/** A route holds at least one unit. */
function notEmpty({ offered }: Context): Tracker {
  return {
    size: 2,
    start: 0,
    touches: offered,
    step: (value, _, group) => (group === null ? value : 1),
    isMet: (value) => value === 1,
  };
}

type BoundOf = Extract<RouteRule, { readonly kind: "bound" }>;

/** The two sides of a bound share one sum. */
function sumTrackers(context: Context, rules: readonly RouteRule[]): readonly Tracker[] {
  const sums = new Map<string, BoundOf[]>();
  for (const rule of rules) {
    if (rule.kind !== "bound" || !isBoundInUse(context.structure, context.pathway, rule)) continue;
    const key = `${rule.of} ${rule.index} ${rule.measure}`;
    sums.set(key, [...(sums.get(key) ?? []), rule]);
  }
  return [...sums.values()].map((sides) => sumTracker(context, sides));
}

/** Whether a bound means anything on a pathway: its group is open, its constraint is not another pathway's. */
export function isBoundInUse(structure: Structure, pathway: string | null, rule: BoundOf): boolean {
  if (rule.of === "group") return openGroups(structure, pathway).includes(rule.index);
  const only = structure.constraints[rule.index]?.pathway ?? null;
  return only === null || only === pathway;
}

/** Sums beyond the minimum are all alike where nothing forbids them; sums beyond the maximum are dead. */
function sumTracker(context: Context, sides: readonly BoundOf[]): Tracker {
  const [first] = sides;
  if (first === undefined) throw new Error("a sum without bounds");
  const min = Math.max(0, ...sides.flatMap(({ side, limit }) => (side === "min" ? [limit] : [])));
  const max = Math.min(
    Number.POSITIVE_INFINITY,
    ...sides.flatMap(({ side, limit }) => (side === "max" ? [limit] : [])),
  );
  const weigh = weights(context, first);
  const top = max === Number.POSITIVE_INFINITY ? min : max;
  return {
    size: top + 1,
    start: 0,
    touches: new Set([...context.offered].filter((id) => context.open.some((group) => weigh(id, group) > 0))),
    step: (value, unit, group) => {
      if (group === null) return value;
      const sum = value + weigh(unit, group);
      return sum > max ? -1 : Math.min(sum, top);
    },
    isMet: (value) => value >= min,
  };
}

/** What a unit that is placed in a group adds to a bound. */
function weights(
  { structure, equals }: Context,
  { of, index, measure }: BoundOf,
): (id: string, group: number) => number {
  const byId = new Map(structure.units.map((unit) => [unit.id, unit]));
  const amount = (unit: RouteUnit) => (measure === "units" ? 1 : (unit.credit ?? 0));
  if (of === "group") {
    return (id, group) =>
      group === index && isMember(structure.groups[group], id) ? amountOf(byId.get(id), amount) : 0;
  }
  const { atLevel = null, groups = null, from = null } = structure.constraints[index] ?? {};
  const named = from === null ? null : new Set(from.flatMap(equals));
  return (id, group) => {
    const unit = byId.get(id);
    if (unit === undefined || !isMember(structure.groups[group], id)) return 0;
    if (groups !== null && !groups.includes(structure.groups[group]?.id ?? "")) return 0;
    if (named !== null && !named.has(id)) return 0;
    if (atLevel !== null && !isWithin(unit.level, atLevel)) return 0;
    return amount(unit);
  };
}

function isMember(group: RouteGroup | undefined, id: string): boolean {
  return group?.members.includes(id) === true;
}

function amountOf(unit: RouteUnit | undefined, amount: (unit: RouteUnit) => number): number {
  return unit === undefined ? 0 : amount(unit);
}

function isWithin(
  level: number | null,
  { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY }: { min?: number; max?: number },
): boolean {
  return level !== null && level >= min && level <= max;
}

function relationTrackers(context: Context, rule: RouteRule): readonly Tracker[] {
  switch (rule.kind) {
    case "all":
      return context.open.includes(rule.group) ? allTrackers(context, rule.group) : [];
    case "barred":
    case "equivalent":
      return [atMostOne(new Set(rule.set.filter((id) => context.offered.has(id))))];
    case "prerequisite":
      return [needTracker(context, rule.unit, rule.needs)];
    case "corequisite":
      return [togetherTracker(context, rule.set)];
    case "taken":
      return [takenTracker(context, rule.unit)];
    default:
      return [];
  }
}

/** Each unit of the group is placed in it, or one that counts as it is in the route. */
function allTrackers({ structure, equals, offered }: Context, group: number): readonly Tracker[] {
  return (structure.groups[group]?.members ?? []).map((id) => {
    const others = equals(id).filter((other) => other !== id);
    return {
      size: 2,
      start: 0,
      touches: new Set([id, ...others].filter((one) => offered.has(one))),
      step: (value, unit, placed) =>
        placed !== null && (unit === id ? placed === group : others.includes(unit)) ? 1 : value,
      isMet: (value) => value === 1,
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
  };
}

const taken = 1;
const seen = 2;

/** The unit is not in the route, or what it needs (or one that counts as that) is. */
function needTracker({ equals, offered }: Context, unit: string, needs: string): Tracker {
  const options = equals(needs).filter((id) => id !== unit);
  return {
    size: 4,
    start: 0,
    touches: new Set([unit, ...options].filter((id) => offered.has(id))),
    step: (value, id, group) => {
      if (group === null) return value;
      return value | (id === unit ? taken : 0) | (options.includes(id) ? seen : 0);
    },
    isMet: (value) => value !== taken,
  };
}

/** Every one of the set (or one that counts as it) is in the route, or none. */
function togetherTracker({ equals, offered }: Context, set: readonly string[]): Tracker {
  const classes = set.map(equals);
  const whole = 2 ** set.length - 1;
  return {
    size: whole + 1,
    start: 0,
    touches: new Set(classes.flat().filter((id) => offered.has(id))),
    step: (value, id, group) =>
      group === null ? value : classes.reduce((mask, one, bit) => (one.includes(id) ? mask | (1 << bit) : mask), value),
    isMet: (value) => value === 0 || value === whole,
  };
}

function takenTracker({ offered }: Context, unit: string): Tracker {
  return {
    size: 2,
    start: 0,
    touches: new Set([unit].filter((id) => offered.has(id))),
    step: (_, __, group) => (group === null ? 0 : 1),
    isMet: (value) => value === 1,
  };
}

/** Units that need each other in a circle can never all be achieved before one another. */
function circleTrackers({ equals, offered }: Context, rules: readonly RouteRule[]): readonly Tracker[] {
  const next = new Map<string, string[]>();
  for (const rule of rules) {
    if (rule.kind !== "prerequisite" || !offered.has(rule.unit)) continue;
    const options = equals(rule.needs).filter((id) => offered.has(id));
    next.set(rule.unit, [...(next.get(rule.unit) ?? []), ...options]);
  }
  return circlesIn(next).map((circle) => ({
    size: 2,
    start: 1,
    touches: new Set(circle),
    step: (value, _, group) => (group === null ? 0 : value),
    isMet: (value) => value === 0,
  }));
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
