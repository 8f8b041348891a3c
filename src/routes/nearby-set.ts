import { circleTrackers } from "./circles.ts";
import { relationTrackers } from "./relations.ts";
import type { RouteRule } from "./rules.ts";
import type { Structure } from "./structure.ts";
import { isBoundInUse, weights } from "./sums.ts";
import { type Tracker, viewOf } from "./trackers.ts";

type Bound = Extract<RouteRule, { readonly kind: "bound" }>;

/**
 * A set of units that is changed one unit at a time, and what it breaks. It is for structures in which every unit is listed
 * by one group in use: there, a set has one placement.
 */
export class NearbySet {
  readonly #bounds = new Map<Bound, Held>();
  readonly #relations: readonly Tracker[];
  readonly #relationsOf: ReadonlyMap<string, readonly Tracker[]>;
  readonly #groups: ReadonlyMap<string, number>;
  readonly #broken = new Set<Bound | Tracker>();
  #units = new Set<string>();

  constructor(structure: Structure, rules: readonly RouteRule[], pathway: string | null) {
    const view = viewOf(structure, pathway);
    this.#groups = new Map([...view.groupsOf].map(([unit, [group = 0]]) => [unit, group]));
    for (const rule of rules) {
      if (rule.kind !== "bound" || !isBoundInUse(structure, pathway, rule)) continue;
      const weigh = weights(view, rule);
      const own = [...this.#groups].map(([unit, group]) => [unit, weigh(unit, group)] as const);
      this.#bounds.set(rule, { weights: new Map(own.filter(([, weight]) => weight > 0)), sum: 0 });
    }
    const others = rules.filter(({ kind }) => kind !== "bound");
    this.#relations = [...relationTrackers(view, others), ...circleTrackers(view, others)];
    const relationsOf = new Map<string, Tracker[]>();
    for (const relation of this.#relations) {
      for (const unit of relation.touches) relationsOf.set(unit, [...(relationsOf.get(unit) ?? []), relation]);
    }
    this.#relationsOf = relationsOf;
  }

  /** By unit: what it adds to a bound, if anything. */
  weightsOf(bound: Bound): ReadonlyMap<string, number> {
    return this.#bounds.get(bound)?.weights ?? new Map();
  }

  has(unit: string): boolean {
    return this.#units.has(unit);
  }

  begin(units: Iterable<string>): void {
    this.#units = new Set(units);
    this.#broken.clear();
    for (const [bound, held] of this.#bounds) {
      held.sum = 0;
      for (const unit of this.#units) held.sum += held.weights.get(unit) ?? 0;
      this.#mark(bound, isKept(bound, held.sum));
    }
    for (const relation of this.#relations) this.#look(relation);
  }

  /** Takes a unit that is left out, or leaves out one that is taken. */
  flip(unit: string): void {
    const isTaken = this.#units.delete(unit);
    if (!isTaken) this.#units.add(unit);
    for (const [bound, held] of this.#bounds) {
      const weight = held.weights.get(unit);
      if (weight === undefined) continue;
      held.sum += isTaken ? -weight : weight;
      this.#mark(bound, isKept(bound, held.sum));
    }
    for (const relation of this.#relationsOf.get(unit) ?? []) this.#look(relation);
  }

  /** Whether the set keeps everything, this one bound aside. */
  keepsAllBut(bound: Bound): boolean {
    return this.#units.size > 0 && this.#broken.size === (this.#broken.has(bound) ? 1 : 0);
  }

  breaks(bound: Bound): boolean {
    return this.#broken.has(bound);
  }

  #mark(what: Bound | Tracker, isFine: boolean): void {
    if (isFine) this.#broken.delete(what);
    else this.#broken.add(what);
  }

  #look(relation: Tracker): void {
    let value = relation.start;
    for (const unit of relation.touches) {
      if (value === -1) break;
      value = relation.step(value, unit, this.#units.has(unit) ? (this.#groups.get(unit) ?? 0) : null);
    }
    this.#mark(relation, value !== -1 && relation.isMet(value));
  }
}

interface Held {
  readonly weights: ReadonlyMap<string, number>;
  sum: number;
}

function isKept({ side, limit }: Bound, sum: number): boolean {
  return side === "min" ? sum >= limit : sum <= limit;
}
