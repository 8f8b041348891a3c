import { code } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { findOpenEnd, saysHowMuch } from "./open-list.ts";
import { type Reading, readCriteria } from "./read-criteria.ts";

const unit = (criterion: string) =>
  `kind: unit\nid: a\ntitle: A\nlearningOutcomes:\n  - outcome: Know about safety on site\n    assessmentCriteria:\n      - ${criterion}\n`;

export const examplesInRange = defineRule({
  id: "examples-in-range",
  severity: "advice",
  summary: "A list of examples in a criterion is written as its range",
  why: "In a sentence one assessor takes a list as a demand, the next as examples; a range says which it is, on every paper.",
  basis: "practice",
  checks: ["U033"],
  source: "Practice",
  serves: { ofqual: "Condition H5.3(a)" },
  good: unit("{ criterion: Describe hazards, range: { require: illustrative, items: [dust, noise, height] } }"),
  bad: unit("Describe hazards «such as» dust, noise and height"),
  unit: (one, report) => {
    if (one.source.assessment?.range !== undefined) return;
    for (const reading of readCriteria(one)) {
      const { criterion, outcome, text, path } = reading;
      if (criterion.range !== null || outcome.range !== null || findOpenEnd(text) !== null) continue;
      const found = findExamples(reading);
      if (found === null) continue;
      const message = `Unexpected ${code(found.words)} before a list, which some assessors take as a demand and others as examples, expected a range; put the items under ${code("range:")} with ${code("require: illustrative")}, or ${code("all")} where all are meant`;
      report(one.origin.spec.stretchAt(path, found.start, found.start + found.words.length), message);
    }
  },
});

interface Found {
  readonly words: string;
  readonly start: number;
}

const opening = /\b(?:such as|for example|for instance|including|includes?)\b,?|\be\.?g\b\.?,?/iu;

/** One or two things named in passing are examples for everybody, and so are a few of which a number is asked for. */
function findExamples({ text, tokens, verbAt }: Reading): Found | null {
  // Spares nearly all texts the search by pattern.
  if (!["such as", "for example", "for instance", "includ", "e.g", "eg "].some((words) => text.includes(words)))
    return null;
  const found = opening.exec(text);
  if (found === null || text.includes("\n") || saysHowMuch.test(text.slice(0, found.index))) return null;
  if (found.index < (tokens[verbAt]?.start ?? 0)) return null;
  const [words] = found;
  const after = text.slice(found.index + words.length);
  const isOfOpenKind = /^such as|^for /iu.test(words);
  const list = itemsOf(after);
  if (list === null) return null;
  // "Including a, b and c" is all of it, and "e.g. a, b" no more than examples.
  const isClear = /^includ/iu.test(words) ? list.isClosed : list.items < 3 && (list.isClosed || !isOfOpenKind);
  return isClear ? null : { words: words.replace(/,$/u, ""), start: found.index };
}

/** What follows up to the end of the clause: null where it is no list, or where the sentence goes on after it. */
function itemsOf(after: string): { readonly items: number; readonly isClosed: boolean } | null {
  const clause = /^[^.;:()[\]]*/u.exec(after.trim())?.[0] ?? "";
  const items = clause.split(/\s*,\s*(?:(?:and|or)\s+)?|\s+(?:and|or)\s+/u).filter((item) => item !== "");
  if (!clause.includes(",") || items.length < 2) return null;
  if (items.some((item) => item.split(/\s+/u).length > 4 || goesOn.test(item))) return null;
  return { items: items.length, isClosed: /\s(?:and|&)\s[^,]*$/u.test(clause) };
}

const goesOn =
  /\b(?:is|are|was|were|has|have|can|could|may|might|must|should|will|would|affects?|influences?|helps?|that|which|who|when|where|while|so|to|explain|describe|state|how|why|what)\b/iu;
