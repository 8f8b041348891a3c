import { phraseAt, phrasesOf } from "../../text/phrases.ts";
import { type Token, tokensOf } from "../../text/tokens.ts";
import { code } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { rewordAt } from "../write-instead.ts";
import data from "./data/plain-words.json" with { type: "json" };
import { isEnglish, type LearnerText, learnerTexts } from "./learner-texts.ts";
import { british } from "./read-criteria.ts";

const unit = (task: string) =>
  `kind: unit\nid: a\ntitle: A\nlearningOutcomes:\n  - outcome: Be able to cook\n    assessmentCriteria:\n      - { criterion: Cook a meal, task: ${task} }\n`;

export const plainLanguage = defineRule({
  id: "plain-language",
  severity: "advice",
  summary: "What learners read is in plain words",
  why: "A hard word tests reading instead of the skill, and keeps out learners whom the qualification is for.",
  basis: "practice",
  checks: ["S040"],
  source: "Practice",
  serves: { ofqual: "guidance on accessible assessments" },
  good: unit("Wash your hands before you cook."),
  bad: unit("Wash your hands «prior to» cooking."),
  unit: (one, report) => {
    if (!isEnglish(one)) return;
    const texts = learnerTexts(one);
    // Most units hold nothing of this: the whole of one is searched before its texts are read word by word.
    const isSuspect = holdsSuspect(texts.map(({ text }) => text).join(" "));
    for (const text of texts) {
      for (const [start, end, message, instead] of findings(text, isSuspect)) {
        const place = one.origin.spec.stretchAt(text.path, start, end);
        report(place, message, [], instead === null ? null : rewordAt(place, text.text.slice(start, end), instead));
      }
    }
  },
});

type Found = readonly [start: number, end: number, message: string, instead: string | null];

const plain = phrasesOf(Object.entries(data.words));
/** Words that take another place in the sentence than those that they stand for. */
const anotherPlace = new Set(data.anotherPlace);
const determiners = new Set(["the", "these", "those", "their", "its", "our", "your", "them", "us"]);
const notAfter = new Map<string, readonly string[]>(Object.entries(data.notAfter));
const negatives = new Set(data.negatives);
const negated = new Set(data.negated);

function* findings({ kind, text }: LearnerText, isSuspect: boolean): Iterable<Found> {
  const hasWords = isSuspect && holdsSuspect(text);
  const isLong = kind === "task" && text.split(/[.!?:;]/u).some(({ length }) => length > data.longestSentence * 3);
  if (!hasWords && !isLong) return;
  const tokens = tokensOf(text);
  if (hasWords) yield* hardWords(text, tokens);
  if (hasWords) yield* doubleNegatives(text, tokens);
  if (isLong) yield* longSentences(text, tokens);
}

/** Whether it is worth to read a text word by word: one pattern is quicker than one search for each phrase. */
function holdsSuspect(text: string): boolean {
  return suspects().test(text.toLowerCase());
}

let pattern: RegExp | null = null;

function suspects(): RegExp {
  if (pattern === null) {
    const spellings = Object.keys(data.words).map((phrase) =>
      // With -ise and with -ize.
      phrase.replace(/(?<=i)s(?=[ei])|(?<=i)s(?=ation)/gu, "[sz]").replaceAll(" ", "\\s+"),
    );
    pattern = new RegExp(`\\b(?:${[...spellings, ...data.negated].join("|")})`, "u");
  }
  return pattern;
}

function* hardWords(text: string, tokens: readonly Token[]): Iterable<Found> {
  for (let at = 0; at < tokens.length; at += 1) {
    const first = tokens[at];
    const found = first === undefined ? null : (phraseAt(plain, tokens, at) ?? spelledWithZ(first.word));
    const last = tokens[at + (found?.length ?? 1) - 1];
    if (found === null || first === undefined || last === undefined || isName(text, first)) continue;
    const words = text.slice(first.start, last.end);
    if (notAfter.get(words.toLowerCase())?.includes(tokens[at - 1]?.word ?? "")) continue;
    const instead = /^\p{Lu}/u.test(words) ? found.value.charAt(0).toUpperCase() + found.value.slice(1) : found.value;
    yield [
      first.start,
      last.end,
      `Unexpected ${code(words.replace(/\s+/gu, " "))}, expected plain words; write ${code(instead)}`,
      fitsIn(tokens, at, found.length, instead) ? instead : null,
    ];
    at += found.length - 1;
  }
}

/** Where the sentence around the words would have to change as well, its author mends it. */
function fitsIn(tokens: readonly Token[], at: number, length: number, instead: string): boolean {
  const [before = "", after = ""] = [tokens[at - 1]?.word, tokens[at + length]?.word];
  const words = instead.toLowerCase();
  if (anotherPlace.has(words)) return false;
  if (before === "a" || before === "an") return (before === "an") === /^[aeio]/u.test(words);
  if (words === "most" || words === "many") return before !== "the" && !determiners.has(after);
  if (words === "to") return !after.endsWith("ing");
  return !/^tr(?:y|ies|ied|ying)$/u.test(words) || after === "to";
}

function spelledWithZ(word: string): { readonly value: string; readonly length: number } | null {
  const spelled = british(word);
  const [found] = spelled === word ? [] : (plain.get(spelled) ?? []);
  return found === undefined || found.words.length > 1 ? null : { value: found.value, length: 1 };
}

/** A capital within a sentence belongs to a title or a name. */
function isName(text: string, { start, text: written }: { readonly start: number; readonly text: string }): boolean {
  return /^\p{Lu}/u.test(written) && !/(?:^|[.:;!?\n])["'(*_\s-]*$/u.test(text.slice(Math.max(0, start - 8), start));
}

/** "not uncommon" */
function* doubleNegatives(text: string, tokens: readonly Token[]): Iterable<Found> {
  for (const [at, { word, end }] of tokens.entries()) {
    const before = tokens[at - 1];
    if (before === undefined || !negated.has(word)) continue;
    if (!negatives.has(before.word) && !before.word.endsWith("n't")) continue;
    if (text.slice(before.end, end - word.length).trim() !== "") continue;
    const words = code(text.slice(before.start, end));
    yield [
      before.start,
      end,
      `Unexpected double negative ${words}, expected what is meant; say it without ${code(before.text)}`,
      null,
    ];
  }
}

function* longSentences(text: string, tokens: readonly Token[]): Iterable<Found> {
  let first = 0;
  for (const [at, { end }] of tokens.entries()) {
    const next = tokens[at + 1];
    const isEnd = next === undefined || /[.!?:;]["')*_]*\s|\n\s*(?:[-*•\d]|\n)/u.test(text.slice(end, next.start));
    if (!isEnd) continue;
    const [start, length] = [tokens[first]?.start ?? 0, at - first + 1];
    if (length > data.longestSentence) {
      yield [
        start,
        end,
        `Unexpected sentence of ${length} words in a task, expected ${data.longestSentence} at most; make it two`,
        null,
      ];
    }
    first = at + 1;
  }
}
