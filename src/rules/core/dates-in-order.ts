import { defineRule } from "../define-rule.ts";
import { placeOf } from "../place.ts";

const order = [
  ["regulationStart", "start of regulation"],
  ["operationalStart", "operational start"],
  ["operationalEnd", "operational end"],
  ["certificationEnd", "certification end"],
] as const;

export const datesInOrder = defineRule({
  id: "dates-in-order",
  severity: "error",
  summary: "Regulation starts before operation, operation and review follow, certification ends last",
  why: "Centres register and certificate learners by these days; a slip in a year closes a qualification before it opens.",
  basis: "practice",
  checks: ["I025"],
  source: "Practice",
  conditions: { ofqual: "Condition E6.2(c)" },
  good: "# q.yaml\nkind: qualification\nid: q\ntitle: Q\ndates: { operationalStart: 2026-09-01, operationalEnd: 2029-08-31 }\n",
  bad: "# q.yaml\nkind: qualification\nid: q\ntitle: Q\ndates: { operationalStart: 2026-09-01, operationalEnd: «2025-08-31» }\n",
  qualification: (qualification, report) => {
    const { operationalStart, review } = qualification.source.dates ?? {};
    if (operationalStart !== undefined && review !== undefined && review < operationalStart) {
      const message = `Unexpected review ${review}, expected no day before the operational start ${operationalStart}; correct one of the two`;
      const related = [
        { message: "the operational start", place: placeOf(qualification, "dates", "operationalStart") },
      ];
      report(placeOf(qualification, "dates", "review"), message, related);
    }
    const given = order.flatMap(([key, name]) => {
      const date = qualification.source.dates?.[key];
      return date === undefined ? [] : [{ key, name, date }];
    });
    for (const [position, one] of given.entries()) {
      const before = given[position - 1];
      if (before === undefined || before.date <= one.date) continue;
      const related = [{ message: `the ${before.name}`, place: placeOf(qualification, "dates", before.key) }];
      const message = `Unexpected ${one.name} ${one.date}, expected no day before the ${before.name} ${before.date}; correct one of the two`;
      report(placeOf(qualification, "dates", one.key), message, related);
    }
  },
});
