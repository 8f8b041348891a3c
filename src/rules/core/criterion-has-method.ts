import { code } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { gapAt, keyOf } from "../place.ts";

const unit = (assessment: string, id = "a") =>
  `kind: unit\nid: ${id}\ntitle: A\nlearningOutcomes:\n  - { outcome: Know A, assessmentCriteria: [State A] }\n${assessment}`;

export const criterionHasMethod = defineRule({
  id: "criterion-has-method",
  severity: "error",
  summary: "Each criterion is assessed by at least one method, stated for it, its outcome or its unit",
  why: "Learners and assessors have to know what counts as evidence before the work begins.",
  basis: "practice",
  checks: ["A034"],
  source: "Practice",
  conditions: { ofqual: "Condition E3.2(g)" },
  good: unit("assessment: { methods: [questioning] }\n"),
  bad: unit("", "«a»"),
  unit: (one, report) => {
    const lacks = ({ evidence }: { readonly evidence: { readonly methods: readonly string[] } }) =>
      evidence.methods.length === 0;
    const criteria = one.outcomes.flatMap((outcome) => outcome.criteria);
    if (criteria.length === 0 || !criteria.some(lacks)) return;
    const add = `add ${code("evidence: { methods: [...] }")} here, or ${code("methods")} to the ${code("assessment")} of the unit`;
    if (criteria.every(lacks)) {
      const message = `Missing assessment methods, expected the key ${code("methods")} under ${code("assessment")}; add a line such as ${code("assessment: { methods: [observation] }")}`;
      report(gapAt(one, "assessment", "methods"), message);
      return;
    }
    for (const outcome of one.outcomes) {
      const bare = outcome.criteria.filter(lacks);
      if (bare.length > 1 && bare.length === outcome.criteria.length) {
        const message = `Missing assessment methods of outcome ${outcome.number}, expected at least one; ${add}`;
        report(keyOf(outcome, "outcome"), message);
        continue;
      }
      for (const criterion of bare) {
        report(
          keyOf(criterion),
          `Missing assessment methods of criterion ${criterion.number}, expected at least one; ${add}`,
        );
      }
    }
  },
});
