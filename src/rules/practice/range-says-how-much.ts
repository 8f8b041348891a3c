import type { Unit } from "../../model/types.ts";
import type { RangeShape } from "../../schema/shapes.ts";
import type { Path } from "../../source/spec-file.ts";
import { code, countOf } from "../../text/words.ts";
import { defineRule, type Report } from "../define-rule.ts";
import { placeOf } from "../place.ts";
import { isEnglish } from "./learner-texts.ts";
import { findOpenEnd, mayBeOpen, saysHowMuch } from "./open-list.ts";
import { gapAfter, type Reading, readCriteria } from "./read-criteria.ts";

const unit = (criterion: string) =>
  `kind: unit\nid: a\ntitle: A\nlearningOutcomes:\n  - outcome: Know about safety on site\n    assessmentCriteria:\n      - ${criterion}\n`;

export const rangeSaysHowMuch = defineRule({
  id: "range-says-how-much",
  severity: "warning",
  summary: "A list in a criterion says whether all of it is required, some of it, or none",
  why: "One assessor takes a list as a demand, the next as examples, and learners are asked for different amounts of work.",
  basis: "practice",
  checks: ["U033"],
  source: "Practice",
  serves: { ofqual: "Condition H5.3(a)" },
  good: unit("{ criterion: Describe two hazards, range: { require: { atLeast: 2 }, items: [dust, noise, height] } }"),
  bad: unit("'Describe hazards such as dust, noise, «etc.»'"),
  unit: (one, report) => {
    if (!isEnglish(one)) return;
    const { assessment } = one.source;
    checkRange(one, assessment?.range ?? null, [...one.origin.path, "assessment"], report);
    for (const outcome of one.outcomes) checkRange(one, outcome.range, outcome.origin.path, report);
    for (const reading of readCriteria(one)) {
      const { criterion, outcome, path, text } = reading;
      checkRange(one, criterion.range, criterion.origin.path, report);
      const found = openEnd(text) ?? findList(reading, criterion.range ?? outcome.range);
      if (found !== null) report(one.origin.spec.stretchAt(path, found[0], found[1]), found[2]);
      if (criterion.range !== null) checkAgainstRange(one, reading, criterion.range, report);
    }
  },
});

type Found = readonly [start: number, end: number, message: string];

const counting = new Set(["define", "describe", "explain", "give", "identify", "list", "name", "outline", "state"]);
const numbers = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

function openEnd(text: string): Found | null {
  const found = findOpenEnd(text);
  if (found === null) return null;
  const message = `Unexpected ${code(found[0])}, which leaves open what is required, expected the whole list; name the items under ${code("range:")} and say how many with ${code("require:")}`;
  return [found.index, found.index + found[0].length, message];
}

/** "a, b and c" is all of it; "a, b, c" and "a, b or c" are what each reader makes of them. */
function findList({ text }: Reading, range: RangeShape | null): Found | null {
  // A list on lines of its own is a demand too many, which another rule says.
  if (range !== null || text.includes("\n") || !/[:;]/u.test(text)) return null;
  const at = listStart(text);
  if (at === null || saysHowMuch.test(text.slice(0, at)) || /[,;] ?[^,;]* and |^[^,;]* and /iu.test(text.slice(at)))
    return null;
  const mark = text.charAt(at);
  const message = `Unexpected list after ${code(mark)} that does not say how much of it is required; put its items under ${code("range:")} with ${code("require:")}, or write ${code("each of")} before it`;
  return [at, at + 1, message];
}

/** The colon before a list, or the first of its semicolons. */
function listStart(text: string): number | null {
  const colon = /:\s+([^:]+)$/u.exec(text);
  const items = colon?.[1]?.split(/[;,]| and | or /u).filter((item) => item.trim() !== "") ?? [];
  if (colon !== null && items.length > 1) return colon.index;
  const semicolons = [...text.matchAll(/;/gu)];
  return semicolons.length > 1 ? (semicolons[0]?.index ?? null) : null;
}

