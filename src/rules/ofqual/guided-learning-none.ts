import { defineRule } from "../define-rule.ts";
import { placeOf } from "../place.ts";

export const guidedLearningNone = defineRule({
  id: "guided-learning-none",
  severity: "warning",
  summary: "A qualification has some guided learning, or its author means that it has none",
  why: "Supervised assessment counts as guided learning too, so that 0 is mostly an oversight; funding may follow from it.",
  basis: "guidance",
  checks: ["Q010"],
  source: "Ofqual guidance under Condition E7, which has one example without guided learning",
  yieldsTo: ["hours-stated", "hours-add-up"],
  good: "kind: qualification\nid: q\ntitle: Q\ntotalQualificationTime: 120\nguidedLearningHours: 48\n",
  bad: "kind: qualification\nid: q\ntitle: Q\ntotalQualificationTime: 120\nguidedLearningHours: «0»\n",
  qualification: (qualification, report) => {
    if (qualification.guidedLearningHours !== 0) return;
    const message =
      "Unexpected 0 guided learning hours, expected those of teaching and of supervised assessment; correct the figure, unless all of it is done alone";
    report(placeOf(qualification, "guidedLearningHours"), message);
  },
});
