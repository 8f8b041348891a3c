import { code } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { placeOf } from "../place.ts";

export const barredUnits = defineRule({
  id: "barred-units",
  severity: "error",
  summary: "Units that bar each other are not both mandatory",
  why: "A learner would have to take both and may not, so nobody could be awarded the qualification.",
  basis: "practice",
  checks: ["R020"],
  source: "Practice",
  serves: { ofqual: "Condition E3.2(d)" },
  good: "# q.yaml\nkind: qualification\nid: q\ntitle: Q\nrulesOfCombination:\n  groups:\n    - { id: M, require: all, units: [a] }\n    - { id: O, require: any, units: [b] }\n  barred: [[a, b]]\nunits:\n  - { id: a, title: A, learningOutcomes: [] }\n  - { id: b, title: B, learningOutcomes: [] }\n",
  bad: "# q.yaml\nkind: qualification\nid: q\ntitle: Q\nrulesOfCombination:\n  groups:\n    - { id: M, require: all, units: [a, b] }\n  barred: [[a, «b»]]\nunits:\n  - { id: a, title: A, learningOutcomes: [] }\n  - { id: b, title: B, learningOutcomes: [] }\n",
  qualification: (qualification, report) => {
    const rules = qualification.source.rulesOfCombination;
    if (rules?.pathways?.length || rules?.equivalent?.length) return;
    const mandatory = qualification.groups.filter(({ require }) => require.all).flatMap(({ units }) => units);
    for (const [row, set] of (rules?.barred ?? []).entries()) {
      const both = set.filter((id) => mandatory.some((one) => one.id === id));
      const [first, second] = both;
      if (first === undefined || second === undefined) continue;
      const listed = mandatory.find(({ id }) => id === second);
      const related = listed === undefined ? [] : [{ message: "mandatory here", place: placeOf(listed) }];
      const message = `Unexpected bar between ${code(first)} and ${code(second)}, which are both mandatory; remove the bar, or make one of them optional`;
      report(placeOf(qualification, "rulesOfCombination", "barred", row, set.indexOf(second)), message, related);
    }
  },
});
