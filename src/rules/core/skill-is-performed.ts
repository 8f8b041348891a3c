import { evidenceMethods } from "../../generated/word-lists.js";
import { code, joinWords } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { placeOf } from "../place.ts";
import performance from "./data/performance-methods.json" with { type: "json" };
import { methodsInUse } from "./methods-in-use.ts";

const unit = (methods: string) =>
  `kind: unit\nid: a\ntitle: A\nlearningOutcomes:\n  - { outcome: Be able to bake, assessmentCriteria: [Bake a loaf] }\nassessment: { methods: ${methods}, simulation: allowed }\n`;

export const skillIsPerformed = defineRule({
  id: "skill-is-performed",
  severity: "warning",
  summary: "A criterion of skill is assessed by a method in which the learner does it",
  why: "Who can write or talk about a skill need not have it: somebody has to see it done, or see what it made.",
  basis: "practice",
  checks: ["A034"],
  source: "Practice",
  serves: { ofqual: "Conditions E3.2(g) and E4.2" },
  yieldsTo: ["known-words", "criterion-has-method", "outcome-and-criteria-agree"],
  good: unit("[questioning, observation]"),
  bad: unit("«[questioning, reflective-account]»"),
  unit: (one, report) => {
    for (const { path, methods, criteria } of methodsInUse(one, ({ kind }) => kind === "skill")) {
      // A house's own word may well mean performance.
      if (methods.some((method) => performance.methods.includes(method) || !evidenceMethods.includes(method))) continue;
      const numbers = joinWords(criteria.map(({ number }) => number));
      const what = criteria.length === 1 ? `criterion ${numbers}, which is` : `criteria ${numbers}, which are`;
      const message = `Unexpected methods for ${what} about skill, expected one in which it is performed, such as ${code("observation")} or ${code("product")}; add one, or write ${code("kind: knowledge")}`;
      report(placeOf(one, ...path), message);
    }
  },
});
