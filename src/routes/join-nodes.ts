import type { Graph, Layer } from "./graph.ts";

/** The same ways through as few nodes as can be: nodes of a layer that have the same ways on become one. */
export function joinNodes({ layers, isFeasible }: Graph): Graph {
  const joined: Layer[] = [];
  let after = 1;
  let numbers = new Int32Array(1);
  for (const { unit, before, ways, to } of layers.toReversed()) {
    const mapped = to.map((target) => (target === -1 ? -1 : (numbers[target] as number)));
    const alike = numberAlike(mapped, before, ways, after);
    const kept = new Int32Array(alike.count * ways);
    for (let node = 0; node < before; node += 1) {
      const number = alike.numbers[node] as number;
      if (number !== -1) kept.set(mapped.subarray(node * ways, (node + 1) * ways), number * ways);
    }
    joined.push({ unit, before: alike.count, after, ways, to: kept });
    ({ numbers, count: after } = alike);
  }
  joined.reverse();
  return { layers: joined, isFeasible, edgeCount: joined.reduce((sum, { to }) => sum + to.length, 0) };
}

/** By node: a number that nodes with the same ways on share; -1 where no way leads on. */
function numberAlike(to: Int32Array, before: number, ways: number, after: number) {
  const numbers = new Int32Array(before).fill(-1);
  const known = Array.from({ length: ways }, () => new Map<number, number>());
  for (let node = 0, edge = 0; node < before; node += 1, edge += ways) {
    if (to.subarray(edge, edge + ways).every((target) => target === -1)) continue;
    // What the ways so far have been is one number, which the next makes another.
    numbers[node] = known.reduce((sofar, all, way) => {
      const pair = sofar * (after + 1) + (to[edge + way] as number) + 1;
      const number = all.get(pair) ?? all.size;
      all.set(pair, number);
      return number;
    }, 0);
  }
  return { numbers, count: known.at(-1)?.size ?? 0 };
}
