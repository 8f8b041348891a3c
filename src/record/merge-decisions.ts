import type { Assessment, LearnerRecord, UnitRecord } from "./learner-record.ts";

/** Whether an assessor has said something of a criterion that another could say otherwise. */
export function isDecided({ decision, feedback, date }: Assessment): boolean {
  return decision !== null || feedback !== null || date !== null;
}

/** The assessment that counts, with what only the other says about where and how, and who has sampled it. */
export function filledFrom(one: Assessment, other: Assessment): Assessment {
  const noted = {
    ...one,
    location: one.location ?? other.location,
    method: one.method ?? other.method,
    iqa: one.iqa ?? other.iqa,
  };
  // Nobody's initials are put below what somebody else has decided.
  return isDecided(one) ? noted : { ...noted, assessor: one.assessor ?? other.assessor };
}

/** Unit by unit: the first record counts, with what only the second says. */
export function unitsTogether(first: LearnerRecord, second: LearnerRecord): readonly UnitRecord[] {
  const others = new Map(second.units.map((unit) => [unit.id, unit]));
  const units = first.units.map((one) => {
    const other = others.get(one.id);
    others.delete(one.id);
    return other === undefined ? one : unitTogether(one, other);
  });
  return [...units, ...others.values()];
}

function unitTogether(one: UnitRecord, other: UnitRecord): UnitRecord {
  const signed = one.decision !== null || (other.decision === null && one.date !== null) ? one : other;
  return {
    ...one,
    decision: signed.decision,
    date: signed.date,
    assessor: signed.assessor,
    feedback: one.feedback ?? other.feedback,
    actions: one.actions ?? other.actions,
    iqaComment: one.iqaComment ?? other.iqaComment,
  };
}
