import { countSets } from "./count.ts";
import { betterOf, type Extreme, findExtreme } from "./extremes.ts";
import { buildGraph, type Graph } from "./graph.ts";
import { orderUnits } from "./order-units.ts";
import { type RouteRule, rulesOf } from "./rules.ts";
import { type Figure, figures, type Structure } from "./structure.ts";
import { buildMachine } from "./trackers.ts";

/** How much work may be done before a count is given up. Everything else stays exact. */
export const budget = { edges: 20_000_000, steps: 3_000_000 } as const;

/** What is true of all valid sets of a qualification, or of one of its pathways. */
export interface Answer {
  readonly isFeasible: boolean;
  /** Distinct valid sets; null where the budget was passed, with the reason. */
  readonly routes: bigint | null;
  readonly routesReason: string | null;
  /** null where there is no route, and where a unit's figure is not stated. */
  readonly lowest: Readonly<Record<Figure, Extreme | null>>;
  readonly highest: Readonly<Record<Figure, Extreme | null>>;
  /** Units in file order that no valid set holds, and those that every valid set holds. */
  readonly neverSelectable: readonly string[];
  readonly alwaysNeeded: readonly string[];
  /** Units whose figure is left out, for each figure that is left out anywhere. */
  readonly notStated: Readonly<Record<Figure, readonly string[]>>;
}

/** The whole structure under some of its rules: every pathway, or the one way of a structure without. */
export function solve(structure: Structure, rules: readonly RouteRule[] = rulesOf(structure)): Answer {
  return answer(structure, graphsOf(structure, rules, pathwaysOf(structure)));
}

/** One pathway alone. */
export function solvePathway(structure: Structure, pathway: string): Answer {
  return answer(structure, graphsOf(structure, rulesOf(structure), [pathway]));
}

export function pathwaysOf({ pathways }: Structure): readonly (string | null)[] {
  return pathways.length === 0 ? [null] : pathways.map(({ id }) => id);
}

/** One graph for each pathway, all over the same units in the same order. */
export function graphsOf(
  structure: Structure,
  rules: readonly RouteRule[],
  pathways: readonly (string | null)[],
): readonly Graph[] {
  const machines = pathways.map((pathway) => buildMachine(structure, rules, pathway));
  const listed = structure.units.map(({ id }) => id).filter((id) => machines.some(({ groupsOf }) => groupsOf.has(id)));
  const order = orderUnits(listed, machines);
  return machines.map((machine) => buildGraph(machine, order, budget.edges));
}

/** Whether any set is valid under some of the rules. */
export function isFeasible(structure: Structure, rules: readonly RouteRule[]): boolean {
  return pathwaysOf(structure).some((pathway) => graphsOf(structure, rules, [pathway])[0]?.isFeasible === true);
}

function answer(structure: Structure, graphs: readonly Graph[]): Answer {
  const fileOrder = structure.units.map(({ id }) => id);
  const feasible = graphs.filter(({ isFeasible: can }) => can);
  const routes = countSets(feasible, budget.steps);
  const listed = new Set(structure.groups.flatMap(({ members }) => members));
  const taken = new Set(unitsWith(feasible, 1));
  const left = new Set(unitsWith(feasible, 0));
  const notStated = byFigure((figure) =>
    structure.units.filter((unit) => listed.has(unit.id) && unit[figure] === null).map(({ id }) => id),
  );
  const extreme = (figure: Figure, sign: 1 | -1) => {
    const amounts = new Map(structure.units.map((unit) => [unit.id, unit[figure] ?? 0]));
    if (notStated[figure].length > 0) return null;
    const all = feasible.map((graph) => findExtreme(graph, (unit) => amounts.get(unit) ?? 0, sign, fileOrder));
    return all.reduce((best, one) => betterOf(best, one, sign, fileOrder), null);
  };
  return {
    isFeasible: feasible.length > 0,
    routes,
    routesReason: routes === null ? "Telling the valid sets apart takes more steps than are allowed" : null,
    lowest: byFigure((figure) => extreme(figure, 1)),
    highest: byFigure((figure) => extreme(figure, -1)),
    neverSelectable: fileOrder.filter((id) => listed.has(id) && !taken.has(id)),
    alwaysNeeded: feasible.length === 0 ? [] : fileOrder.filter((id) => taken.has(id) && !left.has(id)),
    notStated,
  };
}

/** The units that some way takes, or that some way leaves: every edge left in a graph is part of a whole way. */
function unitsWith(graphs: readonly Graph[], takes: 0 | 1): readonly string[] {
  return graphs.flatMap(({ layers }) =>
    layers.flatMap((layer) => (Array.prototype.includes.call(layer.takes, takes) ? [layer.unit] : [])),
  );
}

function byFigure<T>(make: (figure: Figure) => T): Readonly<Record<Figure, T>> {
  const [credit, guided, total] = figures.map(make) as [T, T, T];
  return { credit, guidedLearningHours: guided, totalUnitTime: total };
}
