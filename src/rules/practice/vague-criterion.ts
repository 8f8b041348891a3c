import type { Unit } from "../../model/types.ts";
import { type Phrases, phraseAt, phrasesOf } from "../../text/phrases.ts";
import { code } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { hasFaultyOpening } from "./criterion-begins-with-verb.ts";
import data from "./data/vague-words.json" with { type: "json" };
import { isAdverb, kindOfVerb, type Reading, readCriteria } from "./read-criteria.ts";

const unit = (criterion: string) =>
  `kind: unit\nid: a\ntitle: A\nlearningOutcomes:\n  - outcome: Be able to paint a wall\n    assessmentCriteria:\n      - ${criterion}\n`;

export const vagueCriterion = defineRule({
  id: "vague-criterion",
  severity: "advice",
  summary: "A criterion says what counts, without words that assessors would each understand in their own way",
  why: "What is appropriate or good to one assessor is not to the next, so the same work passes in one place and fails in another.",
  basis: "practice",
  checks: ["U032"],
  source: "Practice",
  serves: { ofqual: "Conditions G1.3 and H1.1" },
  good: unit("{ criterion: Use suitable brushes, range: { items: [a roller, a wall brush, a cutting-in brush] } }"),
  bad: unit("Use «suitable» brushes"),
  unit: (one, report) => {
    for (const reading of readCriteria(one)) {
      if (hasRange(one, reading)) continue;
      const found = findQuantity(reading) ?? findStandard(reading);
      if (found === null || isExplained(one, reading, found) || hasFaultyOpening(reading)) continue;
      const { at, length, advice } = found;
      const [start = 0, end = 0] = [reading.tokens[at]?.start, reading.tokens[at + length - 1]?.end];
      const words = code(reading.text.slice(start, end));
      const message = `Unexpected ${words}, which assessors would each understand in another way, expected what all of them look for; ${advice}, leave it out, or explain it under ${code("range:")} or ${code("guidance:")}`;
      report(one.origin.spec.stretchAt(reading.path, start, end), message);
    }
  },
});

interface Vague {
  readonly at: number;
  readonly length: number;
  readonly isQuantity: boolean;
  /** What to write instead, as an order. */
  readonly advice: string;
}

const standards = new Map<string, string>(Object.entries(data.standards));
const standardPhrases = phrasesOf(Object.entries(data.standardPhrases));
const quantities: Phrases<null> = phrasesOf([...data.quantities, ...data.quantityPhrases].map((one) => [one, null]));
const terms: Phrases<null> = phrasesOf(data.terms.map((one) => [one, null]));
const measuring: Phrases<null> = phrasesOf(data.measuringPhrases.map((one) => [one, null]));
const topics = new Set(data.topics);
const choosing = new Set(data.choosing);
/** What these words make sure of is asked for itself: "Ensure that appropriate action is taken". */
const ensuring = new Set(["ensure", "sure"]);
const judged = new Set(data.judged);
const articles = new Set(["a", "an", "all", "any", "the"]);
const howMany = /\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|at least one|both)\b/iu;
const asking = new Set(["how", "what", "when", "where", "whether", "which", "who", "why", "that", "if"]);

function hasRange({ source }: Unit, { criterion, outcome }: Reading): boolean {
  return (criterion.range ?? outcome.range ?? source.assessment?.range ?? null) !== null;
}

/** How many may stand with the evidence; what is suitable, wherever the word is taken up again. */
function isExplained({ source }: Unit, { criterion, tokens }: Reading, { at, isQuantity }: Vague): boolean {
  const { content, guidance, evidence } = criterion;
  if (isQuantity) return evidence.minimum !== null || [content, guidance].some((text) => howMany.test(text ?? ""));
  const word = (tokens[at]?.word ?? "").replace(/ly$/u, "");
  const glossary = (source.glossary ?? []).map(({ term, meaning }) => `${term} ${meaning}`);
  const texts = [content, guidance, evidence.minimum, source.assessment?.requirements, ...glossary];
  return texts.some((text) => text?.toLowerCase().includes(word));
}

