import type { Criterion, Outcome, Unit } from "../../model/types.ts";
import type { Path } from "../../source/spec-file.ts";
import { Recent } from "../../text/recent.ts";
import { type Token, tokensOf } from "../../text/tokens.ts";
import openings from "./data/openings.json" with { type: "json" };
import verbs from "./data/verbs.json" with { type: "json" };
import { isEnglish, learnerTexts } from "./learner-texts.ts";

/** A criterion as an English sentence. */
export interface Reading {
  readonly criterion: Criterion;
  readonly outcome: Outcome;
  readonly text: string;
  readonly path: Path;
  readonly tokens: readonly Token[];
  /** Which word is the verb, if the sentence begins with one: conditions and adverbs before it are passed over. */
  readonly verbAt: number;
  /** "describe", in British spelling; "carry out" where a second word belongs to it; "" where there is none. */
  readonly verb: string;
  /** Whether conditions stand before the verb: "Using a template, ..." */
  readonly isConditional: boolean;
}

/** Whether evidence of a verb is an answer (telling), an answer or something done (weighing), or something done (null). */
export type VerbKind = "telling" | "weighing" | null;

const kinds = new Map<string, VerbKind>([
  ...verbs.telling.map((verb) => [verb, "telling"] as const),
  ...verbs.weighing.map((verb) => [verb, "weighing"] as const),
]);
const conditions = new Set(openings.conditions);
const verbsInLy = new Set(openings.verbsInLy);
const moreAdverbs = new Set(openings.adverbsAndMore);
/** Every word of every criterion takes more room than all else that is known of a unit. */
const recent = new Recent<Unit, readonly Reading[]>(1000);

/** The criteria of a unit in English; none where the unit is in another language. */
export function readCriteria(unit: Unit): readonly Reading[] {
  return recent.get(unit, (one) => (isEnglish(one) ? [...readings(one)] : []));
}

export function kindOfVerb(verb: string): VerbKind {
  return kinds.get(verb) ?? null;
}

/** "analyze" as "analyse", "organizing" as "organising": what the lists of words are written in. */
export function british(word: string): string {
  return !word.includes("z") ? word : word.replace(/([iy])z(e|es|ed|er|ing|ation)$/u, "$1s$2");
}

export function isAdverb(word: string): boolean {
  return moreAdverbs.has(word) || (word.length > 4 && word.endsWith("ly") && !verbsInLy.has(word));
}

/** What stands between a word and the next. */
export function gapAfter({ text, tokens }: Pick<Reading, "text" | "tokens">, at: number): string {
  return text.slice(tokens[at]?.end ?? text.length, tokens[at + 1]?.start ?? text.length);
}

function* readings(unit: Unit): Iterable<Reading> {
  const texts = learnerTexts(unit).filter(({ kind }) => kind === "criterion");
  const criteria = unit.outcomes.flatMap((outcome) => outcome.criteria.map((criterion) => ({ outcome, criterion })));
  for (const [at, { outcome, criterion }] of criteria.entries()) {
    const { path = criterion.origin.path } = texts[at] ?? {};
    const sentence = { text: criterion.text, tokens: tokensOf(criterion.text) };
    const first = afterLabel(sentence);
    const clause = afterConditions(sentence, first);
    const verbAt = afterAdverbs(sentence, clause);
    const verb = verbFrom(sentence, verbAt);
    yield { criterion, outcome, path, ...sentence, verbAt, verb, isConditional: clause > first };
  }
}

type Sentence = Pick<Reading, "text" | "tokens">;

/** Past "1.1" and "(a)", which number a sentence, and past "I can". */
function afterLabel(sentence: Sentence): number {
  const { tokens } = sentence;
  let at = 0;
  while (/^\d/u.test(tokens[at]?.word ?? "")) at += 1;
  if (tokens[at]?.word.length === 1 && /^[.)]/u.test(gapAfter(sentence, at))) at += 1;
  return tokens[at]?.word === "i" && tokens[at + 1]?.word === "can" ? at + 2 : at;
}

/** Past "With support, " and the like: to the word after the first comma. */
function afterConditions(sentence: Sentence, first: number): number {
  const { tokens } = sentence;
  if (!conditions.has(tokens[first]?.word ?? "")) return first;
  for (let at = first; at < tokens.length - 1; at += 1) {
    if (gapAfter(sentence, at).includes(",")) return at + 1;
  }
  return first;
}

/** Past "Clearly", and "clearly and accurately". */
function afterAdverbs({ tokens }: Sentence, first: number): number {
  let at = first;
  while (isAdverb(tokens[at]?.word ?? "") && at < tokens.length - 1) {
    at += ["and", "or"].includes(tokens[at + 1]?.word ?? "") && isAdverb(tokens[at + 2]?.word ?? "") ? 2 : 1;
  }
  return at;
}

function verbFrom({ tokens }: Sentence, at: number): string {
  const verb = british(tokens[at]?.word ?? "");
  const next = tokens[at + 1]?.word ?? "";
  return ["out", "up", "on"].includes(next) ? `${verb} ${next}` : verb;
}
