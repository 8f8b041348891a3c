import type { Assessment } from "../../../src/record/learner-record.ts";
import type { PaperMap } from "../../../src/record/paper-map.ts";

/** A decision with all that stands beside it, in the words of the paper. */
export function assessmentWords({ choices }: PaperMap, assessment: Assessment): string {
  const { decision, location, method, date, assessor, feedback, iqa } = assessment;
  const label = decision === null ? null : choices[decision];
  return [label, date, assessor, feedback, method, location, iqa].filter((part) => part !== null).join(" · ");
}
