import { buildGraph, type Graph, TooManyEdges } from "./graph.ts";
import { weigh } from "./order-units.ts";
import type { Machine, Tracker } from "./trackers.ts";

/**
 * The demands of a machine as several graphs, each of which knows some of them: a set is valid where all of the graphs
 * accept it, placed in the same groups. Demands may be in several graphs, so that each of them knows as much as it can.
 * @throws TooManyEdges where even one demand alone has too many.
 */
export function buildPacks(machine: Machine, order: readonly string[], mostEdges: number): readonly Graph[] {
  const size = (trackers: readonly Tracker[]) => weigh(order, trackers);
  const trackers = machine.trackers
    .map((tracker) => ({ tracker, weight: size([tracker]) }))
    .sort((a, b) => b.weight - a.weight);
  const packs: Tracker[][] = [];
  for (const { tracker } of trackers) {
    const room = packs.find((pack) => size([...pack, tracker]) <= roomOf(mostEdges));
    if (room === undefined) packs.push([tracker]);
    else room.push(tracker);
  }
  for (const pack of packs) {
    for (const { tracker } of trackers.toReversed()) {
      if (!pack.includes(tracker) && size([...pack, tracker]) <= roomOf(mostEdges)) pack.push(tracker);
    }
  }
  return packs.flatMap((pack) => buildPack({ ...machine, trackers: pack }, order, mostEdges));
}

/** The weight of an order is of nodes that there could be; fewer are met. */
function roomOf(mostEdges: number): number {
  return mostEdges;
}

function buildPack(machine: Machine, order: readonly string[], mostEdges: number): readonly Graph[] {
  try {
    return [buildGraph(machine, order, Math.max(mostEdges * 4, 100_000))];
  } catch (error) {
    const { trackers } = machine;
    if (!(error instanceof TooManyEdges) || trackers.length < 2) throw error;
    const half = Math.ceil(trackers.length / 2);
    return [trackers.slice(0, half), trackers.slice(half)].flatMap((some) =>
      buildPack({ ...machine, trackers: some }, order, mostEdges),
    );
  }
}
