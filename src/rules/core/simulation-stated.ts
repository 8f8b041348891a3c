import { code, joinWords } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { gapAt } from "../place.ts";

const unit = (assessment: string, id = "a") =>
  `kind: unit\nid: ${id}\ntitle: A\nlearningOutcomes:\n  - { outcome: Be able to bake, assessmentCriteria: [Bake a loaf] }\n${assessment}: { methods: [observation] }\n`;

export const simulationStated = defineRule({
  id: "simulation-stated",
  severity: "warning",
  summary: "Where a skill is assessed, it is said whether simulation is allowed",
  why: "Where nothing is said, one centre accepts a role play and another asks for real work, for the same qualification.",
  basis: "practice",
  checks: ["A034"],
  source: "Practice of units with a rule on simulation for each criterion",
  serves: { ofqual: "Condition E3.2(g)" },
  yieldsTo: ["criterion-has-method"],
  good: unit("assessment").replace("[observation]", "[observation], simulation: forbidden"),
  bad: unit("«assessment»"),
  unit: (one, report) => {
    const silent = one.outcomes
      .flatMap(({ criteria }) => criteria)
      .filter(({ kind, simulation }) => kind === "skill" && simulation === null);
    if (silent.length === 0) return;
    const numbers = joinWords(silent.map(({ number }) => number));
    const message = `Missing statement on simulation for the ${silent.length === 1 ? "skill" : "skills"} in ${numbers}, expected the key ${code("simulation")}; add ${code("simulation: forbidden")} or ${code("simulation: allowed")} to the unit, the outcome or the criterion`;
    report(gapAt(one, "assessment", "simulation"), message);
  },
});
