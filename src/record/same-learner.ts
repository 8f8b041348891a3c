import type { Learner, LearnerRecord } from "./learner-record.ts";

/** Whether two records are of one learner: by number, else by name; null where one of them has neither. */
export function isSameLearner(one: Learner, other: Learner): boolean | null {
  for (const part of ["number", "name"] as const) {
    const [first, second] = [foldedName(one[part]), foldedName(other[part])];
    if (first !== "" && second !== "") return first === second;
  }
  return null;
}

/** As names and numbers are compared; "" where none is written. */
export function foldedName(written: string | null): string {
  return (written ?? "").normalize("NFKC").replace(/\s+/gu, " ").trim().toLowerCase();
}

/** Whether nothing at all is in a record. */
export function isBlank({ learner, evidence, criteria, units, fields, records }: LearnerRecord): boolean {
  const isLeft = (values: readonly unknown[]) => values.every((value) => value === null);
  return (
    isLeft([learner.name, learner.number, learner.centre]) &&
    evidence.length === 0 &&
    records.length === 0 &&
    Object.keys(fields).length === 0 &&
    criteria.every(
      (one) => one.answer === null && one.evidence.length === 0 && isLeft(Object.values(one.assessment)),
    ) &&
    units.every(({ id: _id, title: _title, ...written }) => isLeft(Object.values(written)))
  );
}
