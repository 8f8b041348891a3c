import type { Assessment, EvidenceItem, Learner, UnitRecord } from "./learner-record.ts";

/** Where the parts of a record stand in a paper: the ends of the names of fields. */
export const learnerParts = ["name", "number", "centre"] as const satisfies readonly (keyof Learner)[];

/** Behind `log.<row>.` */
export const evidenceParts = ["reference", "description", "date"] as const satisfies readonly (keyof EvidenceItem)[];

/** Behind the name of a criterion. Its answer is `a`, its evidence `e`, the decision on it `r`. */
export const criterionEnds = [
  ["l", "location"],
  ["m", "method"],
  ["d", "date"],
  ["f", "feedback"],
  ["i", "assessor"],
  ["q", "iqa"],
] as const satisfies readonly (readonly [string, keyof Assessment])[];

/** Behind the name of a unit. The decision on it is `decision`. */
export const unitEnds = [
  ["feedback", "feedback"],
  ["actions", "actions"],
  ["achieved", "date"],
  ["achieved-by", "assessor"],
  ["iqa-comment", "iqaComment"],
] as const satisfies readonly (readonly [string, keyof UnitRecord])[];

export interface Criterion {
  readonly unit: string;
  readonly key: string | null;
  readonly number: string;
}

/** By what a criterion is known from version to version: its key, and its number only where it has none. */
export function criterionId({ unit, key, number }: Criterion): string {
  return `${unit}/${key ?? number}`;
}

/** A mark of the assessor's program: the answer is another than the one that was judged. */
export function changedField(criterion: Criterion): string {
  return `${fieldOf(criterion)}.changed`;
}

/** Where a decision keeps the mark of the answer and the evidence that it was made on. */
export function judgedField(criterion: Criterion): string {
  return `${fieldOf(criterion)}.judged`;
}

/** Whether a field is a mark that programs make, and nothing that a person fills in. */
export function isMark(name: string): boolean {
  return /^\.\.|\.(?:changed|judged)$/u.test(name);
}

/** As the papers begin the names of the fields of a criterion. */
function fieldOf({ unit, key, number }: Criterion): string {
  return `${unit}.${key ?? number.replace(/[^A-Za-z0-9.]/gu, "_")}`;
}

/** What is signed below the decision on a unit, unlike the learner's own declaration, which has names of its own. */
export function signOffField(unit: string, what: string): string {
  return `${unit}..sign-off.${what}`;
}

/** Whether a field is the assessors' to fill in: a learner's file never changes it. */
export function isAssessors(name: string): boolean {
  return /^(?:people|qualification)\.|\.\.(?:sign-off\.|(?:reopened|decision)$)|\.(?:changed|judged|r)$/u.test(name);
}
