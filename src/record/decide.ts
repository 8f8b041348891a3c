import { isOvertaken, withJudged, withMarksOf } from "./judged.ts";
import type { Assessment, CriterionRecord, LearnerRecord } from "./learner-record.ts";
import { changedSinceDecision } from "./merge.ts";
import { criteriaOf, type MappedCriterion, type PaperMap } from "./paper-map.ts";
import { changedField, criterionId, judgedField } from "./places.ts";

/** Why somebody has to look at a criterion again, though something is written there. */
export type Notice =
  /** The answer was written for another wording. */
  | "answer-older"
  /** The decision was made on another wording. */
  | "decision-older"
  /** The answer or its evidence is another than the one that was judged. */
  | "changed";

/** What has to be looked at again, by the field of the criterion; those without are left out. */
export function noticesOf(map: PaperMap, record: LearnerRecord): ReadonlyMap<string, readonly Notice[]> {
  const written = new Map(record.criteria.map((one) => [criterionId(one), one]));
  const found = criteriaOf(map).map((asked): [string, readonly Notice[]] => {
    const one = written.get(criterionId(asked));
    return [asked.field, one === undefined ? [] : noticesFor(asked, one, record)];
  });
  return new Map(found.filter(([, notices]) => notices.length > 0));
}

function noticesFor(asked: MappedCriterion, written: CriterionRecord, { fields }: LearnerRecord): readonly Notice[] {
  const { answer, evidence, hash, assessment } = written;
  const isAnswered = answer !== null || evidence.length > 0;
  const notices: Notice[] = [];
  if (isAnswered && hash !== asked.hash) notices.push("answer-older");
  if (assessment.decision === null) return notices;
  if (assessment.hash !== asked.hash) notices.push("decision-older");
  if (isOvertaken(written, fields)) notices.push("changed");
  return notices;
}

/** A record that has come in, with a mark at each criterion whose answer is another than the one that was judged before. */
export function withChanges(map: PaperMap, before: LearnerRecord, now: LearnerRecord): LearnerRecord {
  const asked = new Map(criteriaOf(map).map((one) => [criterionId(one), one]));
  const marks = changedSinceDecision(before, now)
    .flatMap((one) => asked.get(criterionId(one)) ?? [])
    // The decision itself says on which answer it was made.
    .filter((one) => now.fields[judgedField(one)] === undefined);
  return { ...now, fields: { ...now.fields, ...Object.fromEntries(marks.map((one) => [changedField(one), "yes"])) } };
}

/** Decides again as before, on the wording and the answer that are there now. */
export function confirmed(record: LearnerRecord, asked: MappedCriterion): LearnerRecord {
  return assess(record, [asked], (one, { hash }) => ({ ...one, hash: one.decision === null ? null : hash }));
}

/** Who decides, and when, as they write it. */
export interface Deciding {
  readonly date: string;
  /** Initials. */
  readonly assessor: string;
}

/**
 * A decision that has just been made: what stands empty beside it is filled, as far as it is known. The day and the
 * initials of a decision before it are not those of the new one.
 */
export function decided(record: LearnerRecord, asked: MappedCriterion, how: Deciding, isFirst: boolean): LearnerRecord {
  const now = { date: how.date.trim() || null, assessor: how.assessor.trim() || null };
  return assess(record, [asked], (one, _, { evidence }) => ({
    ...one,
    date: isFirst ? (one.date ?? now.date) : (now.date ?? one.date),
    assessor: isFirst ? (one.assessor ?? now.assessor) : (now.assessor ?? one.assessor),
    location: one.location ?? suggestedLocation(evidence),
  }));
}

/** A decision that is taken back, with its day and initials; what was written about the evidence stays. */
export function withdrawn(record: LearnerRecord, asked: MappedCriterion): LearnerRecord {
  return assess(record, [asked], (one) => ({ ...one, hash: null, decision: null, date: null, assessor: null }));
}

/** Several criteria met with one action. What is left empty stays as it was; where the evidence is follows from the links. */
export function markedMet(
  record: LearnerRecord,
  criteria: readonly MappedCriterion[],
  how: Deciding & { readonly method: string },
): LearnerRecord {
  return assess(record, criteria, (before, { hash }, { evidence }) => ({
    ...before,
    hash,
    decision: "met",
    date: how.date.trim() || before.date,
    method: how.method.trim() || before.method,
    assessor: how.assessor.trim() || before.assessor,
    location: before.location ?? suggestedLocation(evidence),
  }));
}

/** These criteria as they were judged before, with everything else as it is now. */
export function takenBack(
  record: LearnerRecord,
  before: LearnerRecord,
  criteria: readonly MappedCriterion[],
): LearnerRecord {
  const known = new Map(before.criteria.map((one) => [criterionId(one), one]));
  const back = assess(record, criteria, (now, asked) => known.get(criterionId(asked))?.assessment ?? now);
  return { ...back, fields: withMarksOf(back.fields, before.fields, criteria) };
}

/** Where evidence is, as far as the learner has said it; null where nothing is linked. */
export function suggestedLocation(evidence: readonly string[]): string | null {
  return evidence.length === 0 ? null : evidence.join(", ");
}

/** Changes the assessment of some criteria; whoever decides has seen the answer as it is. */
function assess(
  record: LearnerRecord,
  criteria: readonly MappedCriterion[],
  change: (before: Assessment, asked: MappedCriterion, written: CriterionRecord) => Assessment,
): LearnerRecord {
  const asked = new Map(criteria.map((one) => [criterionId(one), one]));
  const changed = record.criteria.map((one) => {
    const meant = asked.get(criterionId(one));
    return meant === undefined ? one : { ...one, assessment: change(one.assessment, meant, one) };
  });
  const seen = changed.filter((one) => asked.has(criterionId(one)));
  return { ...record, criteria: changed, fields: withJudged(record.fields, seen) };
}
