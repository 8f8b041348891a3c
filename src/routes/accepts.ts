import type { RouteRule } from "./rules.ts";
import type { Structure } from "./structure.ts";
import { buildMachine, type Machine } from "./trackers.ts";

/** Whether a set of units is valid under some of the rules: by one of the pathways, with some placement of its units. */
export function accepts(
  structure: Structure,
  rules: readonly RouteRule[],
  pathways: readonly (string | null)[],
  set: ReadonlySet<string>,
): boolean {
  return pathways.some((pathway) => machineAccepts(buildMachine(structure, rules, pathway), set));
}

/** Follows one set through a machine: every way to place its units is a list of what the trackers hold. */
export function machineAccepts(machine: Machine, set: ReadonlySet<string>): boolean {
  if ([...set].some((unit) => !machine.groupsOf.has(unit))) return false;
  let states: readonly (readonly number[])[] = [machine.trackers.map(({ start }) => start)];
  for (const [unit, groups] of machine.groupsOf) {
    const places = set.has(unit) ? groups : [null];
    const next = new Map<string, readonly number[]>();
    for (const state of states) {
      for (const place of places) {
        const moved = machine.trackers.map((tracker, index) => {
          const value = state[index] ?? -1;
          return value === -1 || !tracker.touches.has(unit) ? value : tracker.step(value, unit, place);
        });
        if (!moved.includes(-1)) next.set(moved.join(), moved);
      }
    }
    states = [...next.values()];
  }
  return states.some((state) => machine.trackers.every((tracker, index) => tracker.isMet(state[index] ?? -1)));
}
