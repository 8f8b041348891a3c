import { code } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { placeOf } from "../place.ts";

const figures = [
  ["totalQualificationTime", "total qualification time"],
  ["guidedLearningHours", "guided learning hours"],
] as const;

export const hoursStated = defineRule({
  id: "hours-stated",
  severity: "error",
  summary: "A qualification states its total qualification time, above 0, and its guided learning hours",
  why: "Every regulated qualification is assigned both; funding and timetables start from them.",
  basis: "condition",
  checks: ["Q010"],
  source: "Ofqual Condition E7.1, E3.2(k)",
  good: "kind: qualification\nid: q\ntitle: Q\ntotalQualificationTime: 120\nguidedLearningHours: 48\n",
  bad: "kind: qualification\nid: q\ntitle: «Q»\ntotalQualificationTime: 120\n",
  qualification: (qualification, report) => {
    for (const [key, what] of figures) {
      if (qualification.source[key] !== undefined) continue;
      const place = { ...placeOf(qualification, "title"), pointer: `/${key}` };
      report(place, `Missing ${what}, expected the key ${code(key)}; add a line such as ${code(`${key}: 120`)}`);
    }
    if (qualification.totalQualificationTime === 0) {
      const message = "Unexpected total qualification time of 0 hours, expected at least 1; correct it";
      report(placeOf(qualification, "totalQualificationTime"), message);
    }
  },
});
