import type { Outcome, Unit } from "../model/types.ts";
import { matchMovedCriteria, matchMovedOutcomes } from "./match-moves.ts";
import {
  type Matched,
  matchCriteria,
  matchOutcomes,
  type Pair,
  type Placed,
  type PlacedOutcome,
} from "./match-parts.ts";
import { matchUnits } from "./match-units.ts";
import { type Likeness, likenessAmong } from "./similarity.ts";

/** Which unit, outcome and criterion of then is which of now. */
export interface Matching {
  readonly units: Matched<Unit>;
  /** Units in which nothing differs: their parts are not among the pairs. */
  readonly unchanged: ReadonlySet<Unit>;
  readonly outcomes: Matched<PlacedOutcome>;
  readonly criteria: Matched<Placed>;
  readonly isSameUnit: (before: Unit, after: Unit) => boolean;
  readonly isSameOutcome: (before: Outcome, after: Outcome) => boolean;
}

/** Unit by unit first; what is left of them, and of units that came or went, may have moved. */
export function matchAll(before: readonly Unit[], after: readonly Unit[]): Matching {
  const units = matchUnits(before, after);
  const unchanged = new Set<Unit>();
  const changed = units.pairs.filter((pair) => !isSaidAgain(pair));
  for (const { after: unit } of units.pairs) unchanged.add(unit);
  for (const { after: unit } of changed) unchanged.delete(unit);
  const likeness = likenessAmong(() =>
    [...changed.flatMap((pair) => [pair.before, pair.after]), ...units.gone, ...units.added].flatMap(partsOf),
  );
  const within = changed.map((pair) => matchWithin(pair, likeness));
  const outcomes = matchMovedOutcomes(
    [...within.flatMap((one) => one.outcomes.gone), ...units.gone.flatMap(outcomesOf)],
    [...within.flatMap((one) => one.outcomes.added), ...units.added.flatMap(outcomesOf)],
    likeness,
  );
  const criteria = matchMovedCriteria(
    [...within.flatMap((one) => one.criteria.gone), ...units.gone.flatMap(criteriaOf)],
    [...within.flatMap((one) => one.criteria.added), ...units.added.flatMap(criteriaOf)],
    outcomes.pairs,
    likeness,
  );
  const allOutcomes = [...within.flatMap((one) => one.outcomes.pairs), ...outcomes.pairs];
  const nowOfUnit = new Map(units.pairs.map((pair) => [pair.before, pair.after]));
  const nowOfOutcome = new Map(allOutcomes.map((pair) => [pair.before.outcome, pair.after.outcome]));
  return {
    units,
    unchanged,
    outcomes: { ...outcomes, pairs: allOutcomes },
    criteria: { ...criteria, pairs: [...within.flatMap((one) => one.criteria.pairs), ...criteria.pairs] },
    isSameUnit: (then, now) => nowOfUnit.get(then) === now,
    isSameOutcome: (then, now) => nowOfOutcome.get(then) === now,
  };
}

function matchWithin({ before, after }: Pair<Unit>, likeness: Likeness) {
  const outcomes = matchOutcomes(outcomesOf(before), outcomesOf(after), likeness);
  return { outcomes, criteria: matchCriteria(criteriaOf(before), criteriaOf(after), outcomes.pairs, likeness) };
}

/** Whether a unit says what it said, so that nothing in it has to be looked at. */
function isSaidAgain({ before, after }: Pair<Unit>): boolean {
  if (before.language !== after.language) return false;
  return before.source === after.source || JSON.stringify(before.source) === JSON.stringify(after.source);
}

function outcomesOf(unit: Unit): readonly PlacedOutcome[] {
  return unit.outcomes.map((outcome) => ({ unit, outcome }));
}

function criteriaOf(unit: Unit): readonly Placed[] {
  return unit.outcomes.flatMap((outcome) => outcome.criteria.map((criterion) => ({ unit, outcome, criterion })));
}

function partsOf({ outcomes }: Unit) {
  return outcomes.flatMap((outcome) => [outcome, ...outcome.criteria]);
}
