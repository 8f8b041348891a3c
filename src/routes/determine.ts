import { Coverage } from "./coverage.ts";
import type { Graph, Layer } from "./graph.ts";

/**
 * Follows all graphs at once: a state is every node, of every graph, that the same choices so far may have led to, without
 * those that lead nowhere where another does not lead as well. Distinct sets of units are then distinct paths. null where
 * there are more than `mostSteps` nodes to look at.
 */
export function countDetermined(graphs: readonly Graph[], mostSteps: number): bigint | null {
  const length = graphs[0]?.layers.length ?? 0;
  let states = new Map<string, State>([["", { nodes: graphs.flatMap((_, graph) => [graph, 0]), count: 1n }]]);
  const coverage = new Coverage(graphs);
  let seen = 0;
  for (let position = 0; position < length; position += 1) {
    const layers = graphs.map((graph) => graph.layers[position]);
    const next = new Map<string, State>();
    for (const { nodes, count } of states.values()) {
      for (const takes of [true, false]) {
        const all = follow(nodes, takes, layers);
        seen += nodes.length / 2 + 1;
        if (seen + coverage.steps / stepsInOne > mostSteps) return null;
        const targets = coverage.withoutCovered(all, position + 1);
        if (targets.length === 0) continue;
        const key = targets.join();
        const known = next.get(key);
        if (known === undefined) next.set(key, { nodes: targets, count });
        else known.count += count;
      }
    }
    states = next;
  }
  return [...states.values()].reduce((sum, { count }) => sum + count, 0n);
}

/** A look at a pair of nodes takes less time than one at a state. */
const stepsInOne = 4;

/** Pairs of the number of a graph and of one of its nodes, in order, each once. */
interface State {
  readonly nodes: readonly number[];
  count: bigint;
}

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
