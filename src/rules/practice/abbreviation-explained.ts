import type { Corpus } from "../../model/corpus.ts";
import type { Unit } from "../../model/types.ts";
import { tokensOf } from "../../text/tokens.ts";
import { code } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import data from "./data/abbreviations.json" with { type: "json" };
import { isEnglish, type LearnerText, learnerTexts } from "./learner-texts.ts";

const unit = (criterion: string) =>
  `kind: unit\nid: a\ntitle: A\nlearningOutcomes:\n  - { outcome: Know about safety at work, assessmentCriteria: [${criterion}] }\n`;

export const abbreviationExplained = defineRule({
  id: "abbreviation-explained",
  severity: "advice",
  summary: "An abbreviation that learners read is explained in the unit",
  why: "Learners who do not know the letters cannot tell what is asked of them, and speech software reads them out as a word.",
  basis: "practice",
  checks: ["S040"],
  source: "Practice",
  serves: { ofqual: "guidance on accessible assessments" },
  good: unit("List personal protective equipment (PPE) for the task, Explain when PPE is replaced"),
  bad: unit("List the «PPE» for the task, Explain when PPE is replaced"),
  unit: (one, report, corpus) => {
    if (!isEnglish(one)) return;
    const seen = new Set<string>();
    let context: Context | null = null;
    for (const text of learnerTexts(one)) {
      for (const { letters, start } of abbreviations(text)) {
        if (seen.has(letters)) continue;
        seen.add(letters);
        // Most units have none: what explains them is gathered when the first is met.
        context ??= contextOf(one, corpus);
        if (isExplained(letters, context)) continue;
        const message = `Unexpected abbreviation ${code(letters)} that the unit does not explain, expected its words at first use; write them out with ${code(`(${letters})`)} after them, or add it to ${code("glossary:")}`;
        report(one.origin.spec.stretchAt(text.path, start, start + letters.length), message);
      }
    }
  },
});

const wellKnown = new Set(data.wellKnown);
const emphasis = new Set(data.emphasis);
const shortened = new Set(data.spokenAndShort);
/** A consonant or two that can begin a word, then vowels with few consonants between them. */
const spoken =
  /^(?:[BCDFGHJKLMNPQRSTVWXYZ]|[BCFGPS][LR]|[DTW]R|[CPSTW]H|S[CKMNPTQW]|QU|TW|KN)?(?:[AEIOUY]{1,2}[BCDFGHJ-NP-TV-XZ]{1,3})*[AEIOUY]{0,2}$/u;
const smallWords = new Set(data.smallWords);

/** Two capitals or more, with nothing joined on that would make them a code. */
const capitals = /(?<![\p{L}\p{N}&/.:_#-])\p{Lu}(?:&?\p{Lu})+(?=s?(?![\p{L}\p{N}&_]|[-/]\p{N}|\.\p{L}))/gu;

function* abbreviations({ text }: LearnerText): Iterable<{ readonly letters: string; readonly start: number }> {
  if (!/[A-Z]&?[A-Z]/u.test(text)) return;
  const starts = new Set(tokensOf(text).map(({ start }) => start));
  for (const { 0: letters, index } of text.matchAll(capitals)) {
    const isWord = starts.has(index) && !isShouted(text, index, letters);
    // Roman numerals, and what a number follows, are no abbreviations: "XIV", "BS 7671".
    const isNumber = /^[IVX]+$/u.test(letters) || /^s?[ -]?\d/u.test(text.slice(index + letters.length));
    if (isWord && !isNumber && !wellKnown.has(letters) && !emphasis.has(letters) && !isName(letters))
      yield { letters, start: index };
  }
}

/**
 * MITRE and ATT&CK: what is spoken as a word has become a name, and so has what an ampersand joins unless it stands between
 * two letters. RIDDOR is spoken too, but its words say what it is about.
 */
function isName(letters: string): boolean {
  if (letters.includes("&")) return letters.length > 3;
  return letters.length > 4 && spoken.test(letters) && !shortened.has(letters);
}

/** A whole text, or words beside it, in capitals. */
function isShouted(text: string, at: number, letters: string): boolean {
  if (!/\p{Ll}/u.test(text)) return true;
  const before = /(\p{Lu}{2,})\s+$/u.exec(text.slice(0, at))?.[1] ?? "";
  const after = /^\s+(\p{Lu}{2,})(?!\p{L})/u.exec(text.slice(at + letters.length))?.[1] ?? "";
  return emphasis.has(before) || emphasis.has(after);
}

interface Context {
  /** Everything that is written of the unit and of the qualifications that use it. */
  readonly text: string;
  /** The terms that the glossary explains. */
  readonly terms: readonly string[];
  /** The first letters of all words, for words that the abbreviation stands for. */
  readonly initials: string;
  /** Those of names and sentences only: in long texts, any three letters meet by chance. */
  readonly initialsOfNames: string;
}

function contextOf(unit: Unit, { qualifications }: Corpus): Context {
  const { source } = unit;
  const users = qualifications.filter(({ units }) => units.includes(unit));
  const terms = (source.glossary ?? []).map(({ term }) => term);
  const names = [
    unit.title,
    ...terms,
    ...(source.resources ?? []).map(({ title }) => title),
    ...learnerTexts(unit).flatMap(({ kind, text }) => (["outcome", "criterion", "range"].includes(kind) ? [text] : [])),
  ];
  const texts = [
    ...names,
    source.assessment?.requirements ?? "",
    ...learnerTexts(unit).map(({ text }) => text),
    ...users.flatMap(textsOfUser),
  ];
  return { text: texts.join("\n"), terms, initials: initialsOf(texts), initialsOfNames: initialsOf(names) };
}

/** The organisation's own letters are on every page. */
function textsOfUser({ title, source }: Corpus["qualifications"][number]): readonly string[] {
  const { acronym = "" } = source.awardingOrganisation ?? {};
  return [title, `(${acronym})`, source.objective?.statement ?? "", source.notice ?? ""];
}

/** The first letters of words, those of each text apart: capitals for small words, which an abbreviation may pass over. */
function initialsOf(texts: readonly string[]): string {
  const initial = (word: string) => (smallWords.has(word) ? word.charAt(0).toUpperCase() : word.charAt(0));
  return texts.map((text) => (text.toLowerCase().match(/\p{L}+/gu) ?? []).map(initial).join("")).join(" ");
}

/** "personal protective equipment (PPE)", "PPE (personal protective equipment)", a term of the glossary, or its words elsewhere. */
function isExplained(letters: string, { text, terms, initials, initialsOfNames }: Context): boolean {
  const beside = new RegExp(
    `\\(${letters}s?\\)|\\b${letters}s? \\([^)]*\\p{Ll}{3}|\\b${letters}s? (?:stands for|means|is short for)\\b`,
    "u",
  );
  if (beside.test(text) || terms.some((term) => new RegExp(`\\b${letters}s?\\b`, "u").test(term))) return true;
  const single = letters.replaceAll("&", "").toLowerCase();
  if (single.length < 3) return false;
  const pattern = [...single].map((letter) => `[${letter}${letter.toUpperCase()}]`).join("[A-Z]*?");
  return new RegExp(pattern, "u").test(single.length === 3 ? initialsOfNames : initials);
}
