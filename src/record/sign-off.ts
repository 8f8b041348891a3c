import type { Deciding } from "./decide.ts";
import { deciderOf, filledIn, type Gap, gapsIn, type Signed, signerOf } from "./gaps.ts";
import type { LearnerRecord, UnitRecord } from "./learner-record.ts";
import type { MappedCriterion, PaperMap } from "./paper-map.ts";
import { criterionId } from "./places.ts";
import { progressOf } from "./progress.ts";

/** How far the assessment of a unit is, and what still stands in the way of its sign-off. */
export interface SignOff {
  readonly id: string;
  readonly title: string;
  /**
   * `open`: criteria are not met yet. `incomplete`: all are, but a decision does not say who made it, or when. `ready`:
   * nobody has signed. `signed`: achieved. `unsupported`: achieved once, but a criterion is no longer met by a decision on
   * the wording that the paper has, and on the answer that is there.
   */
  readonly state: "open" | "incomplete" | "ready" | "signed" | "unsupported";
  /** The criteria that are not met. */
  readonly open: readonly MappedCriterion[];
  readonly incomplete: readonly IncompleteDecision[];
  /** Who has signed, or would by what is written beside the signature. */
  readonly signer: Signed;
}

export interface IncompleteDecision {
  readonly asked: MappedCriterion;
  readonly gaps: readonly Gap[];
  /** As written. */
  readonly date: string | null;
}

/** @param language in which months may be named, beside English */
export function signOffsOf(map: PaperMap, record: LearnerRecord, language: string): readonly SignOff[] {
  const units = new Map(record.units.map((unit) => [unit.id, unit]));
  const criteria = new Map(record.criteria.map((one) => [criterionId(one), one]));
  const gapOf = (asked: MappedCriterion): readonly IncompleteDecision[] => {
    const one = criteria.get(criterionId(asked));
    if (one === undefined || one.assessment.decision === null) return [];
    const gaps = gapsIn(deciderOf(one), language);
    return gaps.length === 0 ? [] : [{ asked, gaps, date: one.assessment.date }];
  };
  return progressOf(map, record).units.map(({ id, title, outcomes }) => {
    const unit = units.get(id);
    const open = outcomes.flatMap((outcome) => outcome.open);
    const incomplete = outcomes.flatMap(({ outcome }) => outcome.criteria.flatMap(gapOf));
    const signer = unit === undefined ? { who: null, when: null } : signerOf(unit, record.fields, language);
    const isSigned = unit !== undefined && isAchieved(unit);
    const all = { id, title, open, incomplete, signer };
    if (open.length > 0) return { ...all, state: isSigned ? "unsupported" : "open" };
    if (isSigned) return { ...all, state: "signed" };
    return { ...all, state: incomplete.length > 0 ? "incomplete" : "ready" };
  });
}

/** A unit that has just been signed off: its day and initials are filled where they are empty. */
export function signedOff(record: LearnerRecord, id: string, how: Deciding, language: string): LearnerRecord {
  const units = record.units.map((unit) => {
    if (unit.id !== id || !isAchieved(unit)) return unit;
    const own = filledIn({ who: unit.assessor, when: unit.date }, how, language);
    const { who, when } = signerOf({ ...unit, assessor: own.who, date: own.when }, record.fields, language);
    return { ...unit, date: when, assessor: who };
  });
  return { ...record, units };
}

function isAchieved({ decision }: UnitRecord): boolean {
  return decision === "achieved";
}
