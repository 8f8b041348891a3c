import { code, joinWords } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { gapAt } from "../place.ts";

const facts = [
  ["reference", "its unit reference", "`reference: none`"],
  ["level", "its level", "`level: 3`"],
  ["credit", "its credit", "`credit: none`"],
  ["guidedLearningHours", "its guided learning hours", "`guidedLearningHours: 24`"],
  ["aim", "its aim", "`aim: …`"],
] as const;

export const unitFactsStated = defineRule({
  id: "unit-facts-stated",
  severity: "error",
  summary: "A unit states its reference, level, credit, guided learning hours and aim, or that there is none",
  why: "Every published specification prints them; a blank looks like an oversight, and sums over units cannot be made.",
  basis: "practice",
  checks: ["Q016", "U026"],
  source: "Practice",
  conditions: { ofqual: "Condition E3.2(l), E3.2(m)" },
  good: "# a.yaml\nkind: unit\nid: a\ntitle: A\nreference: none\nlevel: 3\ncredit: none\nguidedLearningHours: 20\naim: Learners find out about A.\nlearningOutcomes:\n  - { outcome: Know A, assessmentCriteria: [State A] }\n",
  bad: "# a.yaml\nkind: unit\nid: «a»\ntitle: A\nreference: none\nlevel: 3\ncredit: none\nguidedLearningHours: 20\nlearningOutcomes:\n  - { outcome: Know A, assessmentCriteria: [State A] }\n",
  unit: (unit, report) => {
    // The level of a unit with credit is a condition of its own: `credit-has-level`.
    const isMissing = (key: (typeof facts)[number][0]) =>
      unit.source[key] === undefined && !(key === "level" && unit.credit !== null);
    const missing = facts.filter(([key]) => isMissing(key));
    const [first] = missing;
    if (first === undefined) return;
    const isOne = missing.length === 1;
    const whats = joinWords(missing.map(([, what]) => what));
    const keys = `${isOne ? "key" : "keys"} ${joinWords(missing.map(([key]) => code(key)))}`;
    const add = isOne ? "a line" : "lines";
    const message = `Missing ${whats}, expected the ${keys}; add ${add} such as ${joinWords(missing.map(([, , line]) => line))}`;
    report(gapAt(unit, first[0]), message);
  },
});
