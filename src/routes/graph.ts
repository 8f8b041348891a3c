import type { Machine, Tracker } from "./trackers.ts";

/**
 * Every way through the units of a machine, with ways that can no longer be told apart joined: a node of a layer is what
 * the trackers remember after the units so far, an edge takes or leaves the next unit. Paths from the first node to the
 * last are placements of valid sets, and nothing else.
 */
export interface Graph {
  readonly layers: readonly Layer[];
  /** Whether any valid set exists. */
  readonly isFeasible: boolean;
  readonly edgeCount: number;
}

/** The edges over one unit, as parallel lists. */
export interface Layer {
  readonly unit: string;
  /** Nodes in the layer before and after. */
  readonly before: number;
  readonly after: number;
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
  /** 1 where the edge takes the unit, 0 where it leaves it. */
  readonly takes: ArrayLike<number>;
}

/** Raised where a structure would need more edges than the budget: the caller has another way, or says so. */
export class TooManyEdges extends Error {}

/** Walks the units in the given order. @throws TooManyEdges */
export function buildGraph(machine: Machine, order: readonly string[], mostEdges: number): Graph {
  const slots = new Slots();
  const windows = machine.trackers.map((tracker) => windowOf(tracker, order));
  if (machine.trackers.some((tracker, index) => windows[index] === null && !tracker.isMet(tracker.start))) {
    return { layers: [], isFeasible: false, edgeCount: 0 };
  }
  const layers: Layer[] = [];
  let nodes: readonly number[] = [0];
  let edgeCount = 0;
  for (const [position, unit] of order.entries()) {
    const moves = machine.trackers.flatMap((tracker, index) => {
      const window = windows[index];
      if (!tracker.touches.has(unit) || window === null || window === undefined) return [];
      if (window.first === position) slots.open(tracker);
      return [moveOf(tracker, slots.placeOf(tracker), unit, window.last === position)];
    });
    const opened = machine.trackers.filter((tracker, index) => windows[index]?.first === position && tracker.start > 0);
    const base = opened.reduce((sum, tracker) => sum + tracker.start * slots.placeOf(tracker).stride, 0);
    const walked = walk(
      unit,
      machine.groupsOf.get(unit) ?? [],
      nodes,
      base,
      slots.span(),
      moves,
      mostEdges - edgeCount,
    );
    for (const [index, tracker] of machine.trackers.entries())
      if (windows[index]?.last === position) slots.close(tracker);
    edgeCount += walked.layer.from.length;
    layers.push(walked.layer);
    nodes = walked.nodes;
  }
  return { layers: nodes.length === 0 ? [] : prune(layers), isFeasible: nodes.length > 0, edgeCount };
}

interface Window {
  readonly first: number;
  readonly last: number;
}

/** Where a tracker is touched first and last; null where nothing touches it. */
function windowOf({ touches }: Tracker, order: readonly string[]): Window | null {
  const first = order.findIndex((unit) => touches.has(unit));
  return first === -1 ? null : { first, last: order.findLastIndex((unit) => touches.has(unit)) };
}

/** The places of the open trackers in the one number that a node is: a place that is free again is used again. */
class Slots {
  readonly #slots: { readonly stride: number; readonly size: number; holder: Tracker | null }[] = [];

  open(tracker: Tracker): void {
    const free = this.#slots.filter(({ holder, size }) => holder === null && size >= tracker.size);
    const [smallest] = free.sort((a, b) => a.size - b.size);
    if (smallest !== undefined) {
      smallest.holder = tracker;
      return;
    }
    const stride = this.span();
    if (stride * tracker.size > Number.MAX_SAFE_INTEGER) throw new TooManyEdges();
    this.#slots.push({ stride, size: tracker.size, holder: tracker });
  }

  /** Where an open tracker has its place: `size` is that of the place, which may be wider than the tracker. */
  placeOf(tracker: Tracker): { readonly stride: number; readonly size: number } {
    const slot = this.#slots.find(({ holder }) => holder === tracker);
    if (slot === undefined) throw new Error("a tracker is asked for before it is open");
    return slot;
  }

  /** One more than the largest node that there can be. */
  span(): number {
    return this.#slots.reduce((product, { size }) => product * size, 1);
  }

