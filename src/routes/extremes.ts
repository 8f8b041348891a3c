import type { Graph, Layer } from "./graph.ts";

/** A best route and what it comes to. */
export interface Extreme {
  readonly value: number;
  /** In file order; of several, the first in file order. */
  readonly units: readonly string[];
}

/**
 * The routes of a graph with the least (`sign` 1) or the most (`sign` -1) of a figure, down to the one that comes first in
 * file order: at the first unit in which two differ, the one that holds it.
 */
export function findExtreme(
  graph: Graph,
  amount: (unit: string) => number,
  sign: 1 | -1,
  fileOrder: readonly string[],
): Extreme | null {
  if (!graph.isFeasible) return null;
  const { layers } = graph;
  const rank = new Map(fileOrder.map((unit, position) => [unit, BigInt(fileOrder.length - 1 - position)]));
  const toGo = costsToGo(layers, (unit) => amount(unit) * sign);
  const [start] = toGo[0] ?? [0];

  let marks: readonly (bigint | null)[] = [0n];
  for (const [position, layer] of [...layers.entries()].reverse()) {
    const bit = 1n << (rank.get(layer.unit) ?? 0n);
    const weight = amount(layer.unit) * sign;
    const before = new Array<bigint | null>(layer.before).fill(null);
    const costs = toGo[position] as Float64Array;
    const after = toGo[position + 1] as Float64Array;
    for (let edge = 0; edge < layer.from.length; edge += 1) {
      const node = layer.from[edge] as number;
      const target = layer.to[edge] as number;
      const isTaken = layer.takes[edge] === 1;
      const rest = marks[target] ?? null;
      if (rest === null || (after[target] as number) + (isTaken ? weight : 0) !== costs[node]) continue;
      const mark = isTaken ? rest | bit : rest;
      const best = before[node] ?? null;
      if (best === null || mark > best) before[node] = mark;
    }
    marks = before;
  }
  const mark = marks[0] ?? 0n;
  const units = fileOrder.filter((unit) => (mark >> (rank.get(unit) ?? 0n)) % 2n === 1n);
  return { value: (start ?? 0) * sign || 0, units };
}

/** By layer and node: the least that the rest of a way can come to. The last list is of the end. */
function costsToGo(layers: readonly Layer[], amount: (unit: string) => number): readonly Float64Array[] {
  let after = new Float64Array(1);
  const all = [after];
  for (const layer of layers.toReversed()) {
    const weight = amount(layer.unit);
    const before = new Float64Array(layer.before).fill(Number.POSITIVE_INFINITY);
    for (let edge = 0; edge < layer.from.length; edge += 1) {
      const node = layer.from[edge] as number;
      const cost = (after[layer.to[edge] as number] as number) + (layer.takes[edge] === 1 ? weight : 0);
      if (cost < (before[node] as number)) before[node] = cost;
    }
    all.push(before);
    after = before;
  }
  return all.reverse();
}

/** The better of two, and where they are equal the one that comes first in file order. */
export function betterOf(
  a: Extreme | null,
  b: Extreme | null,
  sign: 1 | -1,
  fileOrder: readonly string[],
): Extreme | null {
  if (a === null || b === null) return a ?? b;
  if (a.value !== b.value) return a.value * sign < b.value * sign ? a : b;
  const first = fileOrder.find((unit) => a.units.includes(unit) !== b.units.includes(unit));
  return first === undefined || a.units.includes(first) ? a : b;
}
