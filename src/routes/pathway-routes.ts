import { countByBoxes } from "./count-boxes.ts";
import { type Extreme, findExtreme } from "./extremes.ts";
import { buildGraph, canBeWalked, type Graph, hasEdges, TooManyEdges } from "./graph.ts";
import type { Limits } from "./limits.ts";
import { weigh } from "./order-units.ts";
import { buildPacks } from "./packs.ts";
import type { Programme } from "./programme.ts";
import { Search } from "./search.ts";
import type { Machine } from "./trackers.ts";

/** What can be asked of the routes of one pathway. */
export interface PathwayRoutes {
  /** Every route as a path; null where there are too many nodes for one graph. */
  readonly graph: () => Graph | null;
  /** Distinct sets, found without that graph; null where it takes too long. */
  readonly count: () => bigint | null;
  readonly isFeasible: boolean;
  /** Of feasible ones: whether any route takes the unit, or any leaves it. */
  readonly has: (unit: string, takes: boolean) => boolean;
  /** null where it cannot be found within the limits. */
  readonly extreme: (amount: (unit: string) => number, sign: 1 | -1) => Extreme | null;
}

/** A pathway in the forms in which it can be asked. */
export interface Question {
  readonly machine: Machine;
  readonly order: readonly string[];
  readonly programme: (mostWork: number) => Programme;
}

/** One graph where that is small; else several ways to find an answer. @throws TooManyEdges where none of them comes to an end */
export function routesOf(question: Question, fileOrder: readonly string[], limits: Limits): PathwayRoutes {
  const { machine, order } = question;
  const quick = isLikely(question, limits.quickEdges)
    ? attempt(() => buildGraph(machine, order, limits.quickEdges))
    : null;
  return quick === null ? inSeveralWays(question, fileOrder, limits) : inOneGraph(quick, fileOrder);
}

/** Whether a machine accepts any set at all. @throws TooManyEdges */
export function acceptsAny(question: Question, limits: Limits): boolean {
  const { machine, order } = question;
  const quick = isLikely(question, limits.quickEdges)
    ? attempt(() => canBeWalked(machine, order, limits.quickEdges))
    : null;
  return quick ?? inSeveralWays(question, order, limits).isFeasible;
}

/** The weight of an order is of nodes that there could be; far fewer are met. */
function isLikely({ machine, order }: Question, edges: number): boolean {
  return weigh(order, machine.trackers) < edges * 30;
}

/** null where the work is too much. */
export function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof TooManyEdges) return null;
    throw error;
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function inOneGraph(graph: Graph, fileOrder: readonly string[]): PathwayRoutes {
  const edges = new Map(graph.layers.map((layer) => [layer.unit, hasEdges(layer)]));
  return {
    graph: () => graph,
    count: () => null,
    isFeasible: graph.isFeasible,
    has: (unit, takes) => edges.get(unit)?.[takes ? "taking" : "leaving"] ?? !takes,
    extreme: (amount, sign) => findExtreme(graph, amount, sign, fileOrder),
  };
}

/** A linear programme for a while, a search through several graphs, the programme for longer, one graph: each where those before it do not come to an end. */
function inSeveralWays(question: Question, fileOrder: readonly string[], limits: Limits): PathwayRoutes {
  const { machine, order } = question;
  const programme = once(() => question.programme(limits.linearWork / 6));
  const patient = once(() => question.programme(limits.linearWork));
  const search = once(() =>
    attempt(() => new Search(buildPacks(machine, order, limits.packEdges), fileOrder, limits.searchSteps)),
  );
  const whole = once(() =>
    isLikely(question, limits.edges) ? attempt(() => buildGraph(machine, order, limits.edges)) : null,
  );
  const inWhole = once(() => {
    const graph = whole();
    return graph === null ? null : inOneGraph(graph, fileOrder);
  });
  const ask = <T>(way: (asked: Programme | Search) => T): { readonly found: T } | null =>
    attempt(() => ({ found: way(programme()) })) ??
    attempt(() => {
      const asked = search();
      return asked === null ? null : { found: way(asked) };
    }) ??
    attempt(() => ({ found: way(patient()) }));
  const offered = new Set(order);
  const found: ReadonlySet<string>[] = [];
  const any = ask((asked) => asked.find(null, true));
  if (any !== null && any.found !== null) found.push(new Set(any.found));
  const isFeasible = any === null ? inWhole()?.isFeasible : any.found !== null;
  if (isFeasible === undefined) throw new TooManyEdges();
  const has = (unit: string, takes: boolean) => {
    if (!offered.has(unit)) return !takes;
    if (found.some((route) => route.has(unit) === takes)) return true;
    const one = ask((asked) => asked.find(unit, takes));
    if (one !== null && one.found !== null) found.push(new Set(one.found));
    const can = one === null ? inWhole()?.has(unit, takes) : one.found !== null;
    if (can === undefined) throw new TooManyEdges();
    return can;
  };
  const extreme = (amount: (unit: string) => number, sign: 1 | -1) => {
    const best = ask((asked) => asked.findExtreme(amount, sign))?.found ?? inWhole()?.extreme(amount, sign) ?? null;
    if (best !== null) found.push(new Set(best.units));
    return best;
  };
  const count = once(() => countByBoxes(machine, order, limits));
  return { graph: whole, count, isFeasible, has, extreme };
}
