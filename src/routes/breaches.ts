import type { RouteBounds, RouteConstraint, RouteGroup, Structure } from "./structure.ts";

/** One way to break a rule: demands that all hold for a route that does. */
export type Breach = readonly RouteConstraint[];

/**
 * Every way in which a former route could break a rule of now that was no rule before, or a weaker one; none where nothing
 * asks for more than before. null where it cannot be told rule by rule.
 */
export function breachesOf(before: Structure, after: Structure): readonly Breach[] | null {
  if (!hasOnePlaceEach(before, after) || !haveSameFigures(before, after)) return null;
  const offered = new Set(after.groups.flatMap(({ members }) => members));
  const gone = [...new Set(before.groups.flatMap(({ members }) => members))].filter((unit) => !offered.has(unit));
  return [
    ...(gone.length === 0 ? [] : [[demand(gone, "units", { min: 1 })]]),
    ...after.groups.flatMap((group) => breachesOfGroup(group, before, after)),
    ...after.constraints.flatMap((one) => breachesOfConstraint(one, before, after)),
    ...after.barred
      .filter((set) => !before.barred.some((other) => set.every((unit) => other.includes(unit))))
      .map((set) => [demand(set, "units", { min: 2 })]),
    ...after.corequisites
      .filter((set) => !before.corequisites.some((other) => isSameSet(set, other)))
      .map((set) => [demand(set, "units", { min: 1, max: new Set(set).size - 1 })]),
    ...Object.entries(after.prerequisites).flatMap(([unit, needed]) =>
      needed
        .filter((other) => before.prerequisites[unit]?.includes(other) !== true)
        .map((other) => [demand([unit], "units", { min: 1 }), demand([other], "units", { max: 0 })]),
    ),
  ];
}

/** No unit of now can be placed in two ways, and no other stands for it. */
function hasOnePlaceEach(before: Structure, after: Structure): boolean {
  const placed = after.groups.flatMap(({ members }) => [...new Set(members)]);
  const isPlain = after.pathways.length === 0 && after.equivalent.length + before.equivalent.length === 0;
  return isPlain && new Set(placed).size === placed.length;
}

function haveSameFigures(before: Structure, after: Structure): boolean {
  const former = new Map(before.units.map((unit) => [unit.id, unit]));
  return after.units.every(({ id, credit, level }) => {
    const unit = former.get(id);
    return unit === undefined || (unit.credit === credit && unit.level === level);
  });
}

function breachesOfGroup(
  { all, members, credit, units }: RouteGroup,
  before: Structure,
  after: Structure,
): readonly Breach[] {
  const isSame = sameWithin(before, after);
  const same = before.groups.find((other) => isSame(other.members, members));
  const isAsked = (unit: string) =>
    before.pathways.length === 0 && before.groups.some((other) => other.all && other.members.includes(unit));
  return [
    ...(all ? members.filter((unit) => !isAsked(unit)).map((unit) => [demand([unit], "units", { max: 0 })]) : []),
    ...beyond(members, null, "credit", credit, same?.credit ?? null),
    ...beyond(members, null, "units", units, same?.units ?? null),
  ];
}

function breachesOfConstraint(one: RouteConstraint, before: Structure, after: Structure): readonly Breach[] {
  const [scope, isSame] = [scopeOf(one, after), sameWithin(before, after)];
  const same = before.constraints.filter(
    (other) =>
      other.pathway === null &&
      isSameBounds(other.atLevel, one.atLevel) &&
      // What is asked of all units is asked wherever they stand.
      ((other.groups ?? other.from ?? one.groups ?? one.from) === null || isSame(scopeOf(other, before), scope)),
  );
  return [
    ...beyond(scope, one.atLevel, "credit", one.credit, strongest(same, "credit")),
    ...beyond(scope, one.atLevel, "units", one.units, strongest(same, "units")),
  ];
}

/** All bounds of some constraints together. */
function strongest(all: readonly RouteConstraint[], measure: "credit" | "units"): RouteBounds {
  const known = all.flatMap((one) => one[measure] ?? []);
  const [mins, maxs] = [known.flatMap(({ min }) => min ?? []), known.flatMap(({ max }) => max ?? [])];
  return {
    ...(mins.length === 0 ? {} : { min: Math.max(...mins) }),
    ...(maxs.length === 0 ? {} : { max: Math.min(...maxs) }),
  };
}

/**
 * Whether some units of then and of now are the same ones for every route that takes no unit that is gone: another question
 * asks for those. Where a unit stood in two groups, what a group asked for was not asked of all of its units.
 */
function sameWithin(before: Structure, after: Structure): (then: readonly string[], now: readonly string[]) => boolean {
  const listed = new Map<string, number>();
  for (const unit of before.groups.flatMap(({ members }) => [...new Set(members)])) {
    listed.set(unit, (listed.get(unit) ?? 0) + 1);
  }
  const offered = new Set(after.groups.flatMap(({ members }) => members));
  return (then, now) =>
    before.pathways.length === 0 &&
    then.every((unit) => listed.get(unit) === 1) &&
    isSameSet(
      then.filter((unit) => offered.has(unit)),
      now.filter((unit) => listed.has(unit)),
    );
}

/** The units whose figures a constraint adds up. */
function scopeOf({ groups, from }: RouteConstraint, structure: Structure): readonly string[] {
  const own = structure.groups.filter(({ id }) => groups === null || groups.includes(id));
  const members = [...new Set(own.flatMap((group) => group.members))];
  return from === null ? members : members.filter((unit) => from.includes(unit));
}

/** Below the least or above the most, where that was allowed before. */
function beyond(
  from: readonly string[],
  atLevel: RouteBounds | null,
  measure: "credit" | "units",
  now: RouteBounds | null,
  then: RouteBounds | null,
): readonly Breach[] {
  const { min, max } = now ?? {};
  return [
    ...(min === undefined || min <= (then?.min ?? 0) ? [] : [[demand(from, measure, { max: min - 1 }, atLevel)]]),
    ...(max === undefined || max >= (then?.max ?? Number.POSITIVE_INFINITY)
      ? []
      : [[demand(from, measure, { min: max + 1 }, atLevel)]]),
  ];
}

function demand(
  from: readonly string[],
  measure: "credit" | "units",
  bounds: RouteBounds,
  atLevel: RouteBounds | null = null,
): RouteConstraint {
  const none = { credit: null, units: null, groups: null, pathway: null };
  return { ...none, [measure]: bounds, atLevel, from };
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.every((one) => b.includes(one)) && b.every((one) => a.includes(one));
}

function isSameBounds(a: RouteBounds | null, b: RouteBounds | null): boolean {
  return (a?.min ?? null) === (b?.min ?? null) && (a?.max ?? null) === (b?.max ?? null);
}
