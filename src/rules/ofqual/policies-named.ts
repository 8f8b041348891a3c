import { code, joinWords } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { gapAt } from "../place.ts";

const policies = [
  "recognitionOfPriorLearning",
  "reasonableAdjustments",
  "specialConsideration",
  "complaints",
  "appeals",
  "fees",
] as const;
const example = (key: string, fees: string) =>
  `kind: qualification\nid: q\ntitle: Q\n${key}:\n${policies
    .slice(0, -1)
    .map((policy) => `  ${policy}: https://example.org/${policy}\n`)
    .join("")}${fees}`;

export const policiesNamed = defineRule({
  id: "policies-named",
  severity: "warning",
  summary: "The published policies and the fees are linked",
  why: "A learner who needs an adjustment, or disagrees with a result, has to find out how, and what it costs.",
  basis: "condition",
  checks: ["S038"],
  source: "Ofqual Conditions E10.1, G6.2, G7.2, D4.3, I1.3, F1.1",
  good: example("policies", "  fees: https://example.org/fees\n"),
  bad: example("«policies»", ""),
  qualification: (qualification, report) => {
    const named = qualification.source.policies;
    const missing = policies.filter((policy) => (named?.[policy] ?? "none") === "none");
    if (missing.length === 0) return;
    const what = `link${missing.length === 1 ? "" : "s"} to ${joinWords(missing.map(code))}`;
    const message = `Missing ${what}, expected the address of the page where each is published; add ${missing.length === 1 ? "it" : "them"} under ${code("policies")}`;
    report(gapAt(qualification, "policies"), message);
  },
});
