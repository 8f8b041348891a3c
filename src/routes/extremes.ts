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
  const costs = costsToGo(graph.layers, (unit) => amount(unit) * sign);
  const best = graph.layers.map((layer, position) => {
    const weight = amount(layer.unit) * sign;
    const own = costs[position] as Float64Array;
    const after = costs[position + 1] as Float64Array;
    return (node: number, way: number) => {
      const target = layer.to[node * layer.ways + way] as number;
      if (target === -1) return -1;
      return (after[target] as number) + (way < layer.ways - 1 ? weight : 0) === own[node] ? target : -1;
    };
  });
  return { value: (costs[0]?.[0] ?? 0) * sign || 0, units: firstInFile(graph.layers, best, fileOrder) };
}

/** By layer and node: the least that the rest of a way can come to. The last list is of the end. */
function costsToGo(layers: readonly Layer[], amount: (unit: string) => number): readonly Float64Array[] {
  let after = new Float64Array(1);
  const all = [after];
  for (const { unit, before, ways, to } of layers.toReversed()) {
    const weight = amount(unit);
    const own = new Float64Array(before);
    for (let node = 0, edge = 0; node < before; node += 1) {
      let least = Number.POSITIVE_INFINITY;
      for (let way = 1; way < ways; way += 1, edge += 1) {
        const target = to[edge] as number;
        if (target !== -1) least = Math.min(least, (after[target] as number) + weight);
      }
      const left = to[edge++] as number;
      own[node] = left === -1 ? least : Math.min(least, after[left] as number);
    }
    all.push(own);
    after = own;
  }
  return all.reverse();
}

/** Where a way that is part of a best one leads; -1 where it is part of none. */
type Best = (node: number, way: number) => number;

/**
 * Of the best routes, the first in file order. Only the nodes that lie on one are looked at. A set of units is a few numbers
 * of 50 bits, the first unit of the file in the highest: the larger one comes first.
 */
function firstInFile(layers: readonly Layer[], best: readonly Best[], fileOrder: readonly string[]): readonly string[] {
  const reached = nodesReached(layers, best);
  const rank = new Map(fileOrder.map((unit, position) => [unit, position]));
  const parts = Math.ceil(fileOrder.length / 50);
  let places = new Int32Array(1);
  let after = new Float64Array(parts);
  for (let position = layers.length - 1; position >= 0; position -= 1) {
    const { unit, before, ways } = layers[position] as Layer;
    const leads = best[position] as Best;
    const nodes = reached[position] as Int32Array;
    const at = rank.get(unit) ?? 0;
    const part = Math.floor(at / 50);
    const bit = 2 ** (49 - (at % 50));
    const own = new Float64Array(nodes.length * parts).fill(-1);
    const candidate = new Float64Array(parts);
    const ownPlaces = new Int32Array(before);
    for (const [place, node] of nodes.entries()) {
      ownPlaces[node] = place;
      for (let way = 0; way < ways; way += 1) {
        const target = leads(node, way);
        if (target === -1) continue;
        const from = (places[target] as number) * parts;
        for (let index = 0; index < parts; index += 1) candidate[index] = after[from + index] as number;
        if (way < ways - 1) candidate[part] = (candidate[part] as number) + bit;
        if (isLarger(candidate, own, place * parts)) own.set(candidate, place * parts);
      }
    }
    places = ownPlaces;
    after = own;
  }
  return fileOrder.filter((_, at) => {
    const bits = after[Math.floor(at / 50)] as number;
    return Math.floor(bits / 2 ** (49 - (at % 50))) % 2 === 1;
  });
}

function isLarger(one: Float64Array, all: Float64Array, at: number): boolean {
  for (let part = 0; part < one.length; part += 1) {
    const a = one[part] as number;
    const b = all[at + part] as number;
    if (a !== b) return a > b;
  }
  return false;
}

/** By layer: the nodes before it that lie on a best way. */
function nodesReached(layers: readonly Layer[], best: readonly Best[]): readonly Int32Array[] {
  let nodes = Int32Array.of(0);
  return layers.map(({ after, ways }, position) => {
    const leads = best[position] as Best;
    const isReached = new Uint8Array(after);
    let count = 0;
    for (const node of nodes) {
      for (let way = 0; way < ways; way += 1) {
        const target = leads(node, way);
        if (target === -1 || isReached[target] === 1) continue;
        isReached[target] = 1;
        count += 1;
      }
    }
    const own = nodes;
    nodes = new Int32Array(count);
    for (let node = 0, next = 0; next < count; node += 1) if (isReached[node] === 1) nodes[next++] = node;
    return own;
  });
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
