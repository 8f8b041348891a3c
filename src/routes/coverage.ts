import type { Graph } from "./graph.ts";

/**
 * Which nodes of a graph lead at least wherever another does: to every set of units that is left. Of several nodes that the
 * same choices have led to, those that are so covered need not be followed.
 */
export class Coverage {
  /** How often a pair of nodes was looked at. */
  steps = 0;
  readonly #graphs: readonly Graph[];
  /** By graph and layer: the pairs that are known. */
  readonly #known: readonly Map<number, boolean>[][];

  constructor(graphs: readonly Graph[]) {
    this.#graphs = graphs;
    this.#known = graphs.map(({ layers }) => layers.map(() => new Map()));
  }

  /** The nodes before a layer, as pairs of the number of a graph and of its node, without those that others cover. */
  withoutCovered(nodes: readonly number[], position: number): readonly number[] {
    if (nodes.length <= 2) return nodes;
    const kept: number[] = [];
    for (let at = 0; at < nodes.length; at += 2) {
      const graph = nodes[at] as number;
      const node = nodes[at + 1] as number;
      if (this.#isCovered(kept, graph, node, position)) continue;
      this.#dropCovered(kept, graph, node, position);
      kept.push(graph, node);
    }
    return kept;
  }

  #isCovered(kept: readonly number[], graph: number, node: number, position: number): boolean {
    for (let at = 0; at < kept.length; at += 2) {
      if (kept[at] === graph && this.#covers(graph, position, kept[at + 1] as number, node)) return true;
    }
    return false;
  }

  #dropCovered(kept: number[], graph: number, node: number, position: number): void {
    let length = 0;
    for (let at = 0; at < kept.length; at += 2) {
      const other = kept[at + 1] as number;
      if (kept[at] === graph && this.#covers(graph, position, node, other)) continue;
      kept[length] = kept[at] as number;
      kept[length + 1] = other;
      length += 2;
    }
    kept.length = length;
  }

  /** Whether each way on from the other is matched by one from the node that takes or leaves the same unit, and so on to the end. */
  #covers(graph: number, position: number, node: number, other: number): boolean {
    if (node === other) return true;
    this.steps += 1;
    const layer = this.#graphs[graph]?.layers[position];
    if (layer === undefined) return true;
    const known = this.#known[graph]?.[position] as Map<number, boolean>;
    const key = node * layer.before + other;
    const before = known.get(key);
    if (before !== undefined) return before;
    const { ways, to } = layer;
    const target = (from: number, way: number) => to[from * ways + way] as number;
    const matches = (way: number, by: number) => {
      const on = target(node, by);
      return on !== -1 && this.#covers(graph, position + 1, on, target(other, way));
    };
    const last = ways - 1;
    let can = target(other, last) === -1 || matches(last, last);
    for (let way = 0; can && way < last; way += 1) {
      if (target(other, way) === -1) continue;
      // The same way is the likeliest.
      can = matches(way, way);
      for (let by = 0; !can && by < last; by += 1) can = by !== way && matches(way, by);
    }
    known.set(key, can);
    return can;
  }
}
