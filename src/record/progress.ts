import { isOvertaken } from "./judged.ts";
import type { CriterionRecord, LearnerRecord } from "./learner-record.ts";
import type { MappedCriterion, MappedOutcome, PaperMap } from "./paper-map.ts";
import { criterionId } from "./places.ts";

/** How far a learner is: how many criteria there are, how many are answered, have evidence, and are met. */
export interface Progress {
  readonly total: number;
  /** With an answer, and with evidence named; many have both. */
  readonly answered: number;
  readonly evidenced: number;
  readonly met: number;
}

export interface UnitProgress extends Progress {
  readonly id: string;
  readonly title: string;
  readonly outcomes: readonly OutcomeProgress[];
}

export interface OutcomeProgress extends Progress {
  readonly outcome: MappedOutcome;
  /** Those without an answer and without evidence. */
  readonly missing: readonly MappedCriterion[];
  /** Those not met yet. */
  readonly open: readonly MappedCriterion[];
}

/**
 * How far a record is with what a paper asks for. A decision on older wording, or on another answer, counts
 * for nothing until it is confirmed.
 */
export function progressOf(
  map: PaperMap,
  record: LearnerRecord,
): Progress & { readonly units: readonly UnitProgress[] } {
  const written = new Map(record.criteria.map((one) => [criterionId(one), one]));
  const units = map.units.map(({ id, title, outcomes }) => {
    const own = outcomes.map((outcome) => outcomeProgress(outcome, written, record.fields));
    return { id, title, outcomes: own, ...sum(own) };
  });
  return { units, ...sum(units) };
}

function outcomeProgress(
  outcome: MappedOutcome,
  written: ReadonlyMap<string, CriterionRecord>,
  fields: LearnerRecord["fields"],
): OutcomeProgress {
  const { criteria } = outcome;
  const own = criteria.map((asked) => ({ asked, one: written.get(criterionId(asked)) }));
  const answered = own.filter(({ one }) => isAnswered(one));
  const evidenced = own.filter(({ one }) => hasEvidence(one));
  const missing = own.filter(({ one }) => !isAnswered(one) && !hasEvidence(one)).map(({ asked }) => asked);
  const open = own.filter(({ asked, one }) => !isMet(asked, one, fields)).map(({ asked }) => asked);
  const total = criteria.length;
  return {
    outcome,
    total,
    answered: answered.length,
    evidenced: evidenced.length,
    met: total - open.length,
    missing,
    open,
  };
}

function isAnswered(written: CriterionRecord | undefined): boolean {
  return (written?.answer ?? null) !== null;
}

function hasEvidence(written: CriterionRecord | undefined): boolean {
  return (written?.evidence ?? []).length > 0;
}

function isMet(
  { hash }: MappedCriterion,
  written: CriterionRecord | undefined,
  fields: LearnerRecord["fields"],
): boolean {
  if (written?.assessment.decision !== "met" || written.assessment.hash !== hash) return false;
  return !isOvertaken(written, fields);
}

function sum(parts: readonly Progress[]): Progress {
  const total = (what: keyof Progress) => parts.reduce((all, part) => all + part[what], 0);
  return { total: total("total"), answered: total("answered"), evidenced: total("evidenced"), met: total("met") };
}
