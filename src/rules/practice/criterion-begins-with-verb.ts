import type { CriterionKind } from "../../model/types.ts";
import { code, joinWords } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { rewordAt } from "../write-instead.ts";
import openings from "./data/openings.json" with { type: "json" };
import verbs from "./data/verbs.json" with { type: "json" };
import { british, gapAfter, isAdverb, kindOfVerb, type Reading, readCriteria } from "./read-criteria.ts";

const unit = (criterion: string) =>
  `kind: unit\nid: a\ntitle: A\nlearningOutcomes:\n  - { outcome: Understand food hygiene, assessmentCriteria: [${criterion}] }\n`;

export const criterionBeginsWithVerb = defineRule({
  id: "criterion-begins-with-verb",
  severity: "advice",
  summary: "A criterion begins with a verb that can be assessed",
  why: "Nobody can see or mark that a learner knows or understands: each assessor would ask for something else. What the learner does to show it can be seen.",
  basis: "practice",
  checks: ["U027"],
  source: "Practice: guides for unit writers",
  good: unit("Explain why food is kept cold"),
  bad: unit("«Understand» why food is kept cold"),
  unit: (one, report) => {
    for (const reading of readCriteria(one)) {
      if (continuesStem(reading)) continue;
      const fault = faultOf(reading);
      const [first, last] = [reading.tokens[fault?.first ?? 0], reading.tokens[fault?.last ?? 0]];
      if (fault === null || first === undefined || last === undefined) continue;
      const words = code(reading.text.slice(first.start, last.end));
      const place = one.origin.spec.stretchAt(reading.path, first.start, last.end);
      const { instead } = fault;
      // Who is asked to show an understanding is asked what others ask for as knowledge.
      const kind = fault.what === "notAssessable" && isShown.test(words) ? "knowledge" : reading.criterion.kind;
      const message = `Unexpected ${words}${messages[fault.what](kind, instead ?? "")}`;
      const written = reading.text.slice(first.start, last.end);
      report(place, message, [], instead === undefined ? null : rewordAt(place, written, instead));
    }
  },
});

interface Fault {
  readonly what: keyof typeof messages;
  /** Which words, both included. */
  readonly first: number;
  readonly last: number;
  /** The one word that belongs there. */
  readonly instead?: string;
}

