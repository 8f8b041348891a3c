import { fixOf } from "../../diagnostics/fix.ts";
import type { Qualification, Unit } from "../../model/types.ts";
import { rewriteValue } from "../../source/edits/rewrite.ts";
import type { Path } from "../../source/spec-file.ts";
import { insideCurlyQuotes } from "../../text/curly-quotes.ts";
import { code, excerpt } from "../../text/words.ts";
import { defineRule, type Report } from "../define-rule.ts";
import { eachText } from "../each-text.ts";

const example = (aim: string) => `kind: unit\nid: a\ntitle: A\naim: ${aim}\nlearningOutcomes: []\n`;

export const quotesAsText = defineRule({
  id: "quotes-as-text",
  severity: "warning",
  summary: "No text stands as a whole between the curly quotes of a word processor",
  why: "YAML knows only straight quotes: curly ones around a text are part of it, and every paper prints them.",
  basis: "practice",
  source: "Practice: texts that were copied from Word",
  good: example('"Learners bake a “sourdough” loaf."'),
  bad: example("«“Learners bake a loaf.”»"),
  unit: lookThrough,
  qualification: lookThrough,
});

/** Units in the file of a qualification are asked as units. */
const leftToUnits = (path: Path) => path.length === 1 && path[0] === "units";

function lookThrough(one: Qualification | Unit, report: Report): void {
  const { spec, path: from } = one.origin;
  // To look at the whole file is quicker than to walk through its texts.
  if (!/[“‘]/u.test(spec.source.text)) return;
  for (const { text, path } of eachText(one.source, leftToUnits)) {
    const inside = insideCurlyQuotes(text);
    const place = spec.valueAt([...from, ...path]);
    if (/^[“‘][^”’]*$/u.test(text) && isCutByComma(spec.source.text, place.end)) {
      const message = `Unexpected end of the text that ${code(text.charAt(0))} opens, at a comma inside brackets, expected the whole text; type straight quotes around it: ${code('"')}`;
      report(place, message);
    }
    if (inside === null) continue;
    const message = `Unexpected curly quotes around ${excerpt(text.trim(), 40)}, which are printed, expected the text alone; remove them, or type straight ones: ${code('"')}`;
    const fix = fixOf("Write the text without them", rewriteValue(spec, [...from, ...path], JSON.stringify(inside)));
    report(place, message, [], fix);
  }
}

/** YAML ends an item at the comma, whatever curly quotes stand around it. */
function isCutByComma(file: string, end: number): boolean {
  return /^\s*,[^[\]{}\n“‘]*[”’]\s*[,\]}]/u.test(file.slice(end, end + 400));
}
