import { defineRule } from "../define-rule.ts";
import { placeOf } from "../place.ts";
import { type Comparison, compareWith, rowOf } from "./row-of.ts";

const dates = [
  ["regulationStart", "start of regulation"],
  ["operationalStart", "operational start"],
  ["operationalEnd", "operational end"],
  ["certificationEnd", "certification end"],
  ["review", "review date"],
] as const;

export const registerDates = defineRule({
  id: "register-dates",
  severity: "error",
  summary: "The dates are those of the Register",
  why: "A learner who is registered after the operational end of the Register cannot be certificated, whatever the specification says.",
  basis: "condition",
  checks: ["I025"],
  source: "Ofqual Condition E6.2",
  good: "# q.yaml\nkind: qualification\nid: q\ntitle: Baking\nnumber: 999/0000/2\ndates: { operationalStart: 2026-09-01 }\n# register.csv\nQualification Number,Qualification Title,Operational Start Date\n999/0000/2,Baking,2026/09/01 00:00:00\n",
  bad: "# q.yaml\nkind: qualification\nid: q\ntitle: Baking\nnumber: 999/0000/2\ndates: { operationalStart: «2026-09-02» }\n# register.csv\nQualification Number,Qualification Title,Operational Start Date\n999/0000/2,Baking,2026/09/01 00:00:00\n",
  qualification: (qualification, report, corpus) => {
    compareWith(
      rowOf(qualification, corpus),
      report,
      dates.map(([key, what]): Comparison => {
        const written = qualification.source.dates?.[key];
        return {
          what,
          written,
          column: key,
          agrees: ({ days }) => written !== undefined && days.includes(written),
          place: placeOf(qualification, "dates", key),
        };
      }),
    );
  },
});