  close(tracker: Tracker): void {
    const slot = this.#slots.find(({ holder }) => holder === tracker);
    if (slot !== undefined) slot.holder = null;
  }
}

/** What one unit does to one tracker: by place, the new value of each old one; -1 where no route can go on. */
interface Move {
  readonly stride: number;
  readonly size: number;
  readonly closes: boolean;
  readonly table: (place: number | null) => Int32Array;
}

function moveOf(tracker: Tracker, { stride, size }: ReturnType<Slots["placeOf"]>, unit: string, closes: boolean): Move {
  const tables = new Map<number | null, Int32Array>();
  const table = (place: number | null) => {
    const known = tables.get(place);
    if (known !== undefined) return known;
    const made = Int32Array.from({ length: tracker.size }, (_, value) => {
      const next = tracker.step(value, unit, place);
      return closes && (next === -1 || !tracker.isMet(next)) ? -1 : next;
    });
    tables.set(place, made);
    return made;
  };
  return { stride, size, closes, table };
}

/** One unit: from the nodes before it, taken into each group that lists it or left, to the nodes after it. */
function walk(
  unit: string,
  groups: readonly number[],
  before: readonly number[],
  base: number,
  span: number,
  moves: readonly Move[],
  mostEdges: number,
): { readonly layer: Layer; readonly nodes: readonly number[] } {
  const from: number[] = [];
  const to: number[] = [];
  const takes: number[] = [];
  const nodes: number[] = [];
  const known = numbering(span);
  const places = [...groups, null];
  const tables = places.map((place) => moves.map((move) => move.table(place)));
  for (const [index, node] of before.entries()) {
    for (const [way, place] of places.entries()) {
      const next = apply(node + base, moves, tables[way] ?? []);
      if (next === -1) continue;
      let target = known.get(next);
      if (target === -1) {
        target = nodes.push(next) - 1;
        known.set(next, target);
      }
      from.push(index);
      to.push(target);
      takes.push(place === null ? 0 : 1);
    }
    if (from.length > mostEdges) throw new TooManyEdges();
  }
  return { layer: { unit, before: before.length, after: nodes.length, from, to, takes }, nodes };
}

/** Nodes below this many are numbered in a plain list, others in a map. */
const widestList = 4_000_000;

/** The numbers of nodes that have been met; -1 for one that has not. */
function numbering(span: number): {
  readonly get: (node: number) => number;
  readonly set: (node: number, number: number) => void;
} {
  if (span <= widestList) {
    const list = new Int32Array(span).fill(-1);
    return {
      get: (node) => list[node] as number,
      set: (node, number) => {
        list[node] = number;
      },
    };
  }
  const map = new Map<number, number>();
  return { get: (node) => map.get(node) ?? -1, set: (node, number) => map.set(node, number) };
}

/** The node after the moves; -1 where a demand can then no longer be met. A tracker that closes leaves its place at 0. */
function apply(node: number, moves: readonly Move[], tables: readonly Int32Array[]): number {
  let next = node;
  for (let index = 0; index < moves.length; index += 1) {
    const { stride, size, closes } = moves[index] as Move;
    const value = Math.floor(node / stride) % size;
    const moved = (tables[index] as Int32Array)[value] as number;
    if (moved === -1) return -1;
    next += ((closes ? 0 : moved) - value) * stride;
  }
  return next;
}

/** Without the edges from which no path reaches the end. */
function prune(layers: readonly Layer[]): readonly Layer[] {
  let live = new Uint8Array([1]);
  const pruned: Layer[] = [];
  for (const layer of layers.toReversed()) {
    const before = new Uint8Array(layer.before);
    const edges = layer.to.length;
    const from = new Int32Array(edges);
    const to = new Int32Array(edges);
    const takes = new Uint8Array(edges);
    let kept = 0;
    for (let edge = 0; edge < edges; edge += 1) {
      if (live[layer.to[edge] as number] === 0) continue;
      before[layer.from[edge] as number] = 1;
      from[kept] = layer.from[edge] as number;
      to[kept] = layer.to[edge] as number;
      takes[kept] = layer.takes[edge] as number;
      kept += 1;
    }
    pruned.push({ ...layer, from: from.subarray(0, kept), to: to.subarray(0, kept), takes: takes.subarray(0, kept) });
    live = before;
  }
  return pruned.reverse();
}
