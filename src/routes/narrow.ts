import type { Graph, Layer } from "./graph.ts";

/** What a graph is narrowed to. */
export interface Narrowing {
  /** What taking a unit costs. */
  readonly weight: (unit: string) => number;
  /** Only ways that cost at most this. */
  readonly limit: number;
  /** Only ways that take these units (true), or that leave them (false). */
  readonly decided: ReadonlyMap<string, boolean>;
}

/** A graph with only those of its edges that lie on such a way from the beginning to the end, and the nodes between them. */
export function narrow(graph: Graph, narrowing: Narrowing): Graph {
  if (!graph.isFeasible) return graph;
  const toGo = costsToGo(graph.layers, narrowing);
  if ((toGo[0]?.[0] ?? Number.POSITIVE_INFINITY) > narrowing.limit || toGo[0]?.[0] === Number.POSITIVE_INFINITY) {
    return { layers: [], isFeasible: false, edgeCount: 0 };
  }
  let nodes = Int32Array.of(0);
  let soFar = Float64Array.of(0);
  let edgeCount = 0;
  const layers = graph.layers.map((layer, position) => {
    const after = keepEdges(layer, nodes, soFar, toGo[position + 1] as Float64Array, narrowing);
    const before = nodes.length;
    ({ nodes, soFar } = after);
    edgeCount += after.to.length;
    return { unit: layer.unit, before, after: nodes.length, ways: layer.ways, to: after.to };
  });
  return { layers, isFeasible: true, edgeCount };
}

/** By layer and node: the least that the rest of a way can come to. The last list is of the end. */
function costsToGo(layers: readonly Layer[], narrowing: Narrowing): readonly Float64Array[] {
  let after = new Float64Array(1);
  const all = [after];
  for (let position = layers.length - 1; position >= 0; position -= 1) {
    const layer = layers[position] as Layer;
    const { before, ways, to } = layer;
    const { cost, first, end } = openWays(layer, narrowing);
    const own = new Float64Array(before);
    for (let node = 0; node < before; node += 1) {
      let least = Number.POSITIVE_INFINITY;
      for (let way = first; way < end; way += 1) {
        const target = to[node * ways + way] as number;
        if (target === -1) continue;
        const sum = (after[target] as number) + (way < ways - 1 ? cost : 0);
        if (sum < least) least = sum;
      }
      own[node] = least;
    }
    all.push(own);
    after = own;
  }
  return all.reverse();
}

/** The ways of a layer that may stay, and what those cost that take the unit. */
function openWays({ unit, ways }: Layer, narrowing: Narrowing) {
  const takes = narrowing.decided.get(unit);
  return {
    cost: narrowing.weight(unit),
    first: takes === false ? ways - 1 : 0,
    end: takes === true ? ways - 1 : ways,
  };
}

function keepEdges(
  layer: Layer,
  nodes: Int32Array,
  soFar: Float64Array,
  toGo: Float64Array,
  narrowing: Narrowing,
): { readonly nodes: Int32Array<ArrayBuffer>; readonly soFar: Float64Array<ArrayBuffer>; readonly to: Int32Array } {
  const { ways, after } = layer;
  const { cost, first, end } = openWays(layer, narrowing);
  const numbers = new Int32Array(after);
  const next = new Int32Array(Math.min(after, nodes.length * ways));
  const nextSoFar = new Float64Array(next.length);
  const to = new Int32Array(nodes.length * ways).fill(-1);
  let count = 0;
  for (let place = 0; place < nodes.length; place += 1) {
    for (let way = first; way < end; way += 1) {
      const target = layer.to[(nodes[place] as number) * ways + way] as number;
      if (target === -1) continue;
      const sum = (soFar[place] as number) + (way < ways - 1 ? cost : 0);
      const rest = toGo[target] as number;
      if (rest === Number.POSITIVE_INFINITY || sum + rest > narrowing.limit) continue;
      let number = (numbers[target] as number) - 1;
      if (number === -1) {
        number = count;
        count += 1;
        numbers[target] = count;
        next[number] = target;
        nextSoFar[number] = sum;
      } else if (sum < (nextSoFar[number] as number)) nextSoFar[number] = sum;
      to[place * ways + way] = number;
    }
  }
  return { nodes: next.slice(0, count), soFar: nextSoFar.slice(0, count), to };
}
