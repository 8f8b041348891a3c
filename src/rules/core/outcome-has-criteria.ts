import { code } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { keyOf } from "../place.ts";

export const outcomeHasCriteria = defineRule({
  id: "outcome-has-criteria",
  severity: "error",
  summary: "A unit has learning outcomes, and each of them has assessment criteria",
  why: "Without criteria nobody can tell when an outcome is met, and the learner has nothing to show.",
  basis: "practice",
  checks: ["U026"],
  source: "Practice",
  conditions: { ofqual: "Condition E3.2(f), E3.2(h)" },
  good: "# a.yaml\nkind: unit\nid: a\ntitle: A\nlearningOutcomes:\n  - outcome: Know A\n    assessmentCriteria: [State A]\n",
  bad: "# a.yaml\nkind: unit\nid: a\ntitle: A\nlearningOutcomes:\n  - «outcome»: Know A\n",
  unit: (unit, report) => {
    if (unit.outcomes.length === 0) {
      report(
        keyOf(unit, "learningOutcomes"),
        "Unexpected unit without learning outcomes, expected at least one; write them",
      );
    }
    for (const outcome of unit.outcomes) {
      if (outcome.criteria.length > 0) continue;
      const message = `Unexpected outcome ${outcome.number} without criteria, expected at least one under ${code("assessmentCriteria:")}; write them`;
      report(keyOf(outcome, "outcome"), message);
    }
  },
});
