import { type Box, Boxes } from "./boxes.ts";
import { determine } from "./determine.ts";
import { buildGraph, type Graph, isDeterministic, TooManyEdges } from "./graph.ts";
import { joinNodes } from "./join-nodes.ts";
import type { Limits } from "./limits.ts";
import { orderUnits, weigh } from "./order-units.ts";
import type { Machine, Tracker } from "./trackers.ts";

/**
 * Counts the sets of a machine whose sums over many groups would make one graph too large. The sums that cost the most are
 * taken out of the graph, and walked as tables: by node of the small graph, one cell for each value that the sums may have
 * there. The small graph also says what each sum comes to at least and at most on the ways to and from a node, so that the
 * table has cells only for what can still fail and can still be met.
 * null where the graph or the tables are too large.
 */
export function countByBoxes(machine: Machine, order: readonly string[], limits: Limits): bigint | null {
  const isShared = [...machine.groupsOf.values()].some(({ length }) => length > 1);
  const { sums, rest } = isShared ? takeTotalsOut(machine) : takeSumsOut(machine.trackers, order, limits.smallEdges);
  if (sums.length === 0) return null;
  const small = { ...machine, trackers: rest };
  const own = isShared ? orderUnits(order, [small]) : order;
  const found = graphOf(small, own, isShared ? limits.sharedEdges : limits.smallEdges);
  if (found === null) return null;
  if (!found.isFeasible) return 0n;
  const determined = found.layers.every(isDeterministic) ? found : determine([found], limits.steps);
  if (determined === null) return null;
  const graph = determined === found ? found : joinNodes(determined);
  const boxes = new Boxes(graph, graph === found ? machine : inOneGroup(machine), sums);
  return boxes.work > limits.cells ? null : countCells(graph, boxes);
}

/** Where units may be placed in several groups, only sums to which they add the same in each can be left to tables: sets are told apart without them. */
function takeTotalsOut({ trackers, groupsOf }: Machine) {
  const isTotal = ({ sum }: Tracker) =>
    sum !== null &&
    [...groupsOf].every(([unit, groups]) => new Set(groups.map((group) => sum.weigh(unit, group))).size === 1);
  return { sums: trackers.filter(isTotal), rest: trackers.filter((one) => !isTotal(one)) };
}

/** Each unit in the first group that lists it. */
function inOneGroup(machine: Machine): Machine {
  return { ...machine, groupsOf: new Map([...machine.groupsOf].map(([unit, groups]) => [unit, groups.slice(0, 1)])) };
}

/** Sums are taken out, the one that helps most first, until the rest is small. */
function takeSumsOut(trackers: readonly Tracker[], order: readonly string[], mostWeight: number) {
  let rest = trackers;
  const sums: Tracker[] = [];
  while (weigh(order, rest) > mostWeight) {
    const without = rest
      .filter(({ sum }) => sum !== null)
      .map((tracker) => {
        const others = rest.filter((one) => one !== tracker);
        return { tracker, others, weight: weigh(order, others) };
      });
    const [first, ...more] = without;
    if (first === undefined) break;
    const best = more.reduce((least, one) => (one.weight < least.weight ? one : least), first);
    sums.unshift(best.tracker);
    rest = best.others;
  }
  return { sums, rest };
}

function graphOf(machine: Machine, order: readonly string[], mostEdges: number): Graph | null {
  try {
    return joinNodes(buildGraph(machine, order, Math.max(mostEdges, 1000)));
  } catch (error) {
    if (error instanceof TooManyEdges) return null;
    throw error;
  }
}

/** A count is a few numbers of 46 bits, the lowest first, in tables of their own: a sum of two needs no look at the others. */
const bits = 46;
const base = 2 ** bits;
/** What a number can hold beyond its bits. */
const spare = 53 - bits;

