import { TooManyEdges } from "./graph.ts";
import { type Limits, usualLimits } from "./limits.ts";
import { LooseGroups } from "./loose-groups.ts";
import { NearbySet } from "./nearby-set.ts";
import { type RouteRule, rulesOf } from "./rules.ts";
import type { Answer } from "./solve.ts";
import { countRoutes, isFeasible, pathwaysOf } from "./solve.ts";
import { figures, type Structure } from "./structure.ts";
import { isBoundInUse } from "./sums.ts";

export type Bound = Extract<RouteRule, { readonly kind: "bound" }>;

export interface IdleBounds {
  /** The bounds that no set breaks which keeps every other rule: without them the same sets would be valid. */
  readonly idle: readonly Bound[];
  /** The bounds of which nothing can be said within the limits. */
  readonly undecided: readonly Bound[];
}

/** Which bounds change nothing, as far as that can be found out. */
export function findIdleBounds(
  structure: Structure,
  answer: Answer,
  pathways: readonly (string | null)[] = pathwaysOf(structure),
  limits: Limits = limitsForEach,
): IdleBounds {
  if (!answer.isFeasible) return { idle: [], undecided: [] };
  const rules = rulesOf(structure);
  const bounds = rules.filter((rule): rule is Bound => rule.kind === "bound");
  if (bounds.length === 0) return { idle: [], undecided: [] };
  const [pathway = null, ...more] = pathways;
  const isPlain = more.length === 0 && !isListedTwice(structure);
  const quick = isPlain ? new QuickLook(structure, rules, pathway, answer) : null;
  const found = bounds.map((bound) => {
    const others = () => rules.filter((rule) => rule !== bound);
    return quick?.isIdle(bound) ?? isProvedIdle({ structure, others: others(), pathways, limits }, bound, answer);
  });
  return {
    idle: bounds.filter((_, at) => found[at] === true),
    undecided: bounds.filter((_, at) => found[at] === null),
  };
}

/** What can be said of a bound without going through all sets, where each of these has one placement. */
class QuickLook {
  readonly #structure: Structure;
  readonly #pathway: string | null;
  readonly #set: NearbySet;
  readonly #groups: LooseGroups;
  readonly #known: readonly (readonly string[])[];

  constructor(structure: Structure, rules: readonly RouteRule[], pathway: string | null, answer: Answer) {
    this.#structure = structure;
    this.#pathway = pathway;
    this.#set = new NearbySet(structure, rules, pathway);
    this.#groups = new LooseGroups(structure, rules, pathway);
    const extremes = figures.flatMap((figure) => [answer.highest[figure] ?? [], answer.lowest[figure] ?? []].flat());
    this.#known = extremes.map(({ units }) => units);
  }

  /** null where it has to be looked at more closely. */
  isIdle(bound: Bound): boolean | null {
    if (!isBoundInUse(this.#structure, this.#pathway, bound)) return true;
    const starts = bound.side === "min" ? this.#known : this.#known.toReversed();
    if (starts.some((units) => this.#canBreakFrom(bound, units, false))) return false;
    const extreme = this.#groups.extremeOf(bound);
    if (extreme?.isKept === true) return true;
    const isBroken =
      starts.some((units) => extreme !== null && this.#breaks(bound, extreme.replaceIn(units))) ||
      starts.some((units) => this.#canBreakFrom(bound, units, true));
    return isBroken ? false : null;
  }

  #breaks(bound: Bound, units: readonly string[]): boolean {
    this.#set.begin(units);
    return this.#set.breaks(bound) && this.#set.keepsAllBut(bound);
  }

  /** Units are left out, taken or changed for others, as long as the other rules allow and the sum comes nearer to the break. */
  #canBreakFrom(bound: Bound, units: readonly string[], alsoPairs: boolean): boolean {
    const set = this.#set;
    const toward = bound.side === "min" ? -1 : 1;
    const concerned = [...set.weightsOf(bound)].sort(([, a], [, b]) => b - a);
    const weightOf = (unit: string) => set.weightsOf(bound).get(unit) ?? 0;
    const all = this.#structure.units.map(({ id }) => id).filter((id) => this.#groups.offers(id));
    const gain = (unit: string) => (set.has(unit) ? -1 : 1) * toward * weightOf(unit);
    const goes = (unit: string) => {
      set.flip(unit);
      if (set.keepsAllBut(bound)) return true;
      set.flip(unit);
      return false;
    };
    const goTogether = (unit: string, other: string) => {
      set.flip(unit);
      if (goes(other)) return true;
      set.flip(unit);
      return false;
    };
    set.begin(units);
    for (let round = 0; round < mostRounds; round += 1) {
      if (set.breaks(bound) && set.keepsAllBut(bound)) return true;
      const one = concerned.find(([unit]) => gain(unit) > 0 && goes(unit));
      if (one !== undefined) continue;
      if (!alsoPairs) return false;
      const two = concerned.find(
        ([unit]) =>
          gain(unit) > 0 &&
          all.some(
            (other) =>
              other !== unit &&
              set.has(other) !== set.has(unit) &&
              gain(unit) + gain(other) > 0 &&
              goTogether(unit, other),
          ),
      );
      if (two === undefined) return false;
    }
    return false;
  }
}

const mostRounds = 200;

/** What is left of the rules without a bound, on some of the pathways. */
interface Rest {
  readonly structure: Structure;
  readonly others: readonly RouteRule[];
  readonly pathways: readonly (string | null)[];
  readonly limits: Limits;
}

/** Less than for what is asked of the structure itself: there may be many bounds. */
const limitsForEach: Limits = {
  ...usualLimits,
  edges: 1_000_000,
  cells: 20_000_000,
  steps: 200_000,
  searchSteps: 20_000,
};

/** null where it cannot be found out. */
function isProvedIdle(rest: Rest, bound: Bound, answer: Answer): boolean | null {
  try {
    return isIdle(rest, bound, answer);
  } catch (error) {
    if (error instanceof TooManyEdges) return null;
    throw error;
  }
}

function isIdle(rest: Rest, bound: Bound, answer: Answer): boolean | null {
  if (!canBreak(rest, bound)) return true;
  // Where a unit can be placed in several ways, a set that breaks the bound in one may keep it in another.
  const { structure, others, pathways, limits } = rest;
  const isAmbiguous = pathways.length > 1 || isListedTwice(structure);
  if (!isAmbiguous) return false;
  const routes = answer.routes === null ? null : countRoutes(structure, others, pathways, limits);
  return routes === null ? null : routes === answer.routes;
}

function isListedTwice({ groups }: Structure): boolean {
  const listed = groups.flatMap(({ members }) => members);
  return new Set(listed).size < listed.length;
}

/** Whether a set keeps the other rules and breaks this bound: the bound turned round is one more rule. */
function canBreak({ structure, others, pathways, limits }: Rest, bound: Bound): boolean {
  const turned: Bound =
    bound.side === "min"
      ? { ...bound, side: "max", limit: bound.limit - 1 }
      : { ...bound, side: "min", limit: bound.limit + 1 };
  if (turned.limit < 0) return false;
  const concerned = pathways.filter((pathway) => isBoundInUse(structure, pathway, bound));
  return isFeasible(structure, [...others, turned], concerned, limits);
}
