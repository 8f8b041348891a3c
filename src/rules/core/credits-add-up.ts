import { defineRule } from "../define-rule.ts";
import { compareWithLowestRoute } from "../lowest-route.ts";

const units =
  "units:\n  - { id: a, title: A, credit: 4, totalUnitTime: 40, learningOutcomes: [] }\n  - { id: b, title: B, credit: 4, totalUnitTime: 40, learningOutcomes: [] }\n";

export const creditsAddUp = defineRule({
  id: "credits-add-up",
  severity: "error",
  summary: "The credit of the qualification is that of the lowest valid combination of its units",
  why: "Learners who complete just enough must reach the declared credit, and nobody can be asked for more than it.",
  basis: "practice",
  checks: ["Q014"],
  source: "Practice",
  conditions: { ofqual: "Condition E3.2(d), E3.2(l)" },
  yieldsTo: [
    "unit-exists",
    "unit-in-group",
    "group-exists",
    "hours-within-total",
    "hours-add-up",
    "credit-matches-hours",
  ],
  good: `# q.yaml\nkind: qualification\nid: q\ntitle: Q\ncredit: 8\n${units}`,
  bad: `# q.yaml\nkind: qualification\nid: q\ntitle: Q\ncredit: «9»\n${units}`,
  qualification: (qualification, report) =>
    compareWithLowestRoute(qualification, report, [{ key: "credit", figure: "credit", noun: "credit" }]),
});
