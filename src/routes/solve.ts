import { countSets } from "./count.ts";
import { betterOf, type Extreme } from "./extremes.ts";
import { orderUnits } from "./order-units.ts";
import { acceptsAny, type Limits, type PathwayRoutes, routesOf, usualLimits } from "./pathway-routes.ts";
import { type RouteRule, rulesOf } from "./rules.ts";
import { type Figure, figures, type Structure } from "./structure.ts";
import { buildMachine } from "./trackers.ts";

/** What is true of all valid sets of a qualification, or of one of its pathways. */
export interface Answer {
  readonly isFeasible: boolean;
  /** Distinct valid sets; null where the budget was passed, with the reason. */
  readonly routes: bigint | null;
  readonly routesReason: string | null;
  /** null where there is no route, where a unit's figure is not stated, and where it cannot be found within the limits. */
  readonly lowest: Readonly<Record<Figure, Extreme | null>>;
  readonly highest: Readonly<Record<Figure, Extreme | null>>;
  /** Units in file order that no valid set holds, and those that every valid set holds. */
  readonly neverSelectable: readonly string[];
  readonly alwaysNeeded: readonly string[];
  /** Units whose figure is left out, for each figure that is left out anywhere. */
  readonly notStated: Readonly<Record<Figure, readonly string[]>>;
}

/** The whole structure under some of its rules: every pathway, or the one way of a structure without. */
export function solve(
  structure: Structure,
  rules: readonly RouteRule[] = rulesOf(structure),
  limits: Limits = usualLimits,
): Answer {
  return answer(structure, routesUnder(structure, rules, pathwaysOf(structure), limits), limits);
}

/** One pathway alone. */
export function solvePathway(structure: Structure, pathway: string, limits: Limits = usualLimits): Answer {
  return answer(structure, routesUnder(structure, rulesOf(structure), [pathway], limits), limits);
}

export function pathwaysOf({ pathways }: Structure): readonly (string | null)[] {
  return pathways.length === 0 ? [null] : pathways.map(({ id }) => id);
}

/** The routes of each pathway, all over the same units in the same order. */
export function routesUnder(
  structure: Structure,
  rules: readonly RouteRule[],
  pathways: readonly (string | null)[],
  limits: Limits,
): readonly PathwayRoutes[] {
  const machines = pathways.map((pathway) => buildMachine(structure, rules, pathway));
  const fileOrder = structure.units.map(({ id }) => id);
  const order = orderUnits(
    fileOrder.filter((id) => machines.some(({ groupsOf }) => groupsOf.has(id))),
    machines,
  );
  return machines.map((machine) => routesOf(machine, order, fileOrder, limits));
}

/** Whether any set is valid under some of the rules. */
export function isFeasible(
  structure: Structure,
  rules: readonly RouteRule[],
  pathways: readonly (string | null)[] = pathwaysOf(structure),
  limits: Limits = usualLimits,
): boolean {
  return pathways.some((pathway) => {
    const machine = buildMachine(structure, rules, pathway);
    return acceptsAny(machine, orderUnits([...machine.groupsOf.keys()], [machine]), limits);
  });
}

/** How many sets are valid under some of the rules; null where there are too many to tell apart. */
export function countRoutes(
  structure: Structure,
  rules: readonly RouteRule[],
  pathways: readonly (string | null)[],
): bigint | null {
  const all = routesUnder(structure, rules, pathways, usualLimits);
  return count(
    all.filter(({ isFeasible: can }) => can),
    usualLimits,
  ).routes;
}

function answer(structure: Structure, pathways: readonly PathwayRoutes[], limits: Limits): Answer {
  const fileOrder = structure.units.map(({ id }) => id);
  const feasible = pathways.filter(({ isFeasible: can }) => can);
  const members = new Set(structure.groups.flatMap((group) => group.members));
  const listed = fileOrder.filter((id) => members.has(id));
  const notStated = byFigure((figure) =>
    structure.units.filter((unit) => members.has(unit.id) && unit[figure] === null).map(({ id }) => id),
  );
  const extreme = (figure: Figure, sign: 1 | -1) => {
    const amounts = new Map(structure.units.map((unit) => [unit.id, unit[figure] ?? 0]));
    if (notStated[figure].length > 0) return null;
    const all = feasible.map((one) => one.extreme((unit) => amounts.get(unit) ?? 0, sign));
    return all.includes(null) ? null : all.reduce((best, one) => betterOf(best, one, sign, fileOrder), null);
  };
  const lowest = byFigure((figure) => extreme(figure, 1));
  const highest = byFigure((figure) => extreme(figure, -1));
  const isKnown = (figure: Figure) =>
    notStated[figure].length > 0 || (lowest[figure] !== null && highest[figure] !== null);
  const { routes, routesReason } = count(feasible, limits);
  const more = feasible.length === 0 || figures.every(isKnown) ? "" : "; nor are all lowest and highest figures known";
  return {
    isFeasible: feasible.length > 0,
    routes,
    routesReason: routesReason === null ? null : routesReason + more,
    lowest,
    highest,
    neverSelectable: listed.filter((id) => !feasible.some((one) => one.has(id, true))),
    alwaysNeeded: feasible.length === 0 ? [] : listed.filter((id) => !feasible.some((one) => one.has(id, false))),
    notStated,
  };
}

function count(feasible: readonly PathwayRoutes[], limits: Limits): Pick<Answer, "routes" | "routesReason"> {
  const graphs = feasible.flatMap(({ graph }) => graph ?? []);
  if (graphs.length < feasible.length) {
    return { routes: null, routesReason: `Counting the valid sets takes more than ${limits.edges} steps` };
  }
  const routes = countSets(graphs, limits.steps);
  return {
    routes,
    routesReason: routes === null ? `Telling the valid sets apart takes more than ${limits.steps} steps` : null,
  };
}

function byFigure<T>(make: (figure: Figure) => T): Readonly<Record<Figure, T>> {
  const [credit, guided, total] = figures.map(make) as [T, T, T];
  return { credit, guidedLearningHours: guided, totalUnitTime: total };
}