/** From the end to the beginning: by node and value of the sums, how many ways on there are. */
function countCells({ layers }: Graph, boxes: Boxes): bigint {
  const sizes = sizesOn(layers);
  let tables = [new Float64Array(boxes.cellsAt(layers.length)).fill(1)];
  let unsettled = 0;
  const values = new Int32Array(boxes.axes);
  for (let position = layers.length - 1; position >= 0; position -= 1) {
    const { before, ways, to } = layers[position] as Graph["layers"][number];
    unsettled += Math.log2(ways);
    const parts = Math.floor((sizes[position] ?? 0) / bits) + 1;
    const own = Array.from({ length: parts }, () => new Float64Array(boxes.cellsAt(position)));
    for (let node = 0; node < before; node += 1) {
      const from = boxes.at(position, node);
      if (from === null) continue;
      for (let way = 0; way < ways; way += 1) {
        const target = to[node * ways + way] as number;
        const into = target === -1 ? null : boxes.at(position + 1, target);
        if (into === null) continue;
        addBox({ own, from, tables, into, weights: boxes.weights(position, way), values }, 0, from.start, into.start);
      }
    }
    if (unsettled > spare - 1) {
      settle(own);
      unsettled = 0;
    }
    tables = own;
  }
  return tables.reduceRight((sum, table) => sum * BigInt(base) + BigInt(table[0] ?? 0), 0n);
}

/** By layer: the bits that a count may need there, which is of no more sets than the graph itself has ways on. */
function sizesOn(layers: Graph["layers"]): readonly number[] {
  let size = 0;
  let after = new Float64Array(1).fill(1);
  const sizes = layers.toReversed().map(({ before, ways, to }) => {
    const own = new Float64Array(before);
    for (let edge = 0; edge < to.length; edge += 1) {
      const target = to[edge] as number;
      const node = Math.floor(edge / ways);
      if (target !== -1) own[node] = (own[node] as number) + (after[target] as number);
    }
    const most = own.reduce((largest, one) => Math.max(largest, one), 1);
    size += Math.log2(most);
    after = own.map((one) => one / most);
    return size;
  });
  return sizes.reverse();
}

/** One way from a node to the next. */
interface Way {
  readonly own: readonly Float64Array[];
  readonly from: Box;
  readonly tables: readonly Float64Array[];
  readonly into: Box;
  /** By axis, which is a sum: what the way adds to it. */
  readonly weights: Int32Array;
  /** By axis: the value that is looked at. */
  readonly values: Int32Array;
}

/** Adds to each cell of a box the cell that the way leads to. */
function addBox(way: Way, axis: number, ownAt: number, tableAt: number): void {
  const { from, into, weights, values } = way;
  const lowest = from.low[axis] as number;
  const length = (from.high[axis] as number) - lowest + 1;
  const shift = lowest + (weights[axis] as number) - (into.low[axis] as number);
  const last = (into.high[axis] as number) - (into.low[axis] as number);
  const reach = into.clamps[axis] === 1 ? length : Math.min(length, last - shift + 1);
  let first = Math.max(0, -shift);
  for (let other = 0; other < axis; other += 1) {
    const least = (values[other] as number) + (from.gaps[other * weights.length + axis] as number) - lowest;
    if (least > first) first = Math.min(least, length - 1);
  }
  if (axis === weights.length - 1) {
    addRow(way, ownAt, tableAt, first, reach, shift, last);
    return;
  }
  const ownStride = from.strides[axis] as number;
  const tableStride = into.strides[axis] as number;
  for (let value = first; value < reach; value += 1) {
    values[axis] = value + lowest;
    addBox(way, axis + 1, ownAt + value * ownStride, tableAt + Math.min(last, value + shift) * tableStride);
  }
}

function addRow(
  { own, tables }: Way,
  ownAt: number,
  tableAt: number,
  first: number,
  reach: number,
  shift: number,
  last: number,
): void {
  const straight = Math.min(reach, last - shift + 1);
  for (let part = 0; part < tables.length; part += 1) {
    const to = own[part] as Float64Array;
    const table = tables[part] as Float64Array;
    let value = first;
    for (let a = ownAt + value, b = tableAt + value + shift; value < straight; value += 1, a += 1, b += 1) {
      to[a] = (to[a] as number) + (table[b] as number);
    }
    const top = table[tableAt + last] as number;
    for (; value < reach; value += 1) to[ownAt + value] = (to[ownAt + value] as number) + top;
  }
}

/** Carries what is beyond the bits of a number to the next. */
function settle(parts: readonly Float64Array[]): void {
  for (const [part, table] of parts.entries()) {
    const next = parts[part + 1];
    if (next === undefined) return;
    for (let cell = 0; cell < table.length; cell += 1) {
      const value = table[cell] as number;
      if (value < base) continue;
      const carry = Math.floor(value / base);
      table[cell] = value - carry * base;
      next[cell] = (next[cell] as number) + carry;
    }
  }
}
