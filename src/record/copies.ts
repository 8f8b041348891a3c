import type { LearnerRecord } from "./learner-record.ts";
import { isSameLearner } from "./same-learner.ts";

/** The other records that a device keeps of one paper, when one of them is cleared. */
export interface Copies<Kept> {
  /** Of the same learner: cleared with it. */
  readonly own: readonly Kept[];
  /** Nobody can tell by name or number: a person has to say. */
  readonly unclear: readonly Kept[];
  /** Of somebody else: they stay. */
  readonly others: readonly Kept[];
}

export function copiesOf<Kept extends { readonly record: LearnerRecord }>(
  { learner }: LearnerRecord,
  kept: readonly Kept[],
): Copies<Kept> {
  const which = (isSame: boolean | null) => kept.filter((one) => isSameLearner(learner, one.record.learner) === isSame);
  return { own: which(true), unclear: which(null), others: which(false) };
}
