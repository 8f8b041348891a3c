import { findExtreme } from "./extremes.ts";
import { buildGraph, type Graph, TooManyEdges } from "./graph.ts";
import { orderUnits } from "./order-units.ts";
import type { RouteRule } from "./rules.ts";
import type { Structure } from "./structure.ts";
import { weights } from "./sums.ts";
import { buildMachine, type Machine, openGroups, type View, viewOf } from "./trackers.ts";

type Bound = Extract<RouteRule, { readonly kind: "bound" }>;

/** How far a bound can be missed where only what concerns one group alone is asked for. */
export interface LooseExtreme {
  /** Whether it cannot be missed even so. */
  readonly isKept: boolean;
  /** A set in which the groups that the bound is about are as they miss it most. */
  readonly replaceIn: (units: readonly string[]) => readonly string[];
}

/** The groups of a structure in which every unit is listed once, each by itself: rules between groups are left out. */
export class LooseGroups {
  readonly #structure: Structure;
  readonly #rules: readonly RouteRule[];
  readonly #pathway: string | null;
  readonly #view: View;
  readonly #graphs = new Map<number, Graph | null>();

  constructor(structure: Structure, rules: readonly RouteRule[], pathway: string | null) {
    this.#structure = structure;
    this.#rules = rules;
    this.#pathway = pathway;
    this.#view = viewOf(structure, pathway);
  }

  offers(unit: string): boolean {
    return this.#view.groupsOf.has(unit);
  }

  /** null where a group is too large. */
  extremeOf(bound: Bound): LooseExtreme | null {
    const weigh = weights(this.#view, bound);
    const sign = bound.side === "min" ? 1 : -1;
    const pieces: string[] = [];
    const concerned = new Set<string>();
    let sum = 0;
    for (const group of openGroups(this.#structure, this.#pathway)) {
      const members = this.#structure.groups[group]?.members ?? [];
      if (members.every((unit) => weigh(unit, group) === 0)) continue;
      const graph = this.#graphOf(group, bound);
      const extreme = graph === null ? null : findExtreme(graph, (unit) => weigh(unit, group), sign, members);
      if (extreme === null) return null;
      sum += extreme.value;
      pieces.push(...extreme.units);
      for (const unit of members) concerned.add(unit);
    }
    return {
      isKept: sign === 1 ? sum >= bound.limit : sum <= bound.limit,
      replaceIn: (units) => [...units.filter((unit) => !concerned.has(unit)), ...pieces],
    };
  }

  /** The graph of a group, without one bound if that is about this group alone. */
  #graphOf(group: number, bound: Bound): Graph | null {
    const isOwn = isAbout(this.#structure, bound, group);
    const known = this.#graphs.get(group);
    if (known !== undefined && !isOwn) return known;
    const made = this.#make(group, isOwn ? bound : null);
    if (!isOwn) this.#graphs.set(group, made);
    return made;
  }

  #make(group: number, spared: Bound | null): Graph | null {
    const members = new Set(this.#structure.groups[group]?.members);
    const rules = this.#rules.filter((rule) => rule !== spared && concerns(this.#structure, rule, group, members));
    const machine = buildMachine(this.#structure, rules, this.#pathway);
    const own: Machine = {
      ...machine,
      groupsOf: new Map([...machine.groupsOf].filter(([unit]) => members.has(unit))),
      trackers: machine.trackers.filter(({ touches }) => [...touches].every((unit) => members.has(unit))),
    };
    try {
      return buildGraph(own, orderUnits([...own.groupsOf.keys()], [own]), mostEdges);
    } catch (error) {
      if (error instanceof TooManyEdges) return null;
      throw error;
    }
  }
}

const mostEdges = 100_000;

/** Whether a rule may be about units of the group alone. */
function concerns(structure: Structure, rule: RouteRule, group: number, members: ReadonlySet<string>): boolean {
  switch (rule.kind) {
    case "bound":
      return isAbout(structure, rule, group);
    case "all":
      return rule.group === group;
    case "barred":
    case "equivalent":
    case "corequisite":
      return rule.set.some((unit) => members.has(unit));
    default:
      return members.has(rule.unit);
  }
}

function isAbout({ constraints, groups }: Structure, { of, index }: Bound, group: number): boolean {
  if (of === "group") return index === group;
  const only = constraints[index]?.groups ?? null;
  const from = constraints[index]?.from ?? null;
  const members = groups[group]?.members ?? [];
  return (
    only?.every((id) => id === groups[group]?.id) === true || from?.every((unit) => members.includes(unit)) === true
  );
}