/** "List some hazards": as many as each assessor thinks. */
function findQuantity({ tokens, verbAt }: Reading): Vague | null {
  const first = verbAt + 1;
  // "Give some examples of", "Work with a range of"
  for (let at = first; at <= first + 1; at += 1) {
    const found = phraseAt(quantities, tokens, at);
    if (found === null || phraseAt(terms, tokens, at) !== null) continue;
    if (at > first && !["with", "from", "for", "in", "to", "out", "up", "on"].includes(tokens[first]?.word ?? ""))
      return null;
    return { at, length: found.length, isQuantity: true, advice: "say how many, or which" };
  }
  return null;
}

function findStandard(reading: Reading): Vague | null {
  const { tokens, verbAt, verb } = reading;
  const isTold = kindOfVerb(verb) !== null && verb !== "demonstrate" && verb !== "assess";
  let first = verbAt;
  while (first > 0 && isAdverb(tokens[first - 1]?.word ?? "")) first -= 1;
  for (let at = first; at < tokens.length; at += 1) {
    const word = tokens[at]?.word ?? "";
    const phrase = phraseAt(standardPhrases, tokens, at);
    // "Explain where appropriate support is found" asks for a place; at the end it leaves the demand open.
    const isOpen = phrase !== null && (!isTold || at + phrase.length === tokens.length);
    if (isOpen && !isMeasuredLater(reading, at))
      return { at, length: phrase.length, isQuantity: false, advice: phrase.value };
    // Behind "how" and the like, the word belongs to what is asked about.
    if (word === "that" && ensuring.has(tokens[at - 1]?.word ?? "")) continue;
    if (asking.has(word) || phraseAt(measuring, tokens, at) !== null) return null;
    const advice = standards.get(word);
    if (advice === undefined || isTerm(reading, at) || isMeasured(reading, at)) continue;
    if (isTold && !isChosenByWord(reading, at)) continue;
    return { at, length: 1, isQuantity: false, advice };
  }
  return null;
}

/** "good practice", "reasonable adjustments"; "good" and "practice" may have words between them. */
function isTerm({ tokens }: Reading, at: number): boolean {
  const before = at > 0 && phraseAt(terms, tokens, at - 1) !== null;
  const isPractice =
    tokens[at]?.word === "good" && tokens.slice(at + 2, at + 5).some(({ word }) => word === "practice");
  return before || isPractice || phraseAt(terms, tokens, at) !== null;
}

/** "Check whether it is suitable", "suitable for the client", "in line with" further on. */
function isMeasured(reading: Reading, at: number): boolean {
  const { tokens, verb } = reading;
  const [before = "", after = ""] = [tokens[at - 1]?.word, tokens[at + 1]?.word];
  if (judged.has(before) || after === "to" || after === "for") return true;
  if (isMeasuredLater(reading, at)) return true;
  return choosing.has(verb.split(" ")[0] ?? "") && tokens.slice(at + 1).some(({ word }) => word === "for");
}

function isMeasuredLater({ tokens }: Reading, at: number): boolean {
  return tokens.some((_, later) => later > at && phraseAt(measuring, tokens, later) !== null);
}

/** What is described is a topic; but "Describe relevant laws" leaves it open which they are. */
function isChosenByWord({ tokens, verbAt }: Reading, at: number): boolean {
  const isNext = at <= verbAt + 1 || (at === verbAt + 2 && articles.has(tokens[verbAt + 1]?.word ?? ""));
  if (!["appropriate", "suitable", "relevant"].includes(tokens[at]?.word ?? "") || !isNext) return false;
  const rest = tokens.slice(at + 1).map(({ word }) => word);
  if (topics.has(rest[0] ?? "")) return false;
  return !rest.some((word) => ["for", "to", "when", "if", "during", "that", "which", "while"].includes(word));
}
