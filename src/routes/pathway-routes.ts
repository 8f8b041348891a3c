import { type Extreme, findExtreme } from "./extremes.ts";
import { buildGraph, canBeWalked, type Graph, hasEdges, TooManyEdges } from "./graph.ts";
import { buildPacks } from "./packs.ts";
import { Search } from "./search.ts";
import type { Machine } from "./trackers.ts";

/** How much work may be done. */
export interface Limits {
  /** Beyond these, the sets are not counted, and all else is found by search. */
  readonly edges: number;
  /** Beyond these, sets that can be placed in several ways are not counted. */
  readonly steps: number;
  /** About how large each of the graphs is that a search goes through. */
  readonly packEdges: number;
  /** Beyond these, the search for one answer is given up. */
  readonly searchSteps: number;
}

export const usualLimits: Limits = { edges: 20_000_000, steps: 1_000_000, packEdges: 500_000, searchSteps: 60_000 };

/** What can be asked of the routes of one pathway. */
export interface PathwayRoutes {
  /** Every route as a path; null where there are too many nodes for one graph. */
  readonly graph: Graph | null;
  readonly isFeasible: boolean;
  /** Of feasible ones: whether any route takes the unit, or any leaves it. */
  readonly has: (unit: string, takes: boolean) => boolean;
  /** null where it cannot be found within the limits. */
  readonly extreme: (amount: (unit: string) => number, sign: 1 | -1) => Extreme | null;
}

/** One graph where that is small enough, else a search through several. @throws TooManyEdges where neither comes to an end */
export function routesOf(
  machine: Machine,
  order: readonly string[],
  fileOrder: readonly string[],
  limits: Limits,
): PathwayRoutes {
  try {
    return inOneGraph(buildGraph(machine, order, limits.edges), fileOrder);
  } catch (error) {
    if (!(error instanceof TooManyEdges)) throw error;
    return bySearch(machine, order, fileOrder, limits);
  }
}

/** Whether a machine accepts any set at all. @throws TooManyEdges */
export function acceptsAny(machine: Machine, order: readonly string[], limits: Limits): boolean {
  try {
    return canBeWalked(machine, order, limits.packEdges);
  } catch (error) {
    if (!(error instanceof TooManyEdges)) throw error;
  }
  try {
    return bySearch(machine, order, order, limits).isFeasible;
  } catch (error) {
    if (!(error instanceof TooManyEdges)) throw error;
    return canBeWalked(machine, order, limits.edges);
  }
}

function inOneGraph(graph: Graph, fileOrder: readonly string[]): PathwayRoutes {
  const edges = new Map(graph.layers.map((layer) => [layer.unit, hasEdges(layer)]));
  return {
    graph,
    isFeasible: graph.isFeasible,
    has: (unit, takes) => edges.get(unit)?.[takes ? "taking" : "leaving"] ?? !takes,
    extreme: (amount, sign) => findExtreme(graph, amount, sign, fileOrder),
  };
}

function bySearch(
  machine: Machine,
  order: readonly string[],
  fileOrder: readonly string[],
  { packEdges, searchSteps }: Limits,
): PathwayRoutes {
  const search = new Search(buildPacks(machine, order, packEdges), fileOrder, searchSteps);
  const found = [search.find(null, true)].filter((one) => one !== null);
  const offered = new Set(order);
  const has = (unit: string, takes: boolean) => {
    if (!offered.has(unit)) return !takes;
    if (found.some((route) => route.includes(unit) === takes)) return true;
    const route = search.find(unit, takes);
    if (route !== null) found.push(route);
    return route !== null;
  };
  const extreme = (amount: (unit: string) => number, sign: 1 | -1) => {
    try {
      const best = search.findExtreme(amount, sign);
      if (best !== null) found.push(best.units);
      return best;
    } catch (error) {
      if (error instanceof TooManyEdges) return null;
      throw error;
    }
  };
  return { graph: null, isFeasible: found.length > 0, has, extreme };
}
