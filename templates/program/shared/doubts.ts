import { contradictionsIn, type UnmetCriterion } from "../../../src/record/contradictions.ts";
import { fitted } from "../../../src/record/fit.ts";
import type { LearnerRecord } from "../../../src/record/learner-record.ts";
import { isAwarded } from "../../../src/routes/is-awarded.ts";
import type { Session } from "./session.ts";

const reasons = [
  "undecided",
  "not-yet",
  "other-wording",
  "not-asked",
] as const satisfies readonly UnmetCriterion["why"][];

/** What in a record does not add up, a sentence for each: a file can be made by hand, and a specification changes. */
export function doubtsIn({ say, paper: { map, structure } }: Session, record: LearnerRecord): readonly string[] {
  const judge = (units: readonly string[]) => (structure === null ? null : isAwarded(structure, units));
  return contradictionsIn(map, fitted(map, record), judge).map((one) => {
    if (one.kind === "whole") {
      const units = one.achieved.join(", ");
      return units === "" ? say("doubt.whole-none") : say("doubt.whole", { units });
    }
    const parts = reasons.flatMap((why) => {
      const numbers = one.criteria.filter((it) => it.why === why).map(({ number }) => number);
      return numbers.length === 0 ? [] : [say(`doubt.${why}`, { numbers: numbers.join(", ") })];
    });
    return say("doubt.unit", { unit: one.title, what: parts.join("; ") });
  });
}
