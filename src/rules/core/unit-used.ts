import { unitMentions } from "../../model/unit-mentions.ts";
import { code } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { placeOf } from "../place.ts";

export const unitUsed = defineRule({
  id: "unit-used",
  severity: "warning",
  summary: "A unit that is written in a qualification's file is in one of its groups",
  why: "Otherwise it is in no paper and no learner can choose it.",
  basis: "practice",
  checks: ["R021"],
  source: "Practice",
  serves: { ofqual: "Condition E3.3" },
  good: "# q.yaml\nkind: qualification\nid: q\ntitle: Q\nunits:\n  - { id: a, title: A, learningOutcomes: [] }\n",
  bad: "# q.yaml\nkind: qualification\nid: q\ntitle: Q\nrulesOfCombination:\n  groups:\n    - { id: M, require: all, units: [a] }\nunits:\n  - { id: a, title: A, learningOutcomes: [] }\n  - { id: «b», title: B, learningOutcomes: [] }\n",
  qualification: (qualification, report) => {
    const listed = new Set(qualification.groups.flatMap(({ units }) => units.map(({ id }) => id)));
    const mentioned = new Set(unitMentions(qualification.source).map(({ id }) => id));
    for (const unit of qualification.inlineUnits) {
      if (listed.has(unit.id) || mentioned.has(unit.id)) continue;
      report(placeOf(unit, "id"), `Unused unit ${code(unit.id)}; add it to a group, or remove it`);
    }
  },
});
