import type { Graph, Layer } from "./graph.ts";
import type { Machine, Sum, Tracker } from "./trackers.ts";

/** The values that some sums may have at a node of a graph that does not know of them, and the cells of a table for these. */
export interface Box {
  /** The first cell. */
  readonly start: number;
  /** By sum: the least and the largest value that is told apart. */
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** 1 where larger values are like the largest. */
  readonly clamps: Uint8Array;
  /** How many cells lie between two values. */
  readonly strides: Int32Array;
  /** By pair of sums: by how much the second is larger than the first, at least. */
  readonly gaps: Float64Array;
}

/** The boxes of all nodes. */
export class Boxes {
  /** How many sums there are. */
  readonly axes: number;
  /** Cells to be looked at. */
  readonly work: number;
  readonly #boxes: readonly (readonly (Box | null)[])[];
  readonly #cells: readonly number[];
  readonly #weights: readonly (readonly Int32Array[])[];

  constructor({ layers }: Graph, { groupsOf }: Machine, trackers: readonly Tracker[]) {
    const sums = trackers.flatMap(({ sum }) => sum ?? []);
    const ways = layers.map(({ unit }) => [...(groupsOf.get(unit) ?? []), null]);
    this.#weights = layers.map(({ unit }, position) =>
      (ways[position] ?? []).map((group) =>
        Int32Array.from(sums, ({ weigh }) => (group === null ? 0 : weigh(unit, group))),
      ),
    );
    const weight = (index: number) => (position: number, way: number) => this.weights(position, way)[index] ?? 0;
    const ranges = sums.map((_, index) => rangesOf(layers, weight(index)));
    const gaps = sums.flatMap((_, index) =>
      sums.map((_other, other) => {
        const [less, more] = [weight(index), weight(other)];
        return leastTo(layers, (position, way) => more(position, way) - less(position, way));
      }),
    );
    this.axes = sums.length;
    const cells: number[] = [];
    let work = 0;
    this.#boxes = Array.from({ length: layers.length + 1 }, (_, position) => {
      let start = 0;
      const nodes = layers[position]?.before ?? 1;
      const boxes = Array.from({ length: nodes }, (_empty, node) => {
        const box = boxOf(sums, ranges, gaps, position, node, start);
        if (box !== null) start += sizeOf(box);
        return box;
      });
      cells.push(start);
      work += start * (layers[position]?.ways ?? 0) * (1 + (layers.length - position) / 40);
      return boxes;
    });
    this.#cells = cells;
    this.work = work;
  }

  /** null where no value can be met. */
  at(position: number, node: number): Box | null {
    return this.#boxes[position]?.[node] ?? null;
  }

  cellsAt(position: number): number {
    return this.#cells[position] ?? 0;
  }

  /** What a way of a layer adds to each sum. */
  weights(position: number, way: number): Int32Array {
    return this.#weights[position]?.[way] ?? new Int32Array();
  }
}

function sizeOf({ low, high, strides }: Box): number {
  return ((high[0] ?? 0) - (low[0] ?? 0) + 1) * (strides[0] ?? 1);
}

function boxOf(
  sums: readonly Sum[],
  ranges: readonly Ranges[],
  gaps: readonly (readonly Float64Array[])[],
  position: number,
  node: number,
  start: number,
): Box | null {
  const count = sums.length;
  const low = new Int32Array(count);
  const high = new Int32Array(count);
  const clamps = new Uint8Array(count);
  const strides = new Int32Array(count);
  let stride = 1;
  for (let index = count - 1; index >= 0; index -= 1) {
    const { min, max } = sums[index] as Sum;
    const { leastTo, mostTo, leastOn, mostOn } = ranges[index] as Ranges;
    const [from, to] = [leastTo[position]?.[node] ?? 0, mostTo[position]?.[node] ?? 0];
    const [least, most] = [leastOn[position]?.[node] ?? 0, mostOn[position]?.[node] ?? 0];
    if (from > to || least > most) return null;
    const isSafe = to + most <= max;
    low[index] = Math.max(from, min - most);
    high[index] = isSafe ? Math.min(to, Math.max(min - least, from)) : Math.min(to, max - least);
    clamps[index] = isSafe ? 1 : 0;
    const length = (high[index] as number) - (low[index] as number) + 1;
    if (length < 1) return null;
    strides[index] = stride;
    stride *= length;
  }
  return { start, low, high, clamps, strides, gaps: Float64Array.from(gaps, (all) => all[position]?.[node] ?? 0) };
}

/** By layer and node: what a sum comes to, at least and at most, on the ways to a node and on the ways from it. */
interface Ranges {
  readonly leastTo: readonly Float64Array[];
  readonly mostTo: readonly Float64Array[];
  readonly leastOn: readonly Float64Array[];
  readonly mostOn: readonly Float64Array[];
}

function rangesOf(layers: readonly Layer[], weight: Weight): Ranges {
  const negative: Weight = (position, way) => -weight(position, way);
  return {
    leastTo: leastTo(layers, weight),
    mostTo: negated(leastTo(layers, negative)),
    leastOn: leastOn(layers, weight),
    mostOn: negated(leastOn(layers, negative)),
  };
}

type Weight = (position: number, way: number) => number;

function leastTo(layers: readonly Layer[], weight: Weight): readonly Float64Array[] {
  const all = unreached(layers);
  all[0]?.fill(0);
  for (const [position, layer] of layers.entries()) {
    const own = all[position] as Float64Array;
    const after = all[position + 1] as Float64Array;
    eachEdge(layer, (node, way, target) => {
      const value = (own[node] as number) + weight(position, way);
      if (value < (after[target] as number)) after[target] = value;
    });
  }
  return all;
}

function leastOn(layers: readonly Layer[], weight: Weight): readonly Float64Array[] {
  const all = unreached(layers);
  all.at(-1)?.fill(0);
  for (let position = layers.length - 1; position >= 0; position -= 1) {
    const own = all[position] as Float64Array;
    const after = all[position + 1] as Float64Array;
    eachEdge(layers[position] as Layer, (node, way, target) => {
      const value = (after[target] as number) + weight(position, way);
      if (value < (own[node] as number)) own[node] = value;
    });
  }
  return all;
}

function unreached(layers: readonly Layer[]): readonly Float64Array[] {
  const sizes = [...layers.map(({ before }) => before), 1];
  return sizes.map((size) => new Float64Array(size).fill(Number.POSITIVE_INFINITY));
}

function negated(all: readonly Float64Array[]): readonly Float64Array[] {
  return all.map((list) => list.map((value) => -value));
}

function eachEdge({ before, ways, to }: Layer, visit: (node: number, way: number, target: number) => void): void {
  for (let node = 0, edge = 0; node < before; node += 1) {
    for (let way = 0; way < ways; way += 1, edge += 1) {
      const target = to[edge] as number;
      if (target !== -1) visit(node, way, target);
    }
  }
}
