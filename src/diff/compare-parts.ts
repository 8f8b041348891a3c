import type { Criterion } from "../model/types.ts";
import type { Change, Said, Touched, Where } from "./change.ts";
import { compareOwn } from "./compare-criterion.ts";
import { effectOnRange } from "./compare-demands.ts";
import type { Matching } from "./match-all.ts";
import type { Pair, Placed, PlacedOutcome } from "./match-parts.ts";
import { recordChange, valueChange } from "./record.ts";
import { bagOfPart, plainLikeness } from "./similarity.ts";
import { rangeOf, textOrNull } from "./values.ts";

export function atOutcome({ unit, outcome }: PlacedOutcome, qualifications: readonly string[]): Where {
  const { number, key, text } = outcome;
  return { of: "outcome", qualifications, unit: unit.id, number, key, name: textOrNull(text) };
}

export function atCriterion({ unit, criterion }: Placed, qualifications: readonly string[]): Where {
  const { number, key, text } = criterion;
  return { of: "criterion", qualifications, unit: unit.id, number, key, name: textOrNull(text) };
}

/** What is not what it was of an outcome. */
export function compareOutcome(
  { before, after }: Pair<PlacedOutcome>,
  { isSameUnit }: Matching,
  qualifications: readonly string[],
): readonly Change[] {
  const [then, now] = [before.outcome, after.outcome];
  const isAway = !isSameUnit(before.unit, after.unit);
  const place = (unit: string, number: string) => (isAway ? `${unit} ${number}` : number);
  const said = [
    ...placeChange(isAway, place(before.unit.id, then.number), place(after.unit.id, now.number)),
    ...valueChange("text", textOrNull(then.text), textOrNull(now.text), { isText: true }),
    ...keyChange(then.key, now.key),
    ...valueChange("range", rangeOf(then.range), rangeOf(now.range), {
      change: "changed",
      effect: effectOnRange(then.range, now.range),
      isText: true,
    }),
    ...valueChange("evidence", textOrNull(then.evidenceMinimum), textOrNull(now.evidenceMinimum), { isText: true }),
  ];
  return said.map((one) => recordChange(atOutcome(after, qualifications), one, ifAway(one, isAway)));
}

/** What is written on a criterion, and where that stands, and is not what it was. */
export function compareCriterion(
  { before, after }: Pair<Placed>,
  { isSameUnit, isSameOutcome }: Matching,
  qualifications: readonly string[],
): readonly Change[] {
  const [then, now] = [before.criterion, after.criterion];
  const isAway = !isSameUnit(before.unit, after.unit);
  const place = ({ unit, criterion }: Placed) => (isAway ? `${unit.id} ${criterion.number}` : criterion.number);
  const isMoved = isAway || !isSameOutcome(before.outcome, after.outcome);
  const said = [
    ...placeChange(isMoved, place(before), place(after)),
    ...compareOwn(then, now).map((one) => (one.aspect === "text" ? withWarning(one, then, now) : one)),
    ...keyChange(then.key, now.key),
  ];
  return said.map((one) => recordChange(atCriterion(after, qualifications), one, ifAway(one, isAway)));
}

/** Less than this, and no reader would take one wording for the other. */
const leastAlike = 0.25;

/** A key is for ever: what was saved under it would be taken for an answer to something else. */
function withWarning(said: Said, before: Criterion, after: Criterion): Said {
  const isOther = plainLikeness(bagOfPart(before), bagOfPart(after)) < leastAlike;
  if (before.key === null || before.key !== after.key || !isOther) return said;
  return {
    ...said,
    note: `Quite another wording under the same key ${after.key}; if it is another criterion, give it another key`,
  };
}

function placeChange(isMoved: boolean, before: string, after: string): readonly Said[] {
  if (isMoved) return [{ change: "moved", aspect: "itself", before, after }];
  return before === after ? [] : [{ change: "renumbered", aspect: "itself", before, after }];
}

/** Where keys come, or go, that is told of the unit. */
function keyChange(before: string | null, after: string | null): readonly Said[] {
  return before === null || after === null ? [] : valueChange("key", before, after);
}

/** Who has chosen the one unit need not have chosen the other. */
function ifAway({ change }: Said, isAway: boolean): Touched | undefined {
  return change === "moved" && isAway ? "learners" : undefined;
}
