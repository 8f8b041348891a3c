import { code } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { keyOf } from "../place.ts";

export const gradingComplete = defineRule({
  id: "grading-complete",
  severity: "error",
  summary: "A graded qualification has a scale and a rule; one of pass or fail has neither",
  why: "Learners and centres have to know how the grade comes about before it is given.",
  basis: "condition",
  checks: ["A036"],
  source: "Ofqual Condition E3.2(j), H5.4; the regulator's data extract (a scale only where graded)",
  good: "kind: qualification\nid: q\ntitle: Q\ngrading: { type: graded, scale: [Pass, Merit], rule: The lowest grade of any unit. }\n",
  bad: "kind: qualification\nid: q\ntitle: Q\n«grading»: { type: graded, scale: [Pass, Merit] }\n",
  qualification: (qualification, report) => {
    const { grading } = qualification.source;
    for (const [key, what] of [
      ["scale", "the passing grades, the lowest first"],
      ["rule", "how the grade follows from units and criteria"],
    ] as const) {
      const isThere = grading?.[key] !== undefined;
      if (grading?.type === "graded" && !isThere) {
        report(
          keyOf(qualification, "grading"),
          `Missing ${code(key)} of a graded qualification, expected ${what}; add it`,
        );
      } else if (grading?.type === "pass-fail" && isThere) {
        const message = `Unexpected ${code(key)} of a qualification that is passed or failed; remove it, or write ${code("type: graded")}`;
        report(keyOf(qualification, "grading", key), message);
        return;
      }
    }
  },
});
