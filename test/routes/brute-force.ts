import type { RouteConstraint, Structure } from "../../src/routes/structure.ts";

/** Every valid set of a small structure, by the definition alone: all sets, all placements, all pathways. */
export function bruteForce(structure: Structure): ReadonlySet<string>[] {
  const ids = structure.units.map(({ id }) => id);
  const sets: ReadonlySet<string>[] = [];
  for (let mask = 1; mask < 2 ** ids.length; mask += 1) {
    const set = new Set(ids.filter((_, bit) => (mask >> bit) % 2 === 1));
    const pathways = structure.pathways.length === 0 ? [null] : structure.pathways.map(({ id }) => id);
    if (pathways.some((pathway) => isValid(structure, set, pathway))) sets.push(set);
  }
  return sets;
}

function isValid(structure: Structure, set: ReadonlySet<string>, pathway: string | null): boolean {
  const used = structure.pathways.find(({ id }) => id === pathway)?.groups;
  const open = structure.groups.flatMap(({ id }, index) => (used === undefined || used.includes(id) ? [index] : []));
  if (!relationsHold(structure, set)) return false;
  return placements([...set], structure, open).some((placed) => sumsHold(structure, set, placed, open, pathway));
}

function placements(
  units: readonly string[],
  structure: Structure,
  open: readonly number[],
): ReadonlyMap<string, number>[] {
  const [first, ...rest] = units;
  if (first === undefined) return [new Map()];
  const places = open.filter((index) => structure.groups[index]?.members.includes(first));
  const others = places.length === 0 ? [] : placements(rest, structure, open);
  return places.flatMap((place) => others.map((other) => new Map([...other, [first, place]])));
}

function sumsHold(
  structure: Structure,
  set: ReadonlySet<string>,
  placed: ReadonlyMap<string, number>,
  open: readonly number[],
  pathway: string | null,
): boolean {
  const unit = (id: string) => structure.units.find((one) => one.id === id);
  const holds = (bounds: { min?: number; max?: number } | null, sum: number) =>
    bounds === null || (sum >= (bounds.min ?? 0) && sum <= (bounds.max ?? Number.POSITIVE_INFINITY));
  const both = (rule: Pick<RouteConstraint, "credit" | "units">, ids: readonly string[]) =>
    holds(rule.units, ids.length) &&
    holds(
      rule.credit,
      ids.reduce((sum, id) => sum + (unit(id)?.credit ?? 0), 0),
    );
  const inGroup = (index: number) => [...placed].flatMap(([id, place]) => (place === index ? [id] : []));
  const groupsHold = open.every((index) => {
    const group = structure.groups[index];
    if (group === undefined) return true;
    const asked = group.all ? group.members : [];
    const isThere = (id: string) =>
      placed.get(id) === index || equals(structure, id).some((other) => other !== id && set.has(other));
    return asked.every(isThere) && both(group, inGroup(index));
  });
  return (
    groupsHold &&
    structure.constraints.every((constraint) => {
      if (constraint.pathway !== null && constraint.pathway !== pathway) return true;
      const named = constraint.from?.flatMap((id) => equals(structure, id)) ?? null;
      const ids = [...placed].flatMap(([id, place]) => {
        const level = unit(id)?.level ?? null;
        const isIn =
          (constraint.groups === null || constraint.groups.includes(structure.groups[place]?.id ?? "")) &&
          (named === null || named.includes(id)) &&
          (constraint.atLevel === null ||
            (level !== null && level >= (constraint.atLevel.min ?? -9) && level <= (constraint.atLevel.max ?? 99)));
        return isIn ? [id] : [];
      });
      return both(constraint, ids);
    })
  );
}

function relationsHold(structure: Structure, set: ReadonlySet<string>): boolean {
  const isMet = (id: string) => equals(structure, id).some((other) => set.has(other));
  const needs = (id: string) => structure.prerequisites[id] ?? [];
  const atMostOne = [...structure.barred, ...structure.equivalent].every(
    (one) => one.filter((id) => set.has(id)).length < 2,
  );
  const together = structure.corequisites.every((one) => new Set(one.map(isMet)).size === 1);
  // Achieved one after another: whatever stands in a circle never has its turn.
  const achieved = new Set<string>();
  const ready = (id: string) =>
    needs(id).every((need) => equals(structure, need).some((other) => other !== id && achieved.has(other)));
  for (
    let next = [...set].find(ready);
    next !== undefined;
    next = [...set].find((id) => !achieved.has(id) && ready(id))
  )
    achieved.add(next);
  return atMostOne && together && achieved.size === set.size;
}

function equals({ equivalent }: Structure, id: string): readonly string[] {
  return [...new Set([id, ...equivalent.filter((set) => set.includes(id)).flat()])];
}
