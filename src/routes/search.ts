import type { Extreme } from "./extremes.ts";
import { type Graph, hasEdges, type Layer, TooManyEdges } from "./graph.ts";
import { narrow } from "./narrow.ts";

/**
 * The routes that several graphs accept together. Each graph says of every node what a way on costs at least, so that most
 * of the ways that lead nowhere, or to nothing better, are never followed.
 */
export class Search {
  readonly #graphs: readonly Graph[];
  readonly #fileOrder: readonly string[];
  readonly #mostSteps: number;
  /** Steps that are left to the question. */
  #steps = 0;
  #views: readonly View[] | null = null;

  constructor(graphs: readonly Graph[], fileOrder: readonly string[], mostSteps: number) {
    this.#graphs = graphs;
    this.#fileOrder = fileOrder;
    this.#mostSteps = mostSteps;
  }

  /** Any route, or one that takes or leaves a unit; null where there is none. @throws TooManyEdges */
  find(unit: string | null, takes: boolean): readonly string[] | null {
    if (this.#graphs.some(({ isFeasible }) => !isFeasible)) return null;
    this.#steps = this.#mostSteps;
    const decided = new Map(unit === null ? [] : [[unit, takes]]);
    const free = { weight: () => 0, limit: Number.POSITIVE_INFINITY, decided };
    try {
      // Most of what is asked for is near the way that promises most.
      this.#steps = Math.min(this.#mostSteps, 2000);
      this.#views ??= this.#graphs.map((graph) => viewOf(graph, free.weight));
      return this.#follow(this.#views, free.weight, free.limit, decided)?.units ?? null;
    } catch (error) {
      if (!(error instanceof TooManyEdges)) throw error;
    }
    this.#steps = this.#mostSteps;
    const graphs = this.#graphs.map((graph) => narrow(graph, free));
    return this.#best(graphs, free.weight, free.limit)?.units ?? null;
  }

  /** A route with the least (`sign` 1) or the most (`sign` -1) of a figure, the first in file order. @throws TooManyEdges */
  findExtreme(amount: (unit: string) => number, sign: 1 | -1): Extreme | null {
    this.#steps = this.#mostSteps;
    const weight = (unit: string) => amount(unit) * sign;
    const best = this.#best(this.#graphs, weight, Number.POSITIVE_INFINITY);
    if (best === null) return null;
    let units = new Set(best.units);
    const narrowed = (decided: ReadonlyMap<string, boolean>) =>
      graphs.map((graph) => narrow(graph, { weight, limit: best.cost, decided }));
    let graphs = this.#graphs;
    graphs = narrowed(new Map());
    units = new Set(this.#firstOf(graphs, weight, best.cost + 1)?.units ?? best.units);
    // What the graphs do not know of yet.
    let decided = new Map<string, boolean>();
    for (const unit of this.#fileOrder) {
      if (units.has(unit)) {
        decided.set(unit, true);
        continue;
      }
      if (graphs.some((graph) => !hasTaking(graph, unit))) continue;
      const taking = narrowed(new Map([...decided, [unit, true]]));
      const found = this.#firstOf(taking, weight, best.cost + 1);
      if (found === null) {
        decided.set(unit, false);
        continue;
      }
      units = new Set(found.units);
      graphs = taking;
      decided = new Map();
    }
    return { value: best.cost * sign || 0, units: this.#fileOrder.filter((unit) => units.has(unit)) };
  }

  /** The same as `#best`, tried for a while by taking whatever can be taken: of equals, that is near the first in file order. */
  #firstOf(graphs: readonly Graph[], weight: (unit: string) => number, limit: number): Found | null {
    if (graphs.some(({ isFeasible }) => !isFeasible)) return null;
    const views = graphs.map((graph) => viewOf(graph, weight));
    const left = this.#steps;
    try {
      this.#steps = stepsOfTry;
      return this.#follow(views, weight, limit, new Map(), true);
    } catch (error) {
      if (!(error instanceof TooManyEdges)) throw error;
    } finally {
      this.#steps = left;
    }
    return this.#follow(views, weight, limit, new Map());
  }

  /** The cheapest way that all graphs have below a limit. */
  #best(graphs: readonly Graph[], weight: (unit: string) => number, limit: number): Found | null {
    if (graphs.some(({ isFeasible }) => !isFeasible)) return null;
    const views = graphs.map((graph) => viewOf(graph, weight));
    return this.#follow(views, weight, limit, new Map());
  }

  #follow(
    views: readonly View[],
    weight: (unit: string) => number,
    limit: number,
    decided: ReadonlyMap<string, boolean>,
    takesFirst = false,
  ): Found | null {
    const depth = views[0]?.layers.length ?? 0;
    const known = Array.from({ length: depth }, () => new Map<string, number>());
    const taken: string[] = [];
    let best: Found | null = null;
    let below = limit;
    const isAnyGoodEnough = weightsAreZero(views[0]?.layers ?? [], weight);
    const follow = (position: number, nodes: readonly number[], cost: number): boolean => {
      if (position === depth) {
        best = { cost, units: [...taken] };
        below = cost;
        return isAnyGoodEnough || cost <= lowestOf(views);
      }
      this.#steps -= 1;
      if (this.#steps < 0) throw new TooManyEdges();
      const key = nodes.join();
      const before = known[position]?.get(key);
      if (before !== undefined && before <= cost) return false;
      known[position]?.set(key, cost);
      const unit = views[0]?.layers[position]?.unit ?? "";
      for (const { next, takes, bound } of waysOn(views, position, nodes, weight(unit), takesFirst)) {
        if (cost + bound >= below || decided.get(unit) === !takes) continue;
        if (takes) taken.push(unit);
        const isDone = follow(position + 1, next, cost + (takes ? weight(unit) : 0));
        if (takes) taken.pop();
        if (isDone) return true;
      }
      return false;
    };
    follow(
      0,
      views.map(() => 0),
      0,
    );
    return best;
  }
}

/** Of a try that may well come to nothing. */
const stepsOfTry = 500;

interface Found {
  readonly cost: number;
  readonly units: readonly string[];
}

/** What one graph says of its nodes. */
interface View {
  readonly layers: readonly Layer[];
  /** By layer and node: the least that the rest of a way costs. */
  readonly toGo: readonly Float64Array[];
  /** How many ways on there are, about. */
  readonly count: readonly Float64Array[];
}

function viewOf({ layers }: Graph, weight: (unit: string) => number): View {
  const toGo = [new Float64Array(1)];
  const count = [Float64Array.of(1)];
  for (const { unit, before, ways, to } of layers.toReversed()) {
    const cost = weight(unit);
    const after = toGo.at(-1) as Float64Array;
    const afterCount = count.at(-1) as Float64Array;
    const own = new Float64Array(before).fill(Number.POSITIVE_INFINITY);
    const ownCount = new Float64Array(before);
    for (let node = 0, edge = 0; node < before; node += 1) {
      for (let way = 0; way < ways; way += 1, edge += 1) {
        const target = to[edge] as number;
        if (target === -1) continue;
        own[node] = Math.min(own[node] as number, (after[target] as number) + (way < ways - 1 ? cost : 0));
        ownCount[node] = (ownCount[node] as number) + (afterCount[target] as number);
      }
    }
    toGo.push(own);
    count.push(ownCount);
  }
  return { layers, toGo: toGo.reverse(), count: count.reverse() };
}

interface WayOn {
  readonly next: readonly number[];
  readonly takes: boolean;
  /** The least that a route this way still costs. */
  readonly bound: number;
  /** The larger, the likelier that there is a route this way. */
  readonly hope: number;
}

/** The ways that every graph has, those that promise most first. */
function waysOn(
  views: readonly View[],
  position: number,
  nodes: readonly number[],
  weight: number,
  takesFirst: boolean,
): readonly WayOn[] {
  const ways = views[0]?.layers[position]?.ways ?? 0;
  const found: WayOn[] = [];
  for (let way = 0; way < ways; way += 1) {
    const takes = way < ways - 1;
    const next = views.map(({ layers }, view) => layers[position]?.to[(nodes[view] as number) * ways + way] ?? -1);
    if (next.includes(-1)) continue;
    const each = views.map(({ toGo }, view) => toGo[position + 1]?.[next[view] as number] ?? 0);
    const hope = views.reduce(
      (sum, { count }, view) => sum + Math.log(count[position + 1]?.[next[view] as number] ?? 1),
      0,
    );
    found.push({ next, takes, bound: Math.max(...each) + (takes ? weight : 0), hope });
  }
  // Those that take the unit stand first.
  return takesFirst ? found : found.sort((a, b) => a.bound - b.bound || b.hope - a.hope);
}

function lowestOf(views: readonly View[]): number {
  return Math.max(...views.map(({ toGo }) => toGo[0]?.[0] ?? 0));
}

function weightsAreZero(layers: readonly Layer[], weight: (unit: string) => number): boolean {
  return layers.every(({ unit }) => weight(unit) === 0);
}

/** Whether some way of a graph takes a unit. */
function hasTaking({ layers }: Graph, unit: string): boolean {
  const layer = layers.find((one) => one.unit === unit);
  return layer !== undefined && hasEdges(layer).taking;
}
