import { code } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { hasFaultyOpening } from "./criterion-begins-with-verb.ts";
import data from "./data/joined-verbs.json" with { type: "json" };
import verbs from "./data/verbs.json" with { type: "json" };
import { british, gapAfter, isAdverb, kindOfVerb, type Reading, readCriteria } from "./read-criteria.ts";

const unit = (criterion: string) =>
  `kind: unit\nid: a\ntitle: A\nlearningOutcomes:\n  - { outcome: Understand hazards, assessmentCriteria: [${criterion}] }\n`;

export const oneDemand = defineRule({
  id: "one-demand",
  severity: "advice",
  summary: "A criterion makes one demand",
  why: "A learner who can describe and cannot evaluate has met half of a criterion: an assessor can neither pass nor fail it, and the next assessor decides otherwise.",
  basis: "practice",
  checks: ["U028"],
  source: "Practice",
  serves: { ofqual: "Conditions H1.1 and G1.3" },
  good: unit("Describe the hazards of lifting, Explain why lifting causes injury"),
  bad: unit("Describe «and evaluate» the hazards of lifting"),
  unit: (one, report) => {
    for (const reading of readCriteria(one)) {
      const found = findAndOr(reading) ?? findNestedList(reading) ?? findJoined(reading) ?? findLater(reading);
      if (found === null || hasFaultyOpening(reading)) continue;
      const [start, end, message] = found;
      report(one.origin.spec.stretchAt(reading.path, start, end), message);
    }
  },
});

type Found = readonly [start: number, end: number, message: string];

const oneDemands = new Set(data.oneDemand);
const later = new Set(data.opensAnotherClause);
const subordinating = new Set(data.subordinating);
const followsAny = new Set(data.followsAny);
const performing = new Set(data.performedLater);
const performingOn = new Set(data.performedOnAThing);
const helping = new Set(data.helping);
const joiningWords = new Set(["and", "then"]);
const alsoNouns = new Set(verbs.alsoNouns);

/** Behind "how" and the like, it belongs to what is asked about. */
function findAndOr({ text, tokens }: Reading): Found | null {
  if (!text.includes("/")) return null;
  const found = /\band ?\/ ?or\b/iu.exec(text);
  if (found === null || tokens.some(({ word, start }) => start < found.index && subordinating.has(word))) return null;
  const message = `Unexpected ${code(found[0])}, expected one demand for every learner; write ${code("and")} or ${code("or")}, or put the items under ${code("range:")}`;
  return [found.index, found.index + found[0].length, message];
}

/** "(a) ... (b) ..." and lists on lines of their own. */
function findNestedList({ text }: Reading): Found | null {
  if (!text.includes(")") && !text.includes("\n")) return null;
  const found = /(?:^|\s)(\(?(?:a|i)\))\s[\s\S]*\s\(?(?:b|ii)\)\s/iu.exec(text) ?? /\n\s*([-*•])\s/u.exec(text);
  if (found === null) return null;
  const start = found.index + found[0].indexOf(found[1] ?? "");
  const message = `Unexpected list in a criterion, expected one demand; put its items under ${code("range:")}, or make each a criterion`;
  return [start, start + (found[1]?.length ?? 1), message];
}

/** "Describe and evaluate": the second verb stands where the first does. */
function findJoined(reading: Reading): Found | null {
  const { tokens, verbAt, verb } = reading;
  const first = verb.split(" ")[0] ?? "";
  const joins = joinedVerbs(reading);
  for (const [at, joined] of joins.entries()) {
    const second = tokens[joined.verbAt];
    const before = [first, ...joins.slice(0, at).map((one) => one.verb)];
    if (second === undefined || !before.some((other) => areApart(other, joined.verb))) continue;
    const start = tokens[joined.from]?.start ?? second.start;
    return [start, second.end, apart(tokens[verbAt]?.text ?? "", second.text)];
  }
  return null;
}

interface Joined {
  readonly verb: string;
  readonly verbAt: number;
  /** The "and" before it, or the verb itself after a comma. */
  readonly from: number;
}

