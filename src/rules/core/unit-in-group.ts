import { code } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { keyOf, placeOf } from "../place.ts";
import { unitMentions } from "../unit-mentions.ts";

export const unitInGroup = defineRule({
  id: "unit-in-group",
  severity: "error",
  summary: "A unit that a rule of combination speaks of stands in a group",
  why: "A rule about a unit that no group offers can never be met, or says nothing: mostly a unit was taken out of its group and forgotten here.",
  source: "Condition E3.2(d), E3.3",
  good: "# q.yaml\nkind: qualification\nid: q\ntitle: Q\nrulesOfCombination:\n  groups:\n    - { id: O, require: any, units: [a, b] }\n  barred: [[a, b]]\nunits:\n  - { id: a, title: A, learningOutcomes: [] }\n  - { id: b, title: B, learningOutcomes: [] }\n",
  bad: "# q.yaml\nkind: qualification\nid: q\ntitle: Q\nrulesOfCombination:\n  groups:\n    - { id: O, require: any, units: [a] }\n  barred: [[a, «b»]]\nunits:\n  - { id: a, title: A, learningOutcomes: [] }\n  - { id: b, title: B, learningOutcomes: [] }\n",
  qualification: (qualification, report, corpus) => {
    for (const { id, path, needsGroup } of unitMentions(qualification)) {
      const listed = qualification.groups.some(({ units }) => units.some((one) => one.id === id));
      if (!needsGroup || listed || corpus.find(id) === null) continue;
      const isKey = path.at(-2) === "prerequisites" && path.at(-1) === id;
      const place = isKey ? keyOf(qualification, ...path) : placeOf(qualification, ...path);
      report(
        place,
        `Unexpected unit ${code(id)}, which stands in no group; add it to the group that offers it, or remove it here`,
      );
    }
  },
});
