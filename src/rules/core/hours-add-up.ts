import { defineRule } from "../define-rule.ts";
import { compareWithLowestRoute } from "../lowest-route.ts";

const units =
  "units:\n  - { id: a, title: A, credit: 4, totalUnitTime: 40, learningOutcomes: [] }\n  - { id: b, title: B, credit: 4, totalUnitTime: 40, learningOutcomes: [] }\n";

export const hoursAddUp = defineRule({
  id: "hours-add-up",
  severity: "error",
  summary: "The hours of the qualification are those of the lowest valid combination of its units",
  why: "Centres plan by these hours and are paid by them. Where a learner can choose, the regulator asks for the hours of the lowest route.",
  basis: "practice",
  checks: ["Q012", "Q013"],
  source: "Practice",
  conditions: { ofqual: "Condition E7, TQT Criteria 12 and 20" },
  yieldsTo: ["unit-exists", "unit-in-group", "group-exists", "hours-within-total"],
  good: `# q.yaml\nkind: qualification\nid: q\ntitle: Q\ntotalQualificationTime: 80\n${units}`,
  bad: `# q.yaml\nkind: qualification\nid: q\ntitle: Q\ntotalQualificationTime: «90»\n${units}`,
  qualification: (qualification, report) =>
    compareWithLowestRoute(qualification, report, [
      { key: "totalQualificationTime", figure: "totalUnitTime", noun: "hour" },
      { key: "guidedLearningHours", figure: "guidedLearningHours", noun: "guided learning hour" },
    ]),
});
