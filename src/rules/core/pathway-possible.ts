import { rulesOf } from "../../routes/rules.ts";
import { isFeasible } from "../../routes/solve.ts";
import { code } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { placeOf } from "../place.ts";
import { proofOf } from "../proof-of.ts";

const example = (min: string, id: string) =>
  `# q.yaml\nkind: qualification\nid: q\ntitle: Q\nrulesOfCombination:\n  groups:\n    - { id: A, require: any, units: [a] }\n    - { id: B, require: any, units: [b] }\n  constraints:\n    - { units: { min: ${min} }, pathway: baking }\n  pathways:\n    - { id: ${id}, groups: [A, B] }\n    - { id: serving, groups: [B] }\nunits:\n  - { id: a, title: A, learningOutcomes: [] }\n  - { id: b, title: B, learningOutcomes: [] }\n`;

export const pathwayPossible = defineRule({
  id: "pathway-possible",
  severity: "error",
  summary: "Every pathway has at least one valid combination of units",
  why: "Learners who choose a pathway that cannot be completed can never be awarded the qualification.",
  basis: "practice",
  checks: ["R018"],
  source: "Practice",
  conditions: { ofqual: "Condition E3.2(d)" },
  yieldsTo: ["unit-exists", "unit-in-group", "group-exists", "group-bounds", "barred-units", "combination-possible"],
  good: example("2", "baking"),
  bad: example("3", "«baking»"),
  qualification: (qualification, report) => {
    const proof = proofOf(qualification);
    if (proof === null || proof.structure.pathways.length < 2) return;
    for (const [row, { id }] of proof.structure.pathways.entries()) {
      if (isFeasible(proof.structure, rulesOf(proof.structure), [id])) continue;
      const message = `No combination of units is possible on pathway ${code(id)}; change the constraints or the groups of it`;
      report(placeOf(qualification, "rulesOfCombination", "pathways", row, "id"), message);
    }
  },
});
