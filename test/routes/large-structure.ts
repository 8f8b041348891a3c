import type { RouteBounds, RouteConstraint, RouteGroup, Structure } from "../../src/routes/structure.ts";
import { randomFrom } from "./random-structure.ts";

export interface Size {
  readonly units: number;
  readonly groups: number;
  readonly barred: number;
  /** Credits are 1 to this. */
  readonly mostCredit: number;
  /** How many minima of credit at a level there are over all groups. */
  readonly floors: number;
  /** In how many groups each unit is listed. */
  readonly listings: number;
  /** The least that all units together may come to. */
  readonly credit: number;
}

export const usualSize: Size = {
  units: 150,
  groups: 8,
  barred: 40,
  mostCredit: 8,
  floors: 2,
  listings: 1,
  credit: 60,
};

/** A structure of the size of a large diploma: groups with minima and maxima, barred pairs in chains and triangles inside groups, level floors. */
export function largeStructure(seed: number, changes: Partial<Size> = {}): Structure {
  const size = { ...usualSize, ...changes };
  const random = randomFrom(seed * 7919 + 13);
  const units = Array.from({ length: size.units }, (_, index) => ({
    id: `u${index}`,
    credit: 1 + random(size.mostCredit),
    guidedLearningHours: 5 + random(120),
    totalUnitTime: 10 + random(150),
    level: 2 + random(4),
  }));
  const homes = units.map((_, index) => {
    const places = new Set([Math.floor((index * size.groups) / size.units)]);
    while (places.size < size.listings) places.add(random(size.groups));
    return places;
  });
  const groups: RouteGroup[] = Array.from({ length: size.groups }, (_, index) => ({
    id: `G${index}`,
    all: false,
    ...bounds(random),
    members: units.flatMap(({ id }, at) => (homes[at]?.has(index) === true ? [id] : [])),
  }));
  const barred = Array.from({ length: size.barred }, () => {
    const { members } = groups[random(size.groups)] ?? { members: [] };
    const first = random(members.length);
    const second =
      random(3) === 0 ? (first + 1) % members.length : (first + 1 + random(members.length - 1)) % members.length;
    return [members[first] ?? "", members[second] ?? ""];
  });
  const floors = Array.from({ length: size.floors }, (_, index) =>
    constraint({
      credit: { min: Math.round(size.credit / (index + 2)) + random(6) },
      atLevel: { min: 3 + (index % 3) },
    }),
  );
  const inGroups = Array.from({ length: 2 }, () =>
    constraint({ credit: { min: 3 + random(6) }, atLevel: { min: 3 }, groups: [`G${random(size.groups)}`] }),
  );
  const total = constraint({ credit: { min: size.credit + random(20) } });
  return {
    units,
    groups,
    constraints: [total, ...floors, ...inGroups],
    barred,
    equivalent: [],
    prerequisites: {},
    corequisites: [],
    pathways: [],
  };
}

function bounds(random: (below: number) => number): { credit: RouteBounds | null; units: RouteBounds | null } {
  switch (random(4)) {
    case 0:
      return { credit: null, units: { min: 1 + random(3) } };
    case 1:
      return { credit: { min: 4 + random(8) }, units: null };
    case 2:
      return { credit: { min: 4 + random(8), max: 20 + random(20) }, units: null };
    default:
      return { credit: { min: 4 + random(6) }, units: { min: 1 + random(2), max: 6 + random(6) } };
  }
}

export function constraint(changes: Partial<RouteConstraint>): RouteConstraint {
  return { credit: null, units: null, atLevel: null, groups: null, from: null, pathway: null, ...changes };
}
