import { markOfWording } from "../model/content-hash.ts";
import type { Criterion } from "../model/types.ts";
import type { Change, Said, Touched, Where } from "./change.ts";
import { compareOwn } from "./compare-criterion.ts";
import { effectOnRange } from "./compare-demands.ts";
import { hasKeys } from "./compare-retired.ts";
import type { Matching } from "./match-all.ts";
import type { Pair, Placed, PlacedOutcome } from "./match-parts.ts";
import { keptUnder, recordChange, valueChange } from "./record.ts";
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
    ...keyChange(before, then.key, after, now.key),
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
    ...keyChange(before, then.key, after, now.key).map((one) => ({ ...one, note: keyNote(then.key) })),
  ];
  const isLost = isLostWork(then, now);
  return said.map((one, at) => {
    const where = atCriterion(after, qualifications);
    if (!isLost || (at > 0 && one.change !== "renumbered")) return recordChange(where, one, ifAway(one, isAway));
    return recordChange(where, { ...one, note: one.note ?? byNumber }, "learners");
  });
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

/** Where the first keys come, or all go, that is told of the unit. */
function keyChange(
  { unit: then }: PlacedOutcome,
  before: string | null,
  { unit: now }: PlacedOutcome,
  after: string | null,
): readonly Said[] {
  const isOfUnit = (before === null || after === null) && hasKeys(then) !== hasKeys(now);
  return isOfUnit ? [] : valueChange("key", before, after);
}

function keyNote(before: string | null): string | null {
  return before === null ? null : keptUnder("key");
}

const byNumber = "Without a key, work that is saved already goes by the number";

/**
 * Whether what was saved for a criterion without a key is not found under it again, or worse, under another one: it goes by
 * the number then, and where that has become a key, by everything that was asked.
 */
function isLostWork(before: Criterion, after: Criterion): boolean {
  if (before.key !== null) return false;
  if (after.key === null) return before.number !== after.number;
  return markOfWording(before) !== markOfWording(after);
}

/** Who has chosen the one unit need not have chosen the other. */
function ifAway({ change }: Said, isAway: boolean): Touched | undefined {
  return change === "moved" && isAway ? "learners" : undefined;
}
