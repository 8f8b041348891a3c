import type { RouteBounds, Structure } from "../../src/routes/structure.ts";

/** A small generator of numbers from a seed (mulberry32), so that a failing case can be had again. */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** A small structure with every kind of rule. */
export function randomStructure(seed: number): Structure {
  const random = randomFrom(seed);
  const chance = (percent: number) => random(100) < percent;
  const count = 3 + random(7);
  const units = Array.from({ length: count }, (_, index) => ({
    id: `u${index}`,
    credit: chance(95) ? random(6) : null,
    guidedLearningHours: random(40),
    totalUnitTime: random(60),
    // Entry levels too.
    level: chance(95) ? random(5) - 1 : null,
  }));
  const ids = units.map(({ id }) => id);
  const some = (percent: number) => ids.filter(() => chance(percent));
  const bounds = (top: number): RouteBounds => {
    const min = random(top);
    if (chance(40)) return { min };
    return chance(50) ? { max: random(top) } : { min, max: min + random(top) };
  };
  const groupCount = 1 + random(3);
  const groups = Array.from({ length: groupCount }, (_, index) => {
    const isAll = chance(25);
    return {
      id: `G${index}`,
      all: isAll,
      credit: !isAll && chance(45) ? bounds(10) : null,
      units: !isAll && chance(35) ? bounds(4) : null,
      members: chance(30) ? some(60) : ids.filter((_, place) => place % groupCount === index),
    };
  });
  const pathways = chance(25)
    ? Array.from({ length: 1 + random(3) }, (_, index) => ({
        id: `P${index}`,
        groups: groups.map(({ id }) => id).filter(() => chance(65)),
      }))
    : [];
  const constraints = Array.from({ length: random(4) }, () => ({
    credit: chance(70) ? bounds(12) : null,
    units: chance(30) ? bounds(4) : null,
    atLevel: chance(40) ? { min: random(5) - 1, ...(chance(30) ? { max: 2 } : {}) } : null,
    groups: chance(25) ? groups.map(({ id }) => id).filter(() => chance(50)) : null,
    from: chance(25) ? some(40) : null,
    pathway: pathways.length > 0 && chance(40) ? (pathways[random(pathways.length)]?.id ?? null) : null,
  }));
  const sets = (percent: number) => (chance(percent) ? Array.from({ length: 1 + random(2) }, () => pair()) : []);
  const pair = () => {
    const first = random(count);
    const second = (first + 1 + random(count - 1)) % count;
    const third = random(count);
    const set = [ids[first] ?? "", ids[second] ?? ""];
    return chance(20) && third !== first && third !== second ? [...set, ids[third] ?? ""] : set;
  };
  const prerequisites: Record<string, string[]> = {};
  for (const id of ids) if (chance(12)) prerequisites[id] = some(15).filter((other) => other !== id || chance(10));
  return {
    units,
    groups,
    constraints,
    barred: sets(35),
    equivalent: sets(20),
    prerequisites,
    corequisites: sets(20),
    pathways,
  };
}