/** What a range itself says: more than it has, or "etc." in a list that is required. */
function checkRange(one: Unit, range: RangeShape | null, path: Path, report: Report): void {
  if (range === null) return;
  const { require: required = "all", items } = range;
  if (typeof required === "object" && required.atLeast > items.length) {
    const message = `Unexpected ${code(required.atLeast)} of a range of ${countOf(items.length, "item")}, expected no more than there are; change the number or add items`;
    report(one.origin.spec.valueAt([...path, "range", "require", "atLeast"]), message);
  }
  if (required === "illustrative") return;
  for (const [at, item] of items.entries()) {
    const found = openEndOf(item);
    if (found === null) continue;
    const message = `Unexpected ${code(found[0])} in a range that is required, expected items that can be ticked off; name them, or write ${code("require: illustrative")}`;
    report(
      one.origin.spec.stretchAt([...path, "range", "items", at], found.index, found.index + found[0].length),
      message,
    );
  }
}

/** "etc.", or an item that begins with "e.g.", "any other" or "others". */
function openEndOf(item: string): RegExpExecArray | null {
  const lower = item.toLowerCase();
  const begins = ["e.g", "eg", "any other", "other"].some((words) => lower.startsWith(words));
  if (!begins && !mayBeOpen(item)) return null;
  return (
    /\betc\b(?!\.?,? ?(?:\(|Act\b|Regulations\b|Order\b))\.?|\band so (?:on|forth)\b/iu.exec(item) ??
    /^(?:e\.?g\b\.?|any other\b|others?$)/iu.exec(item)
  );
}

/** The sentence and its range have to agree on how much is required. */
function checkAgainstRange(one: Unit, reading: Reading, range: RangeShape, report: Report): void {
  const { require: required = "all", items } = range;
  const related = () => [{ message: "the range", place: placeOf(reading.criterion, "range", "items") }];
  if (required === "illustrative") return;
  const mayGiveExamples = ["such as", "example", "instance", "e.g", "eg "].some((words) =>
    reading.text.includes(words),
  );
  const examples = mayGiveExamples
    ? /\b(?:such as|for example|for instance)\b|\be\.?g\b\.?/iu.exec(reading.text)
    : null;
  if (examples !== null) {
    const place = one.origin.spec.stretchAt(reading.path, examples.index, examples.index + examples[0].length);
    const message = `Unexpected ${code(examples[0])} beside a range that is required, expected one of the two; leave the examples out, or write ${code("require: illustrative")}`;
    report(place, message, related());
    return;
  }
  const said = numberSaid(reading);
  if (said === null) return;
  const wanted = typeof required === "object" ? required.atLeast : required === "any" ? 1 : items.length;
  if (said.number === wanted) return;
  const place = one.origin.spec.stretchAt(reading.path, said.start, said.end);
  const asks = required === "all" ? `all ${items.length}` : `at least ${wanted}`;
  const how =
    said.number > items.length
      ? "correct one of the two"
      : `write ${code(`require: { atLeast: ${said.number} }`)}, or correct the sentence`;
  report(
    place,
    `Unexpected ${code(reading.text.slice(said.start, said.end))} beside a range that asks for ${asks}, expected the same number; ${how}`,
    related(),
  );
}

/** "Describe two ...", "Name at least three ...": a number that counts what the verb asks for. */
function numberSaid(reading: Reading) {
  const { tokens, verb, verbAt } = reading;
  // "Compare two products": there, the range may list what to look at in each.
  if (!counting.has(verb)) return null;
  for (let at = verbAt + 1; at <= verbAt + 5; at += 1) {
    const token = tokens[at];
    if (token === undefined) return null;
    const number = /^\d{1,2}$/u.test(token.word) ? Number(token.word) : numbers.indexOf(token.word);
    if (number > 1 && gapAfter(reading, at).trim() === "" && !isOfAnotherThing(tokens[at + 1]?.word ?? ""))
      return { number, start: token.start, end: token.end };
    if (!["at", "least", "any", "the", "a", "minimum", "of", "give", "examples"].includes(token.word)) return null;
  }
  return null;
}

function isOfAnotherThing(next: string): boolean {
  return /^(?:occasions?|times?|people|learners?|colleagues?|individuals?|customers?|clients?|days?|weeks?|hours?|minutes?|metres?|separate|different|or)$/u.test(
    next,
  );
}
