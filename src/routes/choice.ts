import { accepts } from "./accepts.ts";
import { type Contradiction, findContradiction } from "./contradiction.ts";
import { betterOf, type Extreme } from "./extremes.ts";
import { TooManyEdges } from "./graph.ts";
import { keptRules } from "./kept-rules.ts";
import { type Limits, usualLimits } from "./limits.ts";
import { type RouteRule, rulesOf } from "./rules.ts";
import { isFeasible, pathwaysOf, routesUnder } from "./solve.ts";
import type { Figure, Structure } from "./structure.ts";

/** What can be said of a learner's choice of units. */
export interface Choice {
  readonly isValid: boolean;
  /** The units to add to make it valid; null where no units can. */
  readonly missing: readonly string[] | null;
  /** The cheapest valid set that holds the choice; null where there is none. */
  readonly completion: readonly string[] | null;
  /** Where there is none: the rules, and the chosen units, that cannot go together. */
  readonly conflict: (Contradiction & { readonly units: readonly string[] }) | null;
}

/**
 * Cheapest is by total unit time; where a unit does not state it, by credit, and last by the number of units.
 *
 * @throws TooManyEdges where the limits do not let it come to an end
 */
export function judgeChoice(structure: Structure, chosen: readonly string[], limits: Limits = usualLimits): Choice {
  const rules = rulesOf(structure);
  const set = new Set(chosen);
  if (accepts(structure, rules, pathwaysOf(structure), set)) {
    return { isValid: true, missing: [], completion: inFileOrder(structure, set), conflict: null };
  }
  const best = cheapest(structure, rules, set, limits);
  if (best !== null) {
    return { isValid: false, missing: best.units.filter((id) => !set.has(id)), completion: best.units, conflict: null };
  }
  return { isValid: false, missing: null, completion: null, conflict: findConflict(structure, rules, chosen, limits) };
}

/**
 * A valid set of units that lies within what a learner has achieved, who may have achieved more than is asked for; null
 * where there is none.
 */
export function routeWithin(
  structure: Structure,
  achieved: readonly string[],
  limits: Limits = usualLimits,
): readonly string[] | null {
  const set = new Set(achieved);
  const fileOrder = structure.units.map(({ id }) => id);
  const fewestOthers = pathwaysOf(structure)
    .flatMap((pathway) => routesUnder(structure, rulesOf(structure), [pathway], limits))
    .map((routes) => routes.extreme((unit) => (set.has(unit) ? 0 : 1), 1))
    .reduce((best, one) => betterOf(best, one, 1, fileOrder), null);
  return fewestOthers?.units.every((unit) => set.has(unit)) === true ? fewestOthers.units : null;
}

function inFileOrder({ units }: Structure, set: ReadonlySet<string>): readonly string[] {
  return units.map(({ id }) => id).filter((id) => set.has(id));
}

function cheapest(
  structure: Structure,
  rules: readonly RouteRule[],
  set: ReadonlySet<string>,
  limits: Limits,
): Extreme | null {
  const fileOrder = structure.units.map(({ id }) => id);
  const measure = (["totalUnitTime", "credit"] as const satisfies readonly Figure[]).find((figure) =>
    structure.units.every((unit) => unit[figure] !== null),
  );
  const amounts = new Map(structure.units.map((unit) => [unit.id, measure === undefined ? 1 : (unit[measure] ?? 0)]));
  const all = pathwaysOf(structure).flatMap((pathway) =>
    routesUnder(structure, [...rules, ...taking(set)], [pathway], limits),
  );
  const found = all.filter(({ isFeasible: can }) => can).map((one) => one.extreme((unit) => amounts.get(unit) ?? 0, 1));
  const best = found.reduce((least, one) => betterOf(least, one, 1, fileOrder), null);
  // There is one, and nobody can say which: that is no contradiction.
  if (best === null && found.length > 0) throw new TooManyEdges();
  return best;
}

function taking(set: Iterable<string>): readonly RouteRule[] {
  return [...set].map((unit) => ({ kind: "taken" as const, unit, at: "" }));
}

function findConflict(structure: Structure, rules: readonly RouteRule[], chosen: readonly string[], limits: Limits) {
  const all = [...taking(chosen), ...rules];
  const found = findContradiction(
    all,
    (some) => isFeasible(structure, some, pathwaysOf(structure), limits),
    (some) => keptRules(structure, all, some, pathwaysOf(structure), limits),
  );
  return {
    isSmallest: found.isSmallest,
    units: found.rules.flatMap((rule) => (rule.kind === "taken" ? [rule.unit] : [])),
    rules: found.rules.filter(({ kind }) => kind !== "taken"),
  };
}