/** The verbs in a row with the first: "Plan, carry out and review". */
function joinedVerbs(reading: Reading): readonly Joined[] {
  const { tokens, verbAt, verb } = reading;
  const found: Joined[] = [];
  let at = verbAt + (verb.includes(" ") ? 1 : 0);
  for (;;) {
    const gap = gapAfter(reading, at).trim();
    const word = tokens[at + 1]?.word ?? "";
    const isWord = word === "and" || word === "or";
    const isMark = gap === "," || gap === "&" || gap === "/";
    if ((!isWord && !isMark) || (gap !== "" && !isMark)) break;
    let next = at + (isWord ? 2 : 1);
    if (tokens[next]?.word === "then" || (!isWord && ["and", "or"].includes(tokens[next]?.word ?? ""))) next += 1;
    while (isAdverb(tokens[next]?.word ?? "")) next += 1;
    const candidate = tokens[next];
    if (candidate === undefined) break;
    // "Describe, using examples, ...": after a comma alone, only a verb that is known, or one that others follow.
    if (!isWord && gap === "," && kindOfVerb(british(candidate.word)) === null && !isFollowedOn(reading, next)) break;
    found.push({ verb: british(candidate.word), verbAt: next, from: at + 1 });
    at = next + (["out", "up", "on"].includes(tokens[next + 1]?.word ?? "") ? 1 : 0);
  }
  return found;
}

function isFollowedOn(reading: Reading, at: number): boolean {
  return gapAfter(reading, at).includes(",") || ["and", "or"].includes(reading.tokens[at + 1]?.word ?? "");
}

/** Whether the two are answered apart: at least one asks for an answer, and they are no known pair. */
function areApart(first: string, second: string): boolean {
  if (first === second || followsAny.has(second) || oneDemands.has(`${first} ${second}`)) return false;
  const [one, other] = [kindOfVerb(first), kindOfVerb(second)];
  if (one !== "telling" && other !== "telling") return false;
  // "List and index cards", "Name and address": a noun may follow these, and these may be nouns themselves.
  if (alsoNouns.has(first) && other === null) return false;
  return !(alsoNouns.has(second) && one === null);
}

/** "Describe the hazards and explain how to avoid them", and "Describe the hazards. Explain ..." */
function findLater(reading: Reading): Found | null {
  const { tokens, verbAt, verb } = reading;
  for (let at = verbAt + 1; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    const gap = gapAfter(reading, at - 1);
    const second = british(token.word);
    if (/[.;]\s/u.test(gap) && kindOfVerb(second) !== null && /^\p{Lu}/u.test(token.text))
      return [token.start, token.end, apart(tokens[verbAt]?.text ?? "", token.text)];
    if (subordinating.has(token.word)) return laterSentence(reading, at);
    const isAnother = later.has(second) || isPerformedLater(reading, at);
    if (!isAnother || !isJoinedOn(reading, at) || helping.has(verb)) continue;
    if (second === "outline" && !isFollowedByObject(reading, at)) continue;
    if (oneDemands.has(`${verb.split(" ")[0]} ${second}`)) continue;
    const from = joiningWords.has(tokens[at - 1]?.word ?? "") ? tokens[at - 1] : token;
    return [from?.start ?? token.start, token.end, apart(tokens[verbAt]?.text ?? "", token.text)];
  }
  return null;
}

/** "Describe a procedure and carry it out": an answer, and then a performance. */
function isPerformedLater({ tokens, verb }: Reading, at: number): boolean {
  const [word = "", next = ""] = [tokens[at]?.word, tokens[at + 1]?.word];
  if (kindOfVerb(verb) !== "telling") return false;
  if (performingOn.has(word) && ["a", "an", "the"].includes(next)) return true;
  return performing.has(word) || (word === "carry" && (next === "out" || tokens[at + 2]?.word === "out"));
}

/** "..., explain", "... and explain", "...; explain": what is joined on is not the first verb's neighbour. */
function isJoinedOn(reading: Reading, at: number): boolean {
  const gap = gapAfter(reading, at - 1).trim();
  const isWord = joiningWords.has(reading.tokens[at - 1]?.word ?? "") && at - 1 > reading.verbAt + 1;
  return (isWord && gap === "") || gap === "," || gap === ";";
}

/** Behind "how" and the like, verbs belong to what is asked about; a new sentence does not. */
function laterSentence(reading: Reading, from: number): Found | null {
  const { tokens, verbAt } = reading;
  for (let at = from + 1; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || !/[.;]\s/u.test(gapAfter(reading, at - 1))) continue;
    if (kindOfVerb(british(token.word)) !== null && /^\p{Lu}/u.test(token.text))
      return [token.start, token.end, apart(tokens[verbAt]?.text ?? "", token.text)];
  }
  return null;
}

/** An outline is also a noun: what follows tells. */
function isFollowedByObject({ tokens }: Reading, at: number): boolean {
  const next = tokens[at + 1]?.word ?? "";
  return [
    "how",
    "why",
    "what",
    "the",
    "a",
    "an",
    "its",
    "their",
    "own",
    "any",
    "each",
    "them",
    "it",
    "this",
    "these",
  ].includes(next);
}

function apart(first: string, second: string): string {
  return `Unexpected second demand ${code(second)} after ${code(first)}, expected one; make two criteria, or keep the one that is meant`;
}
