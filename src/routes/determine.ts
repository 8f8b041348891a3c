import { Coverage } from "./coverage.ts";
import type { Graph, Layer } from "./graph.ts";

/**
 * One graph of the sets that several accept between them, in which each set is one path. A node is every node, of every
 * graph, that the same choices so far may have led to, without those that lead nowhere where another does not lead as well.
 * null where there are more than `mostSteps` nodes to look at.
 */
export function determine(graphs: readonly Graph[], mostSteps: number): Graph | null {
  const length = graphs[0]?.layers.length ?? 0;
  const coverage = new Coverage(graphs);
  const layers: Layer[] = [];
  let states: readonly (readonly number[])[] = [graphs.flatMap((_, graph) => [graph, 0])];
  let seen = 0;
  for (let position = 0; position < length; position += 1) {
    const all = graphs.map((graph) => graph.layers[position]);
    const numbers = new Map<string, number>();
    const next: (readonly number[])[] = [];
    const to = new Int32Array(states.length * 2).fill(-1);
    for (const [edge, nodes] of states.flatMap((state) => [state, state]).entries()) {
      const found = follow(nodes, edge % 2 === 0, all);
      seen += nodes.length / 2 + 1;
      if (seen + coverage.steps / stepsInOne > mostSteps) return null;
      const targets = coverage.withoutCovered(found, position + 1);
      if (targets.length === 0) continue;
      // All graphs have one end.
      const key = position === length - 1 ? "" : targets.join();
      const number = numbers.get(key) ?? next.push(targets) - 1;
      numbers.set(key, number);
      to[edge] = number;
    }
    layers.push({ unit: all[0]?.unit ?? "", before: states.length, after: next.length, ways: 2, to });
    states = next;
  }
  return { layers, isFeasible: true, edgeCount: layers.reduce((sum, { to }) => sum + to.length, 0) };
}

/** A look at a pair of nodes takes less time than one at a state. */
const stepsInOne = 4;

/** Nodes are pairs of the number of a graph and of one of its nodes, in order, each once. */
function follow(nodes: readonly number[], takes: boolean, layers: readonly (Layer | undefined)[]): readonly number[] {
  const targets: number[] = [];
  for (let at = 0; at < nodes.length; ) {
    const graph = nodes[at] as number;
    const layer = layers[graph];
    const from = targets.length;
    for (; nodes[at] === graph; at += 2) {
      if (layer === undefined) continue;
      const { ways, to } = layer;
      const first = (nodes[at + 1] as number) * ways;
      if (takes) {
        for (let way = 0; way < ways - 1; way += 1) insert(targets, from, graph, to[first + way] as number);
      } else insert(targets, from, graph, to[first + ways - 1] as number);
    }
  }
  return targets;
}

/** Keeps the nodes of a graph in order. */
function insert(targets: number[], from: number, graph: number, node: number): void {
  if (node === -1) return;
  let at = targets.length;
  while (at > from && (targets[at - 1] as number) > node) at -= 2;
  if (at > from && targets[at - 1] === node) return;
  targets.splice(at, 0, graph, node);
}
