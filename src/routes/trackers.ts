import { circleTrackers } from "./circles.ts";
import { relationTrackers } from "./relations.ts";
import type { RouteRule } from "./rules.ts";
import type { RouteUnit, Structure } from "./structure.ts";
import { sumTrackers } from "./sums.ts";

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
  /** Where the number is a sum: then what the units that are left can still add says when it is decided. */
  readonly sum: Sum | null;
}

/** A sum between two bounds, both inclusive; a maximum that nothing can pass is infinite. */
export interface Sum {
  readonly min: number;
  readonly max: number;
  readonly weigh: (unit: string, group: number) => number;
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
  const view = viewOf(structure, pathway);
  const trackers = [
    notEmpty(view),
    ...sumTrackers(view, rules),
    ...relationTrackers(view, rules),
    ...circleTrackers(view, rules),
  ];
  return { pathway, groupsOf: view.groupsOf, trackers };
}

export function viewOf(structure: Structure, pathway: string | null): View {
  const open = openGroups(structure, pathway);
  const groupsOf = new Map<string, number[]>();
  for (const index of open) {
    for (const id of new Set(structure.groups[index]?.members)) {
      const groups = groupsOf.get(id);
      if (groups === undefined) groupsOf.set(id, [index]);
      else groups.push(index);
    }
  }
  return {
    structure,
    pathway,
    open,
    groupsOf,
    offered: new Set(groupsOf.keys()),
    units: new Map(structure.units.map((unit) => [unit.id, unit])),
    equals: equalsOf(structure),
  };
}

/** What makers of trackers know of a structure. */
export interface View {
  readonly structure: Structure;
  readonly pathway: string | null;
  readonly open: readonly number[];
  readonly groupsOf: ReadonlyMap<string, readonly number[]>;
  /** The units that a group in use lists. */
  readonly offered: ReadonlySet<string>;
  readonly units: ReadonlyMap<string, RouteUnit>;
  /** A unit and those that count as it. */
  readonly equals: (id: string) => readonly string[];
}

export function openGroups({ groups, pathways }: Structure, pathway: string | null): readonly number[] {
  const all = groups.map((_, index) => index);
  const used = pathways.find(({ id }) => id === pathway)?.groups;
  return used === undefined ? all : all.filter((index) => used.includes(groups[index]?.id ?? ""));
}

function equalsOf({ equivalent }: Structure): View["equals"] {
  if (equivalent.length === 0) return (id) => [id];
  return (id) => [...new Set([id, ...equivalent.filter((set) => set.includes(id)).flat()])];
}

/** A route holds at least one unit. */
function notEmpty({ offered }: View): Tracker {
  return {
    size: 2,
    start: 0,
    touches: offered,
    step: (value, _, group) => (group === null ? value : 1),
    isMet: (value) => value === 1,
    sum: null,
  };
}
