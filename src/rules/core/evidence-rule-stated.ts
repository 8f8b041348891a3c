import type { Criterion, Outcome, Unit } from "../../model/types.ts";
import { code, joinWords } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { gapAt } from "../place.ts";

const unit = (more: string, key = "assessment") =>
  `kind: unit\nid: a\ntitle: A\nlearningOutcomes:\n  - { outcome: Be able to bake, assessmentCriteria: [Bake a loaf] }\n${key}: { methods: [observation]${more} }\n`;

export const evidenceRuleStated = defineRule({
  id: "evidence-rule-stated",
  severity: "warning",
  summary: "Where learners are observed, it is said how often, where, or what is enough",
  why: "Assessors who have to guess how much is enough ask for different amounts, and learners are treated unequally.",
  basis: "practice",
  checks: ["A037"],
  source: "Practice",
  serves: { ofqual: "Condition H5.3 (a rule on the quantity or type of evidence has to be clear)" },
  yieldsTo: ["criterion-has-method", "text-begins-with-words"],
  good: unit(", observation: { occasions: 2, setting: workplace }"),
  bad: unit("", "«assessment»"),
  unit: (one, report) => {
    const silent = one.outcomes.flatMap((outcome) =>
      outcome.criteria.filter((each) => saysNothing(each, outcome, one)),
    );
    if (silent.length === 0) return;
    const numbers = joinWords(silent.map(({ number }) => number));
    const message = `Missing rule on how much observation is enough for ${numbers}, expected ${code("observation")} with ${code("occasions")} or ${code("setting")}, or a ${code("minimum")} of evidence; add one`;
    report(gapAt(one, "assessment", "observation"), message);
  },
});

/** A criterion of knowledge takes over no rule on observation: it has one only where its own list names the method. */
function saysNothing(criterion: Criterion, outcome: Outcome, { source, language }: Unit): boolean {
  const { requirements = "none", evidence } = source.assessment ?? {};
  if (criterion.kind === "knowledge" || !criterion.evidence.methods.includes("observation")) return false;
  const minimum = criterion.evidence.minimum ?? outcome.evidenceMinimum ?? evidence?.minimum ?? null;
  if (minimum !== null || (criterion.observation?.occasions ?? criterion.observation?.setting ?? null) !== null)
    return false;
  // In other languages nobody here can tell what the requirements speak of.
  return requirements === "none" || (/^en\b/iu.test(language) && !saysHowMuch(requirements));
}

/** A period alone, such as four weeks, says how long and not how much. */
const number =
  "(?:\\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve)\\b(?! ?(?:hour|minute|month|week|year)s?\\b)";
const many = `(?:each|both|several|separate|different|more than one|${number})`;
const amounts = [
  new RegExp(`\\b(?:at least|minimum of|no fewer than|not fewer than|no less than|not less than) ${number}`, "iu"),
  new RegExp(`\\b${many} (?:\\S+ )?(?:days|occasions?|pieces|sessions|shifts|times|visits)\\b`, "iu"),
  /\b(?:once|twice|one occasion|single occasion)\b/iu,
];
const amountBesideObservation = new RegExp(`\\b(?:all|every|${many})\\b`, "iu");

/** Requirements say many things; these are the words of a rule on how much observation is enough. */
function saysHowMuch(requirements: string): boolean {
  if (amounts.some((one) => one.test(requirements))) return true;
  const sentences = requirements.split(/[.;]\s/u);
  return sentences.some((one) => /\b(?:observ|watched|witnessed)/iu.test(one) && amountBesideObservation.test(one));
}
