import { suggest } from "../../text/suggest.ts";
import { code } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import spelling from "./data/verb-spelling.json" with { type: "json" };
import verbs from "./data/verbs.json" with { type: "json" };
import { british, kindOfVerb, readCriteria } from "./read-criteria.ts";

const unit = (criterion: string) =>
  `kind: unit\nid: a\ntitle: A\nlearningOutcomes:\n  - { outcome: Know about bread, assessmentCriteria: [${criterion}] }\n`;

export const verbSpelt = defineRule({
  id: "verb-spelt",
  severity: "advice",
  summary: "The verb that a criterion begins with is spelt as it should be",
  why: "It is the first word that learners and assessors read; and a verb that nobody knows is passed over by the checks on verbs.",
  basis: "practice",
  checks: ["U027"],
  source: "Practice",
  good: unit("Describe three kinds of bread"),
  bad: unit("«Desribe» three kinds of bread"),
  unit: (one, report, { config }) => {
    const own = new Set(Object.keys(config.vocabulary?.verbs ?? {}).map((verb) => british(verb.toLowerCase())));
    for (const { tokens, verbAt, path } of readCriteria(one)) {
      const token = tokens[verbAt];
      const meant = token === undefined || own.has(british(token.word)) ? null : meantBy(token.word);
      if (token === undefined || meant === null) continue;
      const verb = /^\p{Lu}/u.test(token.text) ? meant.charAt(0).toUpperCase() + meant.slice(1) : meant;
      const message = `Unexpected ${code(token.text)}, expected a verb as it is spelt; did you mean ${code(verb)}?`;
      report(one.origin.spec.stretchAt(path, token.start, token.end), message);
    }
  },
});

const shortest = 6;
/** Only these are suggested: those that open most criteria, and are long enough that few other words are like them. */
const common = [...verbs.telling, ...verbs.weighing, ...spelling.more].filter(({ length }) => length >= shortest);
const words = new Set(spelling.words);
const judged = new Map<string, string | null>();

/** The verb that is one letter away, or two neighbours that have changed places; null for words of their own. */
function meantBy(word: string): string | null {
  const known = judged.get(word);
  if (known !== undefined) return known;
  const found = find(british(word));
  judged.set(word, found);
  return found;
}

function find(word: string): string | null {
  if (word.length < shortest - 1 || kindOfVerb(word) !== null || words.has(word)) return null;
  // Hardly anybody mistakes the first letter; it may be missing, or have changed places with the second.
  const near = common.filter((verb) => word.slice(0, 2).includes(verb.charAt(0)));
  const meant = suggest(word, near, 1);
  return meant === null || meant === word || isFormOf(word, meant) ? null : meant;
}

/** "Describes", "described", "describing", "assessor", "analyst": other forms are no slips of spelling. */
function isFormOf(word: string, verb: string): boolean {
  const stem = verb.replace(/[ey]$/u, "");
  return word.startsWith(stem) && /^(?:i?e?[drs]|e?rs|or|ing|[mt])$/u.test(word.slice(stem.length));
}
