import type { Qualification, Unit } from "../../model/types.ts";
import { code } from "../../text/words.ts";
import { defineRule, type Report } from "../define-rule.ts";
import { placeOf } from "../place.ts";

export const hoursWithinTotal = defineRule({
  id: "hours-within-total",
  severity: "error",
  summary: "Guided learning hours are part of the total time, so never more than it",
  why: "The total is guided learning plus everything else that a learner is directed to do.",
  basis: "practice",
  checks: ["Q010"],
  source: "Practice",
  conditions: { ofqual: "Condition E7.2, TQT Criteria 5 and 10" },
  yieldsTo: ["hours-stated"],
  good: "# q.yaml\nkind: qualification\nid: q\ntitle: Q\ntotalQualificationTime: 120\nguidedLearningHours: 48\n",
  bad: "# q.yaml\nkind: qualification\nid: q\ntitle: Q\ntotalQualificationTime: 120\nguidedLearningHours: «148»\n",
  qualification: (qualification, report) =>
    compare(qualification, qualification.totalQualificationTime, "totalQualificationTime", report),
  unit: (unit, report) => compare(unit, unit.totalUnitTime, "totalUnitTime", report),
});

function compare(one: Qualification | Unit, total: number | null, key: string, report: Report): void {
  const guided = one.guidedLearningHours;
  if (guided === null || total === null || guided <= total) return;
  const message = `Unexpected ${guided} guided learning hours, expected at most the ${total} of ${code(key)}; correct one of the two`;
  report(placeOf(one, "guidedLearningHours"), message, [{ message: "the total", place: placeOf(one, key) }]);
}
