import type { Qualification } from "../../model/types.ts";
import { code, joinWords } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { placeOf } from "../place.ts";
import { proofOf } from "../proof-of.ts";

const example = (min: number, a: string) =>
  `# q.yaml\nkind: qualification\nid: q\ntitle: Q\nrulesOfCombination:\n  groups:\n    - { id: O, require: { credit: { min: ${min} } }, units: [${a}, b, c] }\nunits:\n  - { id: a, title: A, credit: 6, learningOutcomes: [] }\n  - { id: b, title: B, credit: 3, learningOutcomes: [] }\n  - { id: c, title: C, credit: 3, learningOutcomes: [] }\n`;

export const optionalUnitNeeded = defineRule({
  id: "optional-unit-needed",
  severity: "advice",
  summary: "A unit that every combination holds is mandatory, and is called so",
  why: "Learners who are told that a unit is optional find out too late that they cannot do without it.",
  basis: "practice",
  checks: ["R018"],
  source: "Practice",
  serves: { ofqual: "Condition E3.2(d), E3.3" },
  yieldsTo: [
    "unit-exists",
    "unit-in-group",
    "group-exists",
    "group-bounds",
    "barred-units",
    "combination-possible",
    "pathway-possible",
    "unit-selectable",
    "hours-add-up",
    "credits-add-up",
    "credit-matches-hours",
  ],
  good: example(6, "a"),
  bad: example(9, "«a»"),
  qualification: (qualification, report) => {
    const answer = proofOf(qualification)?.answer;
    // Credit that is left out counts 0 for now, and makes others necessary.
    if (answer === undefined || !answer.isFeasible || answer.notStated.credit.length > 0) return;
    const named = askedForByName(qualification);
    const needed = answer.alwaysNeeded.filter((id) => !named.has(id));
    const told = new Set<string>();
    for (const group of qualification.groups) {
      const here = group.units.filter(({ id }) => needed.includes(id) && !told.has(id));
      const [first] = here;
      if (first === undefined) continue;
      for (const { id } of here) told.add(id);
      const isWhole = here.length === group.units.length;
      const units = joinWords(here.map(({ id }) => code(id)));
      const message = isWhole
        ? `Unexpected choice in group ${code(group.id)}, all of whose units every combination needs; write ${code("require: all")}`
        : `Unexpected optional ${here.length === 1 ? "unit" : "units"} ${units}, which every combination needs; move ${here.length === 1 ? "it" : "them"} to a group of mandatory units, or change the rule that makes ${here.length === 1 ? "it" : "them"} necessary`;
      report(isWhole ? placeOf(group, "require") : placeOf(first), message);
    }
  },
});

/** Units that a constraint names: their authors know that they are needed. */
function askedForByName({ constraints }: Qualification): ReadonlySet<string> {
  return new Set(constraints.flatMap(({ from = [] }) => from));
}
