import { withMarksOf } from "./judged.ts";
import { compareDates } from "./later.ts";
import type { Assessment, CriterionRecord, LearnerRecord } from "./learner-record.ts";
import { filledFrom, isDecided, unitsTogether } from "./merge-decisions.ts";
import { evidenceTogether, keepBothNames } from "./merge-evidence.ts";
import { isLearners, mergeFields } from "./merge-fields.ts";
import { newerOf, withSignOffs } from "./merge-sign-offs.ts";
import { criterionId, judgedField } from "./places.ts";

/** Something that both of two records say, and not alike. */
export interface Conflict {
  /** The criterion. */
  readonly id: string;
  readonly what: "answer" | "decision";
  readonly current: CriterionRecord;
  readonly incoming: CriterionRecord;
}

export type Choice = "current" | "incoming" | "both";

/**
 * What comes in, together with what is there already about the same learner. A learner's paper brings answers and
 * evidence, an assessor's brings decisions; what the other side wrote stays, unless there is nothing yet. Two records
 * of the same paper are laid together criterion by criterion: `choose` says what counts where both say something.
 */
export function merge(
  current: LearnerRecord,
  incoming: LearnerRecord,
  choose: (conflict: Conflict) => Choice = laterOf(current, incoming),
): LearnerRecord {
  const whole = {
    ...current,
    saved: incoming.saved,
    learner: {
      name: incoming.learner.name ?? current.learner.name,
      number: incoming.learner.number ?? current.learner.number,
      centre: incoming.learner.centre ?? current.learner.centre,
    },
    fields: mergeFields(current, incoming, isLater(current, incoming)),
  };
  if (isLearners(current) === isLearners(incoming)) {
    const [first, second] = isLater(current, incoming) ? [current, incoming] : [incoming, current];
    const { followed, ...both } = together(current, incoming, choose);
    return withSignOffs({ ...whole, ...both, fields: marksTogether(whole.fields, followed) }, first, second);
  }

  const [work, decisions] = isLearners(incoming) ? [incoming, current] : [current, incoming];
  const answers = hasWork(work) ? work : decisions;
  const judged = hasDecisions(decisions) ? decisions : work;
  const byId = new Map(judged.criteria.map((one) => [criterionId(one), one]));
  const criteria = answers.criteria.map((one) => {
    const other = byId.get(criterionId(one));
    return other === undefined ? one : { ...one, assessment: other.assessment };
  });
  // A paper about one unit says nothing of the others: there both keep what they have.
  const rest = keepBothNames(answers, without(answers === work ? decisions : work, answers));
  const decided = new Set(judged.units.map(({ id }) => id));
  const others = (judged === work ? decisions : work).units.filter(({ id }) => !decided.has(id));
  return {
    ...whole,
    evidence: evidenceTogether(answers.evidence, rest.evidence),
    criteria: [...criteria, ...rest.criteria],
    units: [...judged.units, ...others],
  };
}

/** What a record says of criteria that another does not have. */
function without(record: LearnerRecord, other: LearnerRecord): LearnerRecord {
  const known = new Set(other.criteria.map(criterionId));
  const criteria = record.criteria.filter((one) => !known.has(criterionId(one)));
  const named = new Set(criteria.flatMap(({ evidence }) => evidence));
  return { ...record, criteria, evidence: record.evidence.filter(({ reference }) => named.has(reference)) };
}

/** What a person has to be asked before two records of the same paper become one. */
export function conflictsOf(current: LearnerRecord, incoming: LearnerRecord): readonly Conflict[] {
  if (isLearners(current) !== isLearners(incoming)) return [];
  const others = new Map(keepBothNames(current, incoming).criteria.map((one) => [criterionId(one), one]));
  return current.criteria.flatMap((one) => {
    const other = others.get(criterionId(one));
    return other === undefined ? [] : conflictsIn(one, other);
  });
}

function conflictsIn(current: CriterionRecord, incoming: CriterionRecord): readonly Conflict[] {
  const id = criterionId(current);
  const found: Conflict[] = [];
  const [first, second] = [current.answer, incoming.answer];
  if (first !== null && second !== null && first !== second) found.push({ id, what: "answer", current, incoming });
  const [own, other] = [current.assessment, incoming.assessment];
  if (isDecided(own) && isDecided(other) && !isSameAssessment(own, other)) {
    found.push({ id, what: "decision", current, incoming });
  }
  return found;
}

/** A criterion with the fields of the record whose decision on it counts. */
interface Followed {
  readonly one: CriterionRecord;
  readonly fields: LearnerRecord["fields"];
}

