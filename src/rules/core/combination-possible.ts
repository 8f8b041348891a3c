import { describeRouteRule, describeUnmetRule } from "../../model/route-rule-words.ts";
import { contradictionIn } from "../../routes/prove.ts";
import type { Path } from "../../source/spec-file.ts";
import { fromPointer } from "../../source/spec-file.ts";
import { joinWords } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { placeOf } from "../place.ts";
import { proofOf } from "../proof-of.ts";

const units =
  "units:\n  - { id: a, title: A, credit: 4, learningOutcomes: [] }\n  - { id: b, title: B, credit: 4, learningOutcomes: [] }\n";
const example = (min: string) =>
  `# q.yaml\nkind: qualification\nid: q\ntitle: Q\nrulesOfCombination:\n  groups:\n    - { id: O, require: { units: { max: 1 } }, units: [a, b] }\n  constraints:\n    - { credit: { min: ${min} } }\n${units}`;

export const combinationPossible = defineRule({
  id: "combination-possible",
  severity: "error",
  summary: "At least one combination of units meets all the rules of combination",
  why: "Where two rules contradict each other, nobody can ever be awarded the qualification.",
  basis: "practice",
  checks: ["R018"],
  source: "Practice",
  conditions: { ofqual: "Condition E3.2(d)" },
  yieldsTo: ["unit-exists", "unit-in-group", "group-exists", "group-bounds", "barred-units"],
  good: example("4"),
  bad: example("8").replace("max: 1", "max: «1»"),
  qualification: (qualification, report) => {
    const proof = proofOf(qualification);
    if (proof === null || proof.answer.isFeasible) return;
    const { rules } = contradictionIn(proof.structure, proof.answer);
    const at = (pointer: string): Path => ["rulesOfCombination", ...fromPointer(pointer)];
    const [first, ...others] = rules;
    if (first === undefined) return;
    const describe = others.length === 0 ? describeUnmetRule : describeRouteRule;
    const words = joinWords(rules.map((rule) => describe(rule, proof.structure)));
    const how = others.length === 0 ? "change it, or the units" : "change one of these";
    const message = `No combination of units is possible: ${words}; ${how}`;
    const related = others.map((rule) => ({
      message: describeRouteRule(rule, proof.structure),
      place: placeOf(qualification, ...at(rule.at)),
    }));
    report(placeOf(qualification, ...at(first.at)), message, related);
  },
});
