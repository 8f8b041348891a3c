import type { Qualification, Unit } from "../model/types.ts";
import type { Side } from "./compare.ts";
import { keysOf } from "./compare-retired.ts";
import type { Matching } from "./match-all.ts";
import type { Matched } from "./match-parts.ts";

/**
 * Ids and keys that were used, are not any more, and stand in no list of retired ones yet: from there a rule keeps them from
 * coming back with another meaning. Also those that stood in one and were taken out of it.
 */
export function namesToRetire(
  { units }: Matching,
  qualifications: Matched<Qualification>,
  after: Side,
): readonly string[] {
  const retiredIds = new Set(after.qualifications.flatMap(({ source }) => source.retired ?? []));
  const idsNow = new Set([...after.units, ...after.qualifications].map(({ id }) => id));
  const renamed = [...units.pairs, ...qualifications.pairs].filter((pair) => pair.before.id !== pair.after.id);
  const ids = [...units.gone, ...renamed.map((pair) => pair.before)].map(({ id }) => id);
  const dropped = qualifications.pairs.flatMap((pair) => pair.before.source.retired ?? []);
  // A unit by itself has nowhere to say it, nor has a workspace without qualifications.
  const idsToRetire = after.qualifications.length === 0 ? [] : [...ids, ...dropped];
  return [
    ...idsToRetire.filter((id) => !retiredIds.has(id) && !idsNow.has(id)),
    ...units.pairs.flatMap((pair) => keysToRetire(pair.before, pair.after)),
  ];
}

function keysToRetire(before: Unit, after: Unit): readonly string[] {
  const now = keysOf(after);
  // Where all are gone, they were left out, and have to come back.
  if (now.size === 0 && after.outcomes.length > 0) return [];
  const retired = new Set(after.source.retired ?? []);
  return [...keysOf(before), ...(before.source.retired ?? [])]
    .filter((key) => !now.has(key) && !retired.has(key))
    .map((key) => `${after.id}#${key}`);
}
