import { countSets } from "./count.ts";
import { betterOf, type Extreme } from "./extremes.ts";
import { type Limits, usualLimits } from "./limits.ts";
import { orderUnits } from "./order-units.ts";
import { acceptsAny, attempt, type PathwayRoutes, routesOf } from "./pathway-routes.ts";
import { Programme } from "./programme.ts";
import { type RouteRule, rulesOf } from "./rules.ts";
import { type Figure, figures, type Structure } from "./structure.ts";
import { buildMachine, openGroups } from "./trackers.ts";

/** What is true of all valid sets of a qualification, or of one of its pathways. */
export interface Answer {
  readonly isFeasible: boolean;
  /** Distinct valid sets; null where the budget was passed, with the reason. */
  readonly routes: bigint | null;
  readonly routesReason: string | null;
  /** null where there is no route, where a unit's figure is not stated, and where it cannot be found within the limits. */
  readonly lowest: Readonly<Record<Figure, Extreme | null>>;
  readonly highest: Readonly<Record<Figure, Extreme | null>>;
  /** Units in file order that no valid set holds, and those that every valid set holds though no group asks for all of its units. */
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
  const pathways = pathwaysOf(structure);
  return answer(structure, pathways, routesUnder(structure, rules, pathways, limits), limits);
}

/** One pathway alone. */
export function solvePathway(structure: Structure, pathway: string, limits: Limits = usualLimits): Answer {
  return answer(structure, [pathway], routesUnder(structure, rulesOf(structure), [pathway], limits), limits);
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
  return machines.map((machine, index) => {
    const programme = (mostWork: number) => new Programme(structure, rules, pathways[index] ?? null, mostWork);
    return routesOf({ machine, order, programme }, fileOrder, limits);
  });
}

/** Whether any set is valid under some of the rules. */
export function isFeasible(
  structure: Structure,
  rules: readonly RouteRule[],
  pathways: readonly (string | null)[] = pathwaysOf(structure),
  limits: Limits = usualLimits,
): boolean {
  return pathways.some((pathway) => {
    const programme = (mostWork: number) => new Programme(structure, rules, pathway, mostWork);
    const quick =
      structure.units.length < mostOfSmall
        ? null
        : attempt(() => programme(limits.linearWork).find(null, true) !== null);
    if (quick !== null) return quick;
    const machine = buildMachine(structure, rules, pathway);
    const order = orderUnits([...machine.groupsOf.keys()], [machine]);
    return acceptsAny({ machine, order, programme }, limits);
  });
}

/** Structures of fewer units are walked more quickly than they are worked out. */
const mostOfSmall = 30;

/** How many sets are valid under some of the rules; null where there are too many to tell apart. */
export function countRoutes(
  structure: Structure,
  rules: readonly RouteRule[],
  pathways: readonly (string | null)[],
  limits: Limits,
): bigint | null {
  const all = routesUnder(structure, rules, pathways, limits);
  return count(
    all.filter(({ isFeasible: can }) => can),
    limits,
  ).routes;
}

function answer(
  structure: Structure,
  pathways: readonly (string | null)[],
  routesOfEach: readonly PathwayRoutes[],
  limits: Limits,
): Answer {
  const fileOrder = structure.units.map(({ id }) => id);
  const mandatory = mandatoryUnits(structure, pathways);
  const optional = (id: string) => !mandatory.has(id);
  const feasible = routesOfEach.filter(({ isFeasible: can }) => can);
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
    alwaysNeeded:
      feasible.length === 0 ? [] : listed.filter(optional).filter((id) => !feasible.some((one) => one.has(id, false))),
    notStated,
  };
}

/** The units of groups in use that ask for all of theirs. */
function mandatoryUnits(structure: Structure, pathways: readonly (string | null)[]): ReadonlySet<string> {
  const used = pathways.flatMap((pathway) => openGroups(structure, pathway)).map((index) => structure.groups[index]);
  return new Set(used.flatMap((group) => (group?.all === true ? group.members : [])));
}

function count(feasible: readonly PathwayRoutes[], limits: Limits): Pick<Answer, "routes" | "routesReason"> {
  const [only, ...more] = feasible;
  const counted = only !== undefined && more.length === 0 ? only.count() : null;
  if (counted !== null) return { routes: counted, routesReason: null };
  const graphs = feasible.flatMap((one) => one.graph() ?? []);
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
