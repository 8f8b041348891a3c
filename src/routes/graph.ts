import { dead, layOut, type Move } from "./layout.ts";
import { NodeNumbers } from "./node-numbers.ts";
import type { Machine } from "./trackers.ts";

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

/** The edges over one unit. Millions of them are usual: they are numbers in one list, not objects. */
export interface Layer {
  readonly unit: string;
  /** Nodes in the layer before and after. */
  readonly before: number;
  readonly after: number;
  /** How many ways there are on from a node: the last one leaves the unit, the others take it. */
  readonly ways: number;
  /** Where each way of each node leads, or -1: the ways of a node stand together. */
  readonly to: Int32Array;
}

/** Raised where a structure would need more edges than the budget: the caller has another way, or says so. */
export class TooManyEdges extends Error {}

/** Walks the units in the given order. @throws TooManyEdges */
export function buildGraph(machine: Machine, order: readonly string[], mostEdges: number): Graph {
  const layers: Layer[] = [];
  const edgeCount = walkAll(machine, order, mostEdges, layers);
  if (edgeCount === null) return { layers: [], isFeasible: false, edgeCount: 0 };
  prune(layers);
  return { layers, isFeasible: true, edgeCount };
}

/** Whether a machine accepts any set, without keeping the ways to it. @throws TooManyEdges */
export function canBeWalked(machine: Machine, order: readonly string[], mostEdges: number): boolean {
  return walkAll(machine, order, mostEdges, null) !== null;
}

/** The number of edges looked at; null where no way leads to the end. */
function walkAll(machine: Machine, order: readonly string[], mostEdges: number, layers: Layer[] | null): number | null {
  const plan = layOut(machine, order);
  if (plan === null) return null;
  if (!plan.fits) throw new TooManyEdges();
  const { words } = plan;
  const numbers = new NodeNumbers(words, plan.span);
  let nodes: Int32Array = new Int32Array(words);
  let before = 1;
  let edgeCount = 0;
  for (const { unit, base, ways } of plan.steps) {
    edgeCount += before * ways.length;
    if (edgeCount > mostEdges) throw new TooManyEdges();
    const to = new Int32Array(layers === null ? 0 : before * ways.length);
    numbers.begin();
    walk(nodes, before, words, base, ways, numbers, to);
    if (numbers.count === 0) return null;
    layers?.push({ unit, before, after: numbers.count, ways: ways.length, to });
    nodes = numbers.taken();
    before = numbers.count;
  }
  return edgeCount;
}

/** One unit: from the nodes before it, taken into each group that lists it or left, to the nodes after it. */
function walk(
  nodes: Int32Array,
  count: number,
  words: number,
  base: Int32Array,
  ways: readonly (readonly Move[] | null)[],
  numbers: NodeNumbers,
  to: Int32Array,
): void {
  const next = new Int32Array(words);
  let edge = 0;
  for (let at = 0; at < count * words; at += words) {
    for (const moves of ways) {
      to[edge++] = moves !== null && apply(nodes, at, base, moves, next) ? numbers.numberOf(next) : -1;
    }
  }
}

/** Writes the node after the moves; false where a demand can then no longer be met. */
function apply(nodes: Int32Array, at: number, base: Int32Array, moves: readonly Move[], next: Int32Array): boolean {
  for (let word = 0; word < next.length; word += 1) next[word] = (nodes[at + word] as number) + (base[word] as number);
  for (let index = 0; index < moves.length; index += 1) {
    const { word, stride, size, changes } = moves[index] as Move;
    const change = changes[(((next[word] as number) / stride) | 0) % size] as number;
    if (change === dead) return false;
    next[word] = (next[word] as number) + change;
  }
  return true;
}

/** Takes out the edges from which no path reaches the end. */
function prune(layers: readonly Layer[]): void {
  let live = new Uint8Array([1]);
  for (const { before, ways, to } of layers.toReversed()) {
    const own = new Uint8Array(before);
    for (let node = 0, edge = 0; node < before; node += 1) {
      for (let way = 0; way < ways; way += 1, edge += 1) {
        const target = to[edge] as number;
        if (target === -1) continue;
        if (live[target] === 1) own[node] = 1;
        else to[edge] = -1;
      }
    }
    live = own;
  }
}

/** Whether some way takes the unit, and whether some way leaves it: every edge left in a graph is part of a whole way. */
export function hasEdges({ ways, to }: Layer): { readonly taking: boolean; readonly leaving: boolean } {
  let taking = false;
  let leaving = false;
  for (let edge = 0; edge < to.length && !(taking && leaving); edge += 1) {
    if (to[edge] === -1) continue;
    if (edge % ways < ways - 1) taking = true;
    else leaving = true;
  }
  return { taking, leaving };
}

/** Whether no node has two ways to take the unit: then paths are sets. */
export function isDeterministic({ before, ways, to }: Layer): boolean {
  if (ways < 3) return true;
  for (let node = 0; node < before; node += 1) {
    let taking = 0;
    for (let way = 0; way < ways - 1; way += 1) if (to[node * ways + way] !== -1) taking += 1;
    if (taking > 1) return false;
  }
  return true;
}
