import { code } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { placeOf } from "../place.ts";

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
  basis: "condition",
  checks: ["U026"],
  source: "Ofqual Condition E3.2(l), E3.2(m); practice",
  good: "# a.yaml\nkind: unit\nid: a\ntitle: A\nreference: none\nlevel: 3\ncredit: none\nguidedLearningHours: 20\naim: Learners find out about A.\nlearningOutcomes:\n  - { outcome: Know A, assessmentCriteria: [State A] }\n",
  bad: "# a.yaml\nkind: unit\nid: «a»\ntitle: A\nreference: none\nlevel: 3\ncredit: none\nguidedLearningHours: 20\nlearningOutcomes:\n  - { outcome: Know A, assessmentCriteria: [State A] }\n",
  unit: (unit, report) => {
    for (const [key, what, line] of facts) {
      if (unit.source[key] !== undefined) continue;
      const place = { ...placeOf(unit, "id"), pointer: `${placeOf(unit, "id").pointer.replace(/\/id$/u, "")}/${key}` };
      report(place, `Missing ${what}, expected the key ${code(key)}; add a line such as ${line}`);
    }
  },
});