const isShown = /^`(?:demonstrate|show|display)/iu;

const messages = {
  notAssessable: (kind: CriterionKind | null) =>
    `, which nobody can see or mark, expected what the learner does to show it; begin with a verb such as ${examplesFor(kind)}`,
  ability: () => " in a criterion, expected the verb that follows it; leave these words to the outcome",
  subject: () => ", expected the verb that follows it; leave out who does it",
  thirdPerson: (_: CriterionKind | null, instead: string) => `, expected the verb as an order; write ${code(instead)}`,
  noVerb: (kind: CriterionKind | null) =>
    `, expected a verb that can be assessed, such as ${examplesFor(kind)}; say first what the learner does`,
  alone: () => " alone, expected what the learner does it to or about; say what",
};

function examplesFor(kind: CriterionKind | null): string {
  return joinWords((kind === "skill" ? ["Demonstrate", "Carry out"] : ["Describe", "Explain"]).map(code), "or");
}

/** Verbs that "can" has before it; as a verb of its own, that word is about food. */
const afterCan = new Set([...openings.verbsAfterCan, ...verbs.telling, ...verbs.weighing, ...verbs.performing]);
const alsoNouns = new Set([...verbs.alsoNouns, ...openings.nounsInS]);
const determiners = new Set(openings.determiners);
const subjects = new Set(openings.subjects);
const notVerbs = new Set(openings.notVerbs);
const afterSubject = new Set(openings.subjectFollowedBy);
const afterPlural = new Set(openings.afterPlural);
const verbsBeforeOf = new Set(openings.verbsBeforeOf);
const verbsInIng = new Set(openings.verbsInIng);
const notAssessable = new Map<string, readonly string[]>(Object.entries(verbs.notAssessable));
/** What may stand between "have" and "understanding". */
const between = new Set(openings.wordsBeforeNoun);

/** "Be able to:" goes on in its criteria, which are then no sentences of their own. */
function continuesStem({ outcome }: Reading): boolean {
  return /(?::|…|\.\.\.|\b(?:by|to|how|that))[\s*_]*$/iu.test(outcome.text);
}

/** Whether the opening has a finding of its own: what else is wrong with the words there is told when it is mended. */
export function hasFaultyOpening(reading: Reading): boolean {
  return !continuesStem(reading) && faultOf(reading) !== null;
}

/** What is wrong with the opening: only what is certainly no verb that can be assessed, since any trade has verbs of its own. */
function faultOf(reading: Reading): Fault | null {
  const { tokens, verbAt, isConditional } = reading;
  const opening = tokens[verbAt]?.word ?? "";
  if (tokens[verbAt - 1]?.word !== "can") {
    const subject = subjectAt(reading);
    if (subject !== null) return subject;
  }
  const infinitive = toInfinitive(reading);
  if (infinitive !== null) return infinitive;
  const last = notAssessableEnd(reading);
  if (last !== null)
    return { what: opening === "be" && tokens[last]?.word === "to" ? "ability" : "notAssessable", first: verbAt, last };
  const ability = abilityEnd(reading);
  if (ability !== null) return { what: "ability", first: verbAt, last: ability };
  // After a condition, an adverb or "I can", only a verb that is known is certain.
  if (isConditional || verbAt > 0) return null;
  if (tokens.length === 1 && !notVerbs.has(opening)) return { what: "alone", first: 0, last: 0 };
  const order = orderIn(reading);
  if (order !== null) return { what: "thirdPerson", first: 0, last: 0, instead: order };
  return isNoVerb(reading) ? { what: "noVerb", first: 0, last: 0 } : null;
}

/** "The learner will", "Learners should be able to". */
function subjectAt({ tokens, verbAt }: Reading): Fault | null {
  const at = tokens[verbAt]?.word === "the" || tokens[verbAt]?.word === "a" ? verbAt + 1 : verbAt;
  if (!subjects.has(tokens[at]?.word ?? "")) return null;
  const follows = ["will", "can", "must", "should", "may", "shall", "is", "are", "has", "needs"];
  if (!follows.includes(tokens[at + 1]?.word ?? "")) return { what: "subject", first: verbAt, last: at };
  const isAble = ["be", "able"].includes(tokens[at + 2]?.word ?? "");
  const to = isAble ? tokens.findIndex(({ word }, place) => place > at && word === "to") : -1;
  return { what: "subject", first: verbAt, last: to === -1 ? at + 1 : to };
}

/** "To understand how ..." */
function toInfinitive({ tokens, verbAt, text }: Reading): Fault | null {
  const isBare = tokens[verbAt]?.word === "to" && !text.includes(",");
  const needed = notAssessable.get(british(tokens[verbAt + 1]?.word ?? ""));
  return isBare && needed?.length === 0 ? { what: "notAssessable", first: verbAt, last: verbAt + 1 } : null;
}

/** The last word of "be aware of", "have a good understanding"; null where the verb can be assessed. */
function notAssessableEnd({ tokens, verbAt }: Reading): number | null {
  const needed = notAssessable.get(british(tokens[verbAt]?.word ?? ""));
  if (needed === undefined) return null;
  if (needed.length === 0) return verbAt;
  for (let at = verbAt + 1; at < tokens.length; at += 1) {
    const word = tokens[at]?.word ?? "";
    if (needed.includes(word)) return ["of", "with", "to"].includes(tokens[at + 1]?.word ?? "") ? at + 1 : at;
    if (!between.has(word) && !isAdverb(word)) return null;
  }
  return null;
}

/** The last word of "Can", "Is able to" before a verb; "Can fruit" is about food. */
function abilityEnd({ tokens, verbAt }: Reading): number | null {
  const [first = "", second = "", third = ""] = tokens.slice(verbAt, verbAt + 3).map(({ word }) => word);
  if (first === "can" && afterCan.has(british(isAdverb(second) ? third : second))) return verbAt;
  return ["is", "are"].includes(first) && second === "able" && third === "to" ? verbAt + 2 : null;
}

/** "Explain" for "Explains how ..."; "Lists the ...", since a list is also a noun. */
function orderIn({ tokens }: Reading): string | null {
  const [first, second] = tokens;
  if (first === undefined || kindOfVerb(british(first.word)) !== null) return null;
  const orders = [/s$/u, /es$/u, /ies$/u].map((end, at) => first.text.replace(end, at === 2 ? "y" : ""));
  const order = orders.find((one) => one !== first.text && kindOfVerb(british(one.toLowerCase())) !== null);
  if (order === undefined) return null;
  return !alsoNouns.has(british(order.toLowerCase())) || determiners.has(second?.word ?? "") ? order : null;
}

function isNoVerb(reading: Reading): boolean {
  const { tokens } = reading;
  const [first = "", second = "", third = ""] = tokens.map(({ word }) => word);
  if (notVerbs.has(first)) return true;
  if (["when", "where"].includes(first)) return second === "to";
  if (first === "to") return kindOfVerb(british(second)) !== null && !reading.text.includes(",");
  if (afterSubject.has(second)) return true;
  if (second === "of") return !verbsBeforeOf.has(first) && gapAfter(reading, 0).trim() === "";
  if (/[^aisu]s$/u.test(first) && afterPlural.has(second)) return !openings.verbsInS.includes(first);
  // "Safety checks are completed"; but "Confirm tools are cleaned".
  return first.endsWith("ing") ? isGerund(reading, first) : isPassive(first, second, third, tokens[3]?.word ?? "");
}

/** "Cleaning of tools", but not "Wearing gloves, wash ..." */
function isGerund(reading: Reading, first: string): boolean {
  const { tokens } = reading;
  if (verbsInIng.has(first.split("-").at(-1) ?? "")) return false;
  if (openings.conditions.includes(first)) return isClauseAlone(reading);
  const comma = tokens.findIndex((_, at) => at < tokens.length - 1 && gapAfter(reading, at).includes(","));
  return comma === -1 || (tokens[comma + 1]?.word.endsWith("ing") ?? false);
}

/** "Working safely at all times": no comma, and no word that the condition could lead up to. */
function isClauseAlone(reading: Reading): boolean {
  const { tokens } = reading;
  const rest = tokens.slice(1);
  return (
    openings.clauses.includes(tokens[0]?.word ?? "") &&
    rest.length <= openings.longestClause &&
    !reading.text.includes(",") &&
    !rest.some(({ word }) => afterCan.has(british(word)) || openings.otherVerbs.includes(word))
  );
}

function isPassive(first: string, second: string, third: string, fourth: string): boolean {
  const hasSubject =
    second.endsWith("s") && ["are", "were"].includes(third) && !openings.verbsBeforeThat.includes(first);
  return hasSubject && kindOfVerb(british(first)) === null && fourth.endsWith("ed");
}
