import type { Machine, Tracker } from "./trackers.ts";

/**
 * An order of the units in which little has to be remembered at a time. Units of one group stay together, since a group's
 * own sums matter only while its units are decided; of the orders tried, the one is taken whose open trackers multiply to
 * the least.
 */
export function orderUnits(units: readonly string[], machines: readonly Machine[]): readonly string[] {
  const trackers = machines.flatMap((machine) => machine.trackers).filter(({ touches }) => touches.size > 1);
  const homes = new Map(units.map((unit) => [unit, homeOf(unit, machines)]));
  const byGroup = [...new Set(homes.values())].flatMap((home) =>
    greedy(
      units.filter((unit) => homes.get(unit) === home),
      trackers,
    ),
  );
  const candidates = [units, byGroup, greedy(units, trackers)];
  const weights = candidates.map((order) => weigh(order, trackers));
  return candidates[weights.indexOf(Math.min(...weights))] ?? units;
}

/** The first group that lists a unit, in the first pathway that offers it. */
function homeOf(unit: string, machines: readonly Machine[]): number {
  for (const { groupsOf } of machines) {
    const [first] = groupsOf.get(unit) ?? [];
    if (first !== undefined) return first;
  }
  return -1;
}

/** Each next unit opens the least and brings what is open nearest to its end; file order decides between equals. */
function greedy(units: readonly string[], trackers: readonly Tracker[]): readonly string[] {
  const left = trackers.map(({ touches }) => units.filter((unit) => touches.has(unit)).length);
  const isOpen = trackers.map(() => false);
  const touching = new Map(units.map((unit) => [unit, indexesTouching(unit, trackers)]));
  const remaining = new Set(units);
  const order: string[] = [];
  while (remaining.size > 0) {
    const cost = (unit: string) =>
      (touching.get(unit) ?? []).reduce((sum, index) => {
        const size = Math.log(trackers[index]?.size ?? 1);
        return sum + (isOpen[index] === true ? 0 : size) - size / (left[index] ?? 1);
      }, 0);
    const costs = [...remaining].map((unit) => ({ unit, cost: cost(unit) }));
    const best = costs.reduce((least, one) => (one.cost < least.cost - 1e-12 ? one : least)).unit;
    for (const index of touching.get(best) ?? []) {
      isOpen[index] = true;
      left[index] = (left[index] ?? 0) - 1;
    }
    remaining.delete(best);
    order.push(best);
  }
  return order;
}

function indexesTouching(unit: string, trackers: readonly Tracker[]): readonly number[] {
  return trackers.flatMap(({ touches }, index) => (touches.has(unit) ? [index] : []));
}

/** How many nodes an order could need, over all units. */
export function weigh(order: readonly string[], trackers: readonly Tracker[]): number {
  const position = new Map(order.map((unit, index) => [unit, index]));
  const windows = trackers.map(({ touches, size }) => {
    const at = [...touches].flatMap((unit) => position.get(unit) ?? []);
    return { first: Math.min(...at), last: Math.max(...at), size };
  });
  return order.reduce((sum, _, now) => {
    const open = windows.filter(({ first, last }) => first <= now && now < last);
    return sum + open.reduce((product, { size }) => product * size, 1);
  }, 0);
}
