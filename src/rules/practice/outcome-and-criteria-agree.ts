import type { Outcome, Unit } from "../../model/types.ts";
import { tokensOf } from "../../text/tokens.ts";
import { code } from "../../text/words.ts";
import { defineRule, type Report } from "../define-rule.ts";
import data from "./data/verbs.json" with { type: "json" };
import { british, kindOfVerb, type Reading, readCriteria } from "./read-criteria.ts";

const unit = (outcome: string, criteria: string) =>
  `kind: unit\nid: a\ntitle: A\nlearningOutcomes:\n  - outcome: ${outcome}\n    assessmentCriteria: [${criteria}]\n`;

export const outcomeAndCriteriaAgree = defineRule({
  id: "outcome-and-criteria-agree",
  severity: "warning",
  summary: "An outcome and its criteria agree on knowledge or skill",
  why: "Learners who are told that they will be able to do something, and are only asked to describe it, are certified for what nobody saw.",
  basis: "practice",
  checks: ["U030"],
  source: "Practice: guides for unit writers",
  good: unit("Be able to fell a tree", "Describe a felling plan, Fell a tree"),
  bad: unit("«Be able to» fell a tree", "Describe a felling plan, List the tools for felling"),
  unit: (one, report) => {
    const readings = readCriteria(one);
    for (const outcome of one.outcomes) {
      const own = readings.filter((reading) => reading.outcome === outcome);
      if (own.length === 0) continue;
      if (outcome.kind === "skill") checkSkill(one, outcome, own, report);
      if (outcome.kind === "knowledge") checkKnowledge(one, outcome, own, report);
    }
  },
});

const recalling = new Set(data.recalling);
const performing = new Set(data.performing);
const telling = new Set(data.skillsOfTelling);
const knowing = new Set(data.shownKnowledge);

/** Knowledge among skills is in order; knowledge alone is not. */
function checkSkill(one: Unit, outcome: Outcome, own: readonly Reading[], report: Report): void {
  if (!own.every(isRecalled) || isTelling(outcome)) return;
  const stem = /(?:be able to|can|is able to)/iu.exec(outcome.text);
  if (stem === null) return;
  const criteria = own.length === 1 ? "its criterion asks" : "all its criteria ask";
  const message = `Unexpected ${code(stem[0])} where ${criteria} for answers only, expected one in which the learner does it; add such a criterion, or write ${code("Know")} or ${code("Understand")}`;
  const place = one.origin.spec.stretchAt([...outcome.origin.path, "outcome"], stem.index, stem.index + stem[0].length);
  const related = own.map((reading) => ({
    message: `criterion ${reading.criterion.number}`,
    place: placeOfVerb(one, reading),
  }));
  report(place, message, related.slice(0, 3));
}

/** "Be able to describe symptoms to a doctor": there, telling is the skill. */
function isTelling({ text }: Outcome): boolean {
  const words = tokensOf(text).map(({ word }) => british(word));
  return words.some((verb) => kindOfVerb(verb) !== null) || words.slice(0, 6).some((verb) => telling.has(verb));
}

function isRecalled({ verb, tokens, verbAt, criterion }: Reading): boolean {
  if (criterion.kind === "knowledge") return true;
  if (verb === "give") return ["example", "examples", "reason", "reasons"].includes(tokens[verbAt + 1]?.word ?? "");
  return recalling.has(verb);
}

/** Only what can be nothing but a performance; an author who writes `kind: skill` has thought of it. */
function checkKnowledge(one: Unit, outcome: Outcome, own: readonly Reading[], report: Report): void {
  if (/^\W*knows? how to\b/iu.test(outcome.text)) return;
  const performed = own.filter((reading) => reading.criterion.kind !== "skill" && isPerformed(reading));
  const [first, ...others] = performed;
  if (first === undefined) return;
  const stem = /\w+/u.exec(outcome.text)?.[0] ?? "";
  const [from, to] = verbStretch(first);
  const verb = first.text.slice(from, to);
  const message = `Unexpected ${code(verb)} under an outcome that begins with ${code(stem)}, expected a verb that is answered; move the criterion to an outcome that begins with ${code("Be able to")}, or write ${code("kind: skill")}`;
  const place = one.origin.spec.stretchAt([...outcome.origin.path, "outcome"], 0, outcome.text.length);
  const more = others.map((reading) => ({
    message: `criterion ${reading.criterion.number} as well`,
    place: placeOfVerb(one, reading),
  }));
  report(placeOfVerb(one, first), message, [{ message: "the outcome", place }, ...more]);
}

function isPerformed({ verb, tokens, verbAt, isConditional }: Reading): boolean {
  const rest = tokens.slice(verbAt + 1).map(({ word }) => word);
  if (verb === "demonstrate") return !rest.slice(0, 5).some((word) => knowing.has(word));
  if (verb === "carry out" || verb === "perform") return !rest.some((word) => knowing.has(word));
  return performing.has(verb) && !isConditional;
}

function placeOfVerb(one: Unit, reading: Reading) {
  return one.origin.spec.stretchAt(reading.path, ...verbStretch(reading));
}

/** "Carry out" is two words. */
function verbStretch({ tokens, verbAt, verb }: Reading): readonly [start: number, end: number] {
  const last = tokens[verbAt + (verb.includes(" ") ? 1 : 0)];
  return [tokens[verbAt]?.start ?? 0, last?.end ?? 0];
}
