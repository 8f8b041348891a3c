import { circleTrackers } from "./circles.ts";
import type { RouteRule } from "./rules.ts";
import type { Row } from "./simplex.ts";
import type { Structure } from "./structure.ts";
import { isBoundInUse, weights } from "./sums.ts";
import { type View, viewOf } from "./trackers.ts";

/** The rules of a pathway as linear demands: a variable is a unit in a group that lists it, 1 where it is placed there. */
export interface LinearRules {
  readonly places: readonly { readonly unit: string; readonly group: number }[];
  readonly rows: readonly Row[];
  /** By row: the rule that asks for it; a row of several rules, or of none, has null. */
  readonly owners: readonly (RouteRule | null)[];
  /** By unit: the variable that decides it: its only place, or what is left of the row that lets it have one place. */
  readonly deciders: ReadonlyMap<string, { readonly variable: number; readonly whenTaken: 0 | 1 }>;
}

type Factors = ReadonlyMap<number, number>;

export function linearRules(structure: Structure, rules: readonly RouteRule[], pathway: string | null): LinearRules {
  const view = viewOf(structure, pathway);
  const places = [...view.groupsOf].flatMap(([unit, groups]) => groups.map((group) => ({ unit, group })));
  const placesOf = new Map<string, number[]>();
  for (const [index, { unit }] of places.entries()) placesOf.set(unit, [...(placesOf.get(unit) ?? []), index]);
  const sum = (units: Iterable<string>, factor: number): [number, number][] =>
    [...new Set(units)].flatMap((unit) => (placesOf.get(unit) ?? []).map((place): [number, number] => [place, factor]));
  const rows: Row[] = [];
  const owners: (RouteRule | null)[] = [];
  let owner: RouteRule | null = null;
  const atMost = (factors: Iterable<readonly [number, number]>, limit: number) => {
    rows.push({ factors: added(factors), limit, isExact: false });
    owners.push(owner);
  };
  const deciders = new Map<string, { variable: number; whenTaken: 0 | 1 }>();
  for (const [unit, own] of placesOf) {
    const [first = 0, ...more] = own;
    if (more.length === 0) deciders.set(unit, { variable: first, whenTaken: 1 });
    else {
      deciders.set(unit, { variable: places.length + rows.length, whenTaken: 0 });
      atMost(sum([unit], 1), 1);
    }
  }
  const needs = (unit: string, options: readonly string[]) => {
    if (placesOf.has(unit)) atMost([...sum([unit], 1), ...sum(options, -1)], 0);
  };
  atMost(sum(view.offered, -1), -1);
  for (const rule of rules) {
    owner = rule;
    addRule(rule, view, places, { atMost, sum, needs });
  }
  owner = null;
  for (const { touches } of circleTrackers(view, rules)) atMost(sum(touches, 1), touches.size - 1);
  return { places, rows, owners, deciders };
}

interface Making {
  readonly atMost: (factors: Iterable<readonly [number, number]>, limit: number) => void;
  readonly sum: (units: Iterable<string>, factor: number) => [number, number][];
  readonly needs: (unit: string, options: readonly string[]) => void;
}

function addRule(rule: RouteRule, view: View, places: LinearRules["places"], { atMost, sum, needs }: Making): void {
  switch (rule.kind) {
    case "bound": {
      if (!isBoundInUse(view.structure, view.pathway, rule)) return;
      const weigh = weights(view, rule);
      const sign = rule.side === "max" ? 1 : -1;
      atMost(
        places.map(({ unit, group }, index) => [index, sign * weigh(unit, group)] as const),
        sign * rule.limit,
      );
      return;
    }
    case "all": {
      if (!view.open.includes(rule.group)) return;
      for (const unit of view.structure.groups[rule.group]?.members ?? []) {
        const others = view.equals(unit).filter((other) => other !== unit);
        const own = places.findIndex((place) => place.unit === unit && place.group === rule.group);
        atMost([[own, -1], ...sum(others, -1)], -1);
      }
      return;
    }
    case "barred":
    case "equivalent":
      atMost(sum(rule.set, 1), 1);
      return;
    case "corequisite": {
      const [first = [], ...others] = [...new Set(rule.set)].map((unit) => view.equals(unit));
      for (const other of others) {
        for (const unit of first) needs(unit, other);
        for (const unit of other) needs(unit, first);
      }
      return;
    }
    case "prerequisite":
      needs(
        rule.unit,
        view.equals(rule.needs).filter((unit) => unit !== rule.unit),
      );
      return;
    case "taken":
      atMost(sum([rule.unit], -1), -1);
      return;
    case "left":
      atMost(sum([rule.unit], 1), 0);
  }
}

function added(factors: Iterable<readonly [number, number]>): Factors {
  const sums = new Map<number, number>();
  for (const [variable, factor] of factors) sums.set(variable, (sums.get(variable) ?? 0) + factor);
  return new Map([...sums].filter(([, factor]) => factor !== 0));
}
