import { accepts } from "./accepts.ts";
import { breachesOf } from "./breaches.ts";
import { countSets } from "./count.ts";
import { buildGraph, type Graph, TooManyEdges } from "./graph.ts";
import { type Limits, usualLimits } from "./limits.ts";
import { lostByRule } from "./lost-by-rule.ts";
import { orderUnits } from "./order-units.ts";
import { rulesOf } from "./rules.ts";
import { pathwaysOf, solve } from "./solve.ts";
import { figures, type Structure } from "./structure.ts";
import { buildMachine, type Machine } from "./trackers.ts";

/** What became of the routes of one structure under another: of units by the same ids. */
export interface LostRoutes {
  /** A set that was valid and no longer is, in file order; null where there is none, and where none was found. */
  readonly example: readonly string[] | null;
  /** How many there are; null where they cannot be told apart within the limits. */
  readonly count: bigint | null;
  /** Whether it is proved that there are no others than are told. */
  readonly isProved: boolean;
}

/** Beyond these, two structures are not walked through at the same time: each place holds sets of nodes of both. */
const mostStates = 200_000;

/** The routes of `before` that are none of `after`. */
export function findLostRoutes(before: Structure, after: Structure, limits: Limits = usualLimits): LostRoutes {
  const breaches = breachesOf(before, after);
  // Nothing asks for more than before.
  if (breaches?.length === 0) return { example: null, count: 0n, isProved: true };
  try {
    return compareGraphs(before, after, limits);
  } catch (error) {
    if (!(error instanceof TooManyEdges)) throw error;
    const found = lostByRule(before, breaches, after, limits);
    if (found === null || (found.example === null && !found.isProved)) return trySome(before, after);
    return { ...found, count: found.example === null ? 0n : null };
  }
}

/** Both structures as graphs over the same units, walked at the same time. @throws TooManyEdges */
function compareGraphs(before: Structure, after: Structure, limits: Limits): LostRoutes {
  const [then, now] = [machinesOf(before), machinesOf(after)];
  const ids = [...new Set([...before.units, ...after.units].map(({ id }) => id))];
  const offered = ids.filter((id) => [...then, ...now].some(({ groupsOf }) => groupsOf.has(id)));
  const order = orderUnits(offered, [...then, ...now]);
  const graphsOf = (machines: readonly Machine[]) =>
    machines.map((machine) => buildGraph(machine, order, limits.quickEdges)).filter(({ isFeasible }) => isFeasible);
  const [own, others] = [graphsOf(then), graphsOf(now)];
  const found = walk(own, others, order, Math.min(limits.steps, mostStates));
  if (found === null) return { example: null, count: 0n, isProved: true };
  const chosen = new Set(found);
  const [all, kept] = [countSets([...own, ...others], limits.steps), countSets(others, limits.steps)];
  return {
    example: ids.filter((id) => chosen.has(id)),
    count: all === null || kept === null ? null : all - kept,
    isProved: true,
  };
}

function machinesOf(structure: Structure): readonly Machine[] {
  const rules = rulesOf(structure);
  return pathwaysOf(structure).map((pathway) => buildMachine(structure, rules, pathway));
}

/** Pairs of the number of a graph and of one of its nodes: every place that the same choices may have led to. */
type Nodes = readonly string[];

/** A path through one of `own` whose set no path of `others` takes: units are left where they can be. @throws TooManyEdges */
function walk(own: readonly Graph[], others: readonly Graph[], order: readonly string[], mostSteps: number) {
  const seen = new Set<string>();
  let steps = 0;
  const go = (at: number, then: Nodes, now: Nodes, taken: readonly string[]): readonly string[] | null => {
    if (at === order.length) return now.length === 0 ? taken : null;
    const state = `${at};${then.join()};${now.join()}`;
    if (seen.has(state)) return null;
    seen.add(state);
    steps += 1;
    if (steps > mostSteps) throw new TooManyEdges();
    for (const takes of [false, true]) {
      const next = follow(own, then, at, takes);
      if (next.length === 0) continue;
      const unit = order[at];
      const found = go(
        at + 1,
        next,
        follow(others, now, at, takes),
        takes && unit !== undefined ? [...taken, unit] : taken,
      );
      if (found !== null) return found;
    }
    return null;
  };
  const starts = (graphs: readonly Graph[]) => graphs.map((_, graph) => `${graph}:0`);
  return own.length === 0 ? null : go(0, starts(own), starts(others), []);
}

function follow(graphs: readonly Graph[], nodes: Nodes, at: number, takes: boolean): Nodes {
  const next = new Set<string>();
  for (const node of nodes) {
    const [graph = 0, from = 0] = node.split(":").map(Number);
    const layer = graphs[graph]?.layers[at];
    if (layer === undefined) continue;
    const first = from * layer.ways;
    const [start, end] = takes ? [first, first + layer.ways - 1] : [first + layer.ways - 1, first + layer.ways];
    for (let edge = start; edge < end; edge += 1) {
      const to = layer.to[edge] ?? -1;
      if (to !== -1) next.add(`${graph}:${to}`);
    }
  }
  return [...next].sort();
}

/** Where there is too much to walk through: whether some routes that are easily found are still valid. */
function trySome(before: Structure, after: Structure): LostRoutes {
  const unknown = { example: null, count: null, isProved: false };
  try {
    const { lowest, highest } = solve(before);
    const all = figures.flatMap((figure) => [lowest[figure]?.units, highest[figure]?.units]);
    const rules = rulesOf(after);
    const lost = all.find((units) => units !== undefined && !accepts(after, rules, pathwaysOf(after), new Set(units)));
    return lost === undefined ? unknown : { ...unknown, example: lost };
  } catch (error) {
    if (error instanceof TooManyEdges) return unknown;
    throw error;
  }
}
