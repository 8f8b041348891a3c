import type { Deciding } from "./decide.ts";
import type { LearnerRecord, UnitRecord } from "./learner-record.ts";
import type { MappedCriterion, PaperMap } from "./paper-map.ts";
import { progressOf } from "./progress.ts";

/** How far the assessment of a unit is, and what still stands in the way of its sign-off. */
export interface SignOff {
  readonly id: string;
  readonly title: string;
  /**
   * `open`: criteria are not met yet. `ready`: all are, and nobody has signed. `signed`: achieved. `unsupported`: achieved
   * once, but a criterion is no longer met by a decision on the wording that the paper has.
   */
  readonly state: "open" | "ready" | "signed" | "unsupported";
  /** The criteria that are not met. */
  readonly open: readonly MappedCriterion[];
}

export function signOffsOf(map: PaperMap, record: LearnerRecord): readonly SignOff[] {
  const achieved = new Set(record.units.filter(isAchieved).map(({ id }) => id));
  return progressOf(map, record).units.map(({ id, title, outcomes }) => {
    const open = outcomes.flatMap((outcome) => outcome.open);
    const isMet = open.length === 0;
    if (achieved.has(id)) return { id, title, open, state: isMet ? "signed" : "unsupported" };
    return { id, title, open, state: isMet ? "ready" : "open" };
  });
}

/** A unit that has just been signed off: its day and initials are filled where they are empty. */
export function signedOff(record: LearnerRecord, id: string, how: Deciding): LearnerRecord {
  const units = record.units.map((unit) => {
    if (unit.id !== id || !isAchieved(unit)) return unit;
    const [date, assessor] = [how.date.trim() || null, how.assessor.trim() || null];
    return { ...unit, date: unit.date ?? date, assessor: unit.assessor ?? assessor };
  });
  return { ...record, units };
}

function isAchieved({ decision }: UnitRecord): boolean {
  return decision === "achieved";
}
