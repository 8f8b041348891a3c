import { unitMentions } from "../../model/unit-mentions.ts";
import { code } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { placeOfMention } from "../place.ts";

export const unitInGroup = defineRule({
  id: "unit-in-group",
  severity: "error",
  summary: "A unit that a rule of combination speaks of stands in a group",
  why: "A rule about a unit that no group offers can never be met, or says nothing: mostly a unit was taken out of its group and forgotten here.",
  basis: "practice",
  checks: ["R021"],
  source: "Practice",
  conditions: { ofqual: "Condition E3.2(d), E3.3" },
  yieldsTo: ["unit-exists"],
  good: "# q.yaml\nkind: qualification\nid: q\ntitle: Q\nrulesOfCombination:\n  groups:\n    - { id: O, require: any, units: [a, b] }\n  barred: [[a, b]]\nunits:\n  - { id: a, title: A, learningOutcomes: [] }\n  - { id: b, title: B, learningOutcomes: [] }\n",
  bad: "# q.yaml\nkind: qualification\nid: q\ntitle: Q\nrulesOfCombination:\n  groups:\n    - { id: O, require: any, units: [a] }\n  barred: [[a, «b»]]\nunits:\n  - { id: a, title: A, learningOutcomes: [] }\n  - { id: b, title: B, learningOutcomes: [] }\n",
  qualification: (qualification, report, corpus) => {
    const outside = unitMentions(qualification.source).filter(({ id, needsGroup }) => {
      const listed = qualification.groups.some(({ units }) => units.some((one) => one.id === id));
      return needsGroup && !listed && corpus.find(id) !== null;
    });
    for (const id of new Set(outside.map((mention) => mention.id))) {
      const [place, ...others] = outside
        .filter((mention) => mention.id === id)
        .map(({ path }) => placeOfMention(qualification, id, path));
      if (place === undefined) continue;
      const message = `Unexpected unit ${code(id)}, which stands in no group; add it to the group that offers it, or remove it here`;
      report(
        place,
        message,
        others.map((other) => ({ message: "also here", place: other })),
      );
    }
  },
});
