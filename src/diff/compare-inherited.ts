import type { Change, Said, Where } from "./change.ts";
import { compareInherited, inheritedValue } from "./compare-criterion.ts";
import { atCriterion, atOutcome } from "./compare-parts.ts";
import { atUnit } from "./compare-unit.ts";
import { groupBy } from "./group-by.ts";
import type { Pair, Placed } from "./match-parts.ts";
import { recordChange } from "./record.ts";

interface Found {
  readonly pair: Pair<Placed>;
  readonly said: Said;
}

/**
 * What holds for the criteria of a unit and is not what it was: said once of the unit or of an outcome where everything that
 * held before has become the same there, else of each criterion.
 */
export function compareRules(pairs: readonly Pair<Placed>[], qualifications: readonly string[]): readonly Change[] {
  const all = pairs.flatMap((pair) =>
    compareInherited(pair.before.criterion, pair.after.criterion).map((said): Found => ({ pair, said })),
  );
  const groups = groupBy(all, ({ said }) => JSON.stringify([said.aspect, said.before, said.after]));
  return [...groups.values()].flatMap((found) => fold(found, pairs, qualifications));
}

function fold(
  found: readonly Found[],
  pairs: readonly Pair<Placed>[],
  qualifications: readonly string[],
): readonly Change[] {
  const [first] = found;
  if (first === undefined) return [];
  const { unit } = first.pair.after;
  if (isEverywhere(found, pairs)) return [recordChange(atUnit(unit, qualifications), first.said)];
  const byOutcome = groupBy(found, ({ pair }) => pair.after.outcome);
  return [...byOutcome].flatMap(([outcome, own]) => {
    const within = pairs.filter(({ after }) => after.outcome === outcome);
    const where: readonly Where[] = isEverywhere(own, within)
      ? [atOutcome({ unit, outcome }, qualifications)]
      : own.map(({ pair }) => atCriterion(pair.after, qualifications));
    return where.map((one) => recordChange(one, first.said));
  });
}

/** Whether all criteria of these kinds changed so, of those for which the same held before: several, for one speaks for itself. */
function isEverywhere(found: readonly Found[], pairs: readonly Pair<Placed>[]): boolean {
  const [first] = found;
  if (first === undefined || found.length < 2) return false;
  const { aspect, before = null } = first.said;
  const kinds = new Set(found.map(({ pair }) => pair.after.criterion.kind));
  const same = pairs.filter(
    (pair) => kinds.has(pair.after.criterion.kind) && inheritedValue(aspect, pair.before.criterion) === before,
  );
  return same.length === found.length;
}
