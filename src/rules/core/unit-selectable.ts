import { code } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { placeOf } from "../place.ts";
import { proofOf } from "../proof-of.ts";

const units =
  "units:\n  - { id: a, title: A, credit: 4, learningOutcomes: [] }\n  - { id: b, title: B, credit: 4, learningOutcomes: [] }\n";
const example = (optional: string, barred: string) =>
  `# q.yaml\nkind: qualification\nid: q\ntitle: Q\nrulesOfCombination:\n  groups:\n    - { id: M, require: all, units: [a] }\n    - { id: O, require: any, units: [${optional}] }\n${barred}${units}`;

export const unitSelectable = defineRule({
  id: "unit-selectable",
  severity: "error",
  summary: "Every unit that is offered can be chosen by somebody",
  why: "A unit that no valid combination can hold is offered in vain: learners who choose it cannot be awarded the qualification.",
  basis: "practice",
  checks: ["R018"],
  source: "Practice",
  conditions: { ofqual: "Condition E3.2(d)" },
  yieldsTo: ["unit-exists", "unit-in-group", "group-exists"],
  good: example("b", ""),
  bad: example("«b»", "  barred: [[a, b]]\n"),
  qualification: (qualification, report) => {
    const proof = proofOf(qualification);
    if (proof === null || !proof.answer.isFeasible) return;
    for (const id of proof.answer.neverSelectable) {
      const listed = qualification.groups.flatMap(({ units: members }) => members).find((member) => member.id === id);
      if (listed === undefined) continue;
      const message = `Unit ${code(id)} can never be chosen: no valid combination holds it; take it out of the group, or change the rule that shuts it out`;
      report(placeOf(listed), message);
    }
  },
});
