import type { Extreme } from "./extremes.ts";
import { TooManyEdges } from "./graph.ts";
import { type LinearRules, linearRules } from "./linear-rows.ts";
import type { RouteRule } from "./rules.ts";
import { type Row, Simplex } from "./simplex.ts";
import type { Structure } from "./structure.ts";

/**
 * The rules as a linear programme of whole numbers, answered by branch and bound: good where demands between groups are
 * many, of which graphs would have to remember too much at a time. Every route that it gives is checked in whole numbers.
 */
export class Programme {
  readonly #linear: LinearRules;
  readonly #fileOrder: readonly string[];
  readonly #mostWork: number;

  constructor(structure: Structure, rules: readonly RouteRule[], pathway: string | null, mostWork: number) {
    this.#linear = linearRules(structure, rules, pathway);
    this.#fileOrder = structure.units.map(({ id }) => id);
    this.#mostWork = mostWork;
  }

  /** Where the units of any route are placed; null where there is no route. @throws TooManyEdges */
  place(): ReadonlySet<number> | null {
    return this.#findPlaces(null, true);
  }

  /** Any route, or one that takes or leaves a unit; null where there is none. @throws TooManyEdges */
  find(unit: string | null, takes: boolean): readonly string[] | null {
    const found = this.#findPlaces(unit, takes);
    return found === null ? null : this.#inFileOrder(this.#unitsAt(found));
  }

  #findPlaces(unit: string | null, takes: boolean): ReadonlySet<number> | null {
    const { places, rows } = this.#linear;
    // Costs of their own for each place keep the method from going in circles.
    const costs = Float64Array.from(places, (_, index) => 1 + (index % 17) / 100);
    const simplex = new Simplex(costs, rows, this.#mostWork);
    if (unit !== null && !this.#decide(simplex, unit, takes)) return null;
    return this.#branch(simplex, rows, () => Number.POSITIVE_INFINITY, isEnough);
  }

  /** A route with the least (`sign` 1) or the most (`sign` -1) of a figure, the first in file order. @throws TooManyEdges */
  findExtreme(amount: (unit: string) => number, sign: 1 | -1): Extreme | null {
    const { places, rows } = this.#linear;
    const costs = Float64Array.from(places, ({ unit }) => amount(unit) * sign);
    const costOf = (units: ReadonlySet<string>) => [...units].reduce((sum, unit) => sum + amount(unit) * sign, 0);
    const step = costs.every(Number.isInteger) ? 1 : 1e-5;
    let least = Number.POSITIVE_INFINITY;
    const best = this.#branch(
      new Simplex(costs, rows, this.#mostWork),
      rows,
      () => least - step + 1e-6,
      (placed) => {
        least = costOf(this.#unitsAt(placed));
        return false;
      },
    );
    if (best === null) return null;
    const capped: Row = {
      factors: new Map([...costs.entries()].filter(([, cost]) => cost !== 0)),
      limit: least + (step === 1 ? 0 : 1e-9),
      isExact: false,
    };
    return { value: least * sign || 0, units: this.#first([...rows, capped], this.#unitsAt(best)) };
  }

  /** Of the routes under the rows, the first in file order, given one of them. */
  #first(rows: readonly Row[], known: ReadonlySet<string>): readonly string[] {
    const { places, deciders } = this.#linear;
    const rank = new Map(this.#fileOrder.map((unit, index) => [unit, index]));
    // Units that come first are wanted more.
    const wish = ({ unit }: { readonly unit: string }) => -1 - 8 * 0.97 ** (rank.get(unit) ?? 0);
    const simplex = new Simplex(Float64Array.from(places, wish), rows, this.#mostWork);
    let units = known;
    for (const unit of this.#fileOrder) {
      if (!deciders.has(unit)) continue;
      if (!units.has(unit)) {
        this.#decide(simplex, unit, true);
        const found = this.#branch(simplex, rows, () => Number.POSITIVE_INFINITY, isEnough);
        if (found !== null) units = this.#unitsAt(found);
      }
      this.#decide(simplex, unit, units.has(unit));
    }
    return this.#inFileOrder(units);
  }

  #unitsAt(placed: ReadonlySet<number>): ReadonlySet<string> {
    return new Set([...placed].map((index) => this.#linear.places[index]?.unit ?? ""));
  }

  #inFileOrder(units: ReadonlySet<string>): readonly string[] {
    return this.#fileOrder.filter((unit) => units.has(unit));
  }

  #decide(simplex: Simplex, unit: string, takes: boolean): boolean {
    const decider = this.#linear.deciders.get(unit);
    if (decider === undefined) return !takes;
    const value = takes ? decider.whenTaken : 1 - decider.whenTaken;
    simplex.bound(decider.variable, value, value);
    return true;
  }

  /** The last placement found that is below the cost; `accept` says of each whether to look no further. */
  #branch(
    simplex: Simplex,
    rows: readonly Row[],
    mostCost: () => number,
    accept: (placed: ReadonlySet<number>) => boolean,
  ): ReadonlySet<number> | null {
    const { places } = this.#linear;
    let found: ReadonlySet<number> | null = null;
    const follow = (): boolean => {
      if (simplex.solve(mostCost()) !== "optimal") return false;
      const open = mostDivided(simplex.values, places.length);
      if (open === -1) {
        const taken = new Set([...places.keys()].filter((index) => (simplex.values[index] as number) > 0.5));
        if (!rows.every((row) => keeps(row, taken))) throw new TooManyEdges();
        found = taken;
        return accept(found);
      }
      const [low, high] = [simplex.low[open] as number, simplex.high[open] as number];
      const first = (simplex.values[open] as number) >= 0.4 ? 1 : 0;
      for (const value of [first, 1 - first]) {
        simplex.bound(open, value, value);
        const isDone = follow();
        simplex.bound(open, low, high);
        if (isDone) return true;
      }
      return false;
    };
    follow();
    return found;
  }
}

const isEnough = () => true;

/** The variable that is furthest from a whole number; -1 where all are whole. */
function mostDivided(values: Float64Array, count: number): number {
  let most = 1e-6;
  let found = -1;
  for (let index = 0; index < count; index += 1) {
    const value = values[index] as number;
    const divided = Math.min(value, 1 - value);
    if (divided > most) {
      most = divided;
      found = index;
    }
  }
  return found;
}

/** In whole numbers. */
export function keeps({ factors, limit }: Row, placed: ReadonlySet<number>): boolean {
  let sum = 0;
  for (const [variable, factor] of factors) if (placed.has(variable)) sum += factor;
  return sum <= limit;
}
