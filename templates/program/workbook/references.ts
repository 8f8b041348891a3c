import type { LearnerRecord } from "../../../src/record/learner-record.ts";
import { criterionId } from "../../../src/record/places.ts";

/** The references of criteria that name nothing in the evidence log, by criterion. */
export function unknownReferences({ evidence, criteria }: LearnerRecord): ReadonlyMap<string, readonly string[]> {
  const known = new Set(evidence.map(({ reference }) => reference));
  return new Map(
    criteria.flatMap((one) => {
      const unknown = one.evidence.filter((reference) => !known.has(reference));
      return unknown.length === 0 ? [] : [[criterionId(one), unknown]];
    }),
  );
}

/** References that stand in the log more than once: nobody can tell which piece is meant. */
export function repeatedReferences({ evidence }: LearnerRecord): ReadonlySet<string> {
  const seen = new Set<string>();
  return new Set(
    evidence.flatMap(({ reference }) => {
      if (!seen.has(reference)) {
        seen.add(reference);
        return [];
      }
      return [reference];
    }),
  );
}
