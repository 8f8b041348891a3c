import type { Graph, Layer } from "./graph.ts";

/**
 * How many distinct sets of units the graphs accept between them: a set that several placements or pathways accept counts
 * once. null where telling them apart would take more than `mostSteps` steps.
 */
export function countSets(graphs: readonly Graph[], mostSteps: number): bigint | null {
  const feasible = graphs.filter(({ isFeasible }) => isFeasible);
  const [only] = feasible;
  if (only === undefined) return 0n;
  if (feasible.length === 1 && only.layers.every(isDeterministic)) return countPaths(only);
  return countDetermined(feasible, mostSteps);
}

/** Whether no node has two ways to take the unit, or two to leave it: then paths are sets. */
function isDeterministic({ from, takes }: Layer): boolean {
  const ways = new Set<number>();
  for (let edge = 0; edge < from.length; edge += 1) ways.add((from[edge] as number) * 2 + (takes[edge] as number));
  return ways.size === from.length;
}

function countPaths({ layers }: Graph): bigint {
  let counts: readonly bigint[] = [1n];
  for (const { after, from, to } of layers) {
    const next = new Array<bigint>(after).fill(0n);
    for (let edge = 0; edge < from.length; edge += 1) {
      const target = to[edge] as number;
      next[target] = (next[target] as bigint) + (counts[from[edge] as number] as bigint);
    }
    counts = next;
  }
  return counts.reduce((sum, one) => sum + one, 0n);
}

/** Follows all graphs at once: a state is every node, of every graph, that the same choices so far may have led to. */
function countDetermined(graphs: readonly Graph[], mostSteps: number): bigint | null {
  const length = graphs[0]?.layers.length ?? 0;
  let states = new Map<string, { readonly nodes: readonly (readonly number[])[]; count: bigint }>();
  states.set("start", { nodes: graphs.map(() => [0]), count: 1n });
  let seen = 0;
  for (let position = 0; position < length; position += 1) {
    const moves = graphs.map((graph) => movesOf(graph.layers[position]));
    const next = new Map<string, { readonly nodes: readonly (readonly number[])[]; count: bigint }>();
    for (const { nodes, count } of states.values()) {
      for (const takes of [true, false]) {
        const targets = nodes.map((own, graph) => follow(own, takes, moves[graph]));
        seen += targets.reduce((sum, own) => sum + own.length, 0);
        if (targets.every((own) => own.length === 0)) continue;
        const key = targets.map((own) => own.join()).join("|");
        const known = next.get(key);
        if (known === undefined) next.set(key, { nodes: targets, count });
        else known.count += count;
      }
      if (seen > mostSteps) return null;
    }
    states = next;
  }
  return [...states.values()].reduce((sum, { count }) => sum + count, 0n);
}

type Moves = ReadonlyMap<number, readonly number[]>;

/** Where taking leads from each node (at twice its number and one), and where leaving does (at twice its number). */
function movesOf(layer: Layer | undefined): Moves {
  const moves = new Map<number, number[]>();
  if (layer === undefined) return moves;
  for (let edge = 0; edge < layer.from.length; edge += 1) {
    const way = (layer.from[edge] as number) * 2 + (layer.takes[edge] as number);
    const targets = moves.get(way) ?? [];
    targets.push(layer.to[edge] as number);
    moves.set(way, targets);
  }
  return moves;
}

function follow(nodes: readonly number[], takes: boolean, moves: Moves | undefined): readonly number[] {
  const targets = new Set(nodes.flatMap((node) => moves?.get(node * 2 + (takes ? 1 : 0)) ?? []));
  return [...targets].sort((a, b) => a - b);
}
