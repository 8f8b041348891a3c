import { code } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { gapAt } from "../place.ts";

export const creditHasLevel = defineRule({
  id: "credit-has-level",
  severity: "error",
  summary: "A unit with credit has a level",
  why: "Credit says how much, level how hard: without it credit cannot be counted towards anything.",
  basis: "practice",
  checks: ["Q016"],
  source: "Practice",
  conditions: { ofqual: "Condition E9.2, E3.2(m)" },
  good: "kind: unit\nid: a\ntitle: A\nlevel: 3\ncredit: 4\nlearningOutcomes: []\n",
  bad: "kind: unit\nid: «a»\ntitle: A\ncredit: 4\nlearningOutcomes: []\n",
  unit: (unit, report) => {
    if (unit.credit === null || unit.level !== null) return;
    const message = `Missing level of a unit with credit, expected the key ${code("level")}; add a line such as ${code("level: 3")}`;
    report(gapAt(unit, "level"), message);
  },
});