/** What a decision was made on comes with the decision. */
function marksTogether(fields: LearnerRecord["fields"], followed: readonly Followed[]): LearnerRecord["fields"] {
  return followed
    .filter(({ one, fields: own }) => own[judgedField(one)] !== fields[judgedField(one)])
    .reduce((now, { one, fields: own }) => withMarksOf(now, own, [one]), fields);
}

/** Criterion by criterion: what only one of them says counts, and evidence of both. */
function together(current: LearnerRecord, incoming: LearnerRecord, choose: (conflict: Conflict) => Choice) {
  const renamed = keepBothNames(current, incoming);
  const others = new Map(renamed.criteria.map((one) => [criterionId(one), one]));
  const followed: Followed[] = [];
  const criteria = current.criteria.map((one) => {
    const other = others.get(criterionId(one));
    others.delete(criterionId(one));
    if (other === undefined) return one;
    const made = oneOf(one, other, choose);
    followed.push({ one, fields: (made.judge === "incoming" ? incoming : current).fields });
    return made.criterion;
  });
  return {
    followed,
    evidence: evidenceTogether(current.evidence, renamed.evidence),
    criteria: [...criteria, ...others.values()],
    units: isLater(current, incoming) ? unitsTogether(current, incoming) : unitsTogether(incoming, current),
  };
}

function oneOf(current: CriterionRecord, incoming: CriterionRecord, choose: (conflict: Conflict) => Choice) {
  const chosen = new Map(conflictsIn(current, incoming).map((conflict) => [conflict.what, choose(conflict)]));
  const choice = chosen.get("answer") ?? (current.answer === null ? "incoming" : "current");
  const evidence = [...new Set([...current.evidence, ...incoming.evidence])];
  // Where neither has an answer, the evidence says for which wording it was named.
  const isIncoming = choice === "incoming" && (incoming.answer !== null || current.evidence.length === 0);
  const { text, hash } = isIncoming ? incoming : current;
  const answer =
    choice === "both" ? `${current.answer}\n\n${incoming.answer}` : (isIncoming ? incoming : current).answer;
  const decision = chosen.get("decision") ?? (isDecided(current.assessment) ? "current" : "incoming");
  const [own, other] = [current.assessment, incoming.assessment];
  const assessment = decision === "incoming" ? filledFrom(other, own) : filledFrom(own, other);
  return { judge: decision, criterion: { ...current, text, hash, answer, evidence, assessment } };
}

/**
 * Which of two decisions was made later, by the days beside them; on one day, or where those say nothing, the one in the
 * record that knows that the unit was opened again. null where nobody can tell.
 */
export function laterDecision(
  { current, incoming }: Conflict,
  [here, file]: readonly [LearnerRecord, LearnerRecord],
  language: string,
): "current" | "incoming" | null {
  const order = compareDates(current.assessment.date, incoming.assessment.date, language) ?? 0;
  if (order !== 0) return order > 0 ? "incoming" : "current";
  const newer = newerOf(current.unit, here, file);
  if (newer === null) return null;
  return newer === "second" ? "incoming" : "current";
}

function laterOf(current: LearnerRecord, incoming: LearnerRecord): () => Choice {
  return () => (isLater(current, incoming) ? "current" : "incoming");
}

/** Whether the first was saved after the second; where nothing is known of it, the second counts. */
export function isLater(one: LearnerRecord, other: LearnerRecord): boolean {
  return one.saved !== null && other.saved !== null && Date.parse(one.saved) > Date.parse(other.saved);
}

/** The criteria whose answer or evidence is another than the one that was judged. */
export function changedSinceDecision(current: LearnerRecord, incoming: LearnerRecord): readonly CriterionRecord[] {
  const before = new Map(current.criteria.map((one) => [criterionId(one), one]));
  return incoming.criteria.filter((one) => {
    const judged = before.get(criterionId(one));
    if (judged === undefined || judged.assessment.decision === null) return false;
    return judged.answer !== one.answer || judged.evidence.join() !== one.evidence.join();
  });
}

function isSameAssessment(one: Assessment, other: Assessment): boolean {
  return (Object.keys(one) as (keyof Assessment)[]).every((part) => one[part] === other[part]);
}

function hasWork({ criteria, evidence }: LearnerRecord): boolean {
  return evidence.length > 0 || criteria.some(({ answer, evidence: linked }) => answer !== null || linked.length > 0);
}

/** Also a place or a comment without a decision yet: nobody's words are lost. */
function hasDecisions({ criteria, units }: LearnerRecord): boolean {
  return (
    criteria.some(({ assessment }) => Object.values(assessment).some((part) => part !== null)) ||
    units.some(({ id: _id, title: _title, ...decided }) => Object.values(decided).some((part) => part !== null))
  );
}
