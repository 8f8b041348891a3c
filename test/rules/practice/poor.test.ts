import { expect, test } from "vitest";
import { practiceRules } from "../../../src/rules/practice/index.ts";
import { brief } from "../../check-folder.ts";
import { takeMarks } from "../../marks.ts";
import { findInUnits } from "./find-in-units.ts";
import { type Poor, poorlyWritten } from "./poor.ts";

const ids = practiceRules.map(({ id }) => id);

/** A criterion that YAML would read as something else stands in quotes, as an author has to put it. */
function unitOf({ criterion, outcome = "Understand the subject", level = 2, rest = "" }: Poor): string {
  const isText = /^[^{'"]/u.test(criterion);
  const written = isText && /^[*(]|: |^\d/u.test(criterion) ? JSON.stringify(criterion) : criterion;
  return `kind: unit\nid: a\ntitle: A\nlevel: ${level}\nlearningOutcomes:\n  - outcome: ${outcome}\n    assessmentCriteria:\n      - ${written}\n${rest}`;
}

test.each(poorlyWritten.map((one) => [`${one.rules.join(" ")}: ${one.criterion}`, one] as const))("%s", (_, one) => {
  const { text, stretches } = takeMarks(unitOf(one));
  const found = findInUnits([text]);
  const shown = found.map(({ rule, place }) => [rule, text.slice(place.start, place.end), place.start]);
  const expected = stretches.map(([start, end], at) => [one.rules[at], text.slice(start, end), start]);
  expect(shown, found.map(brief).join("\n")).toEqual(expected);
  if (one.says !== undefined) expect(found[0]?.message).toContain(one.says);
  for (const { message } of found) expect(message).toMatch(/^Unexpected .*[^.]$/su);
});

test("there are many of them, of every rule but the one on repeats", () => {
  expect(poorlyWritten.length).toBeGreaterThan(150);
  expect(ids.filter((id) => !poorlyWritten.some(({ rules }) => rules.includes(id)))).toEqual(["criterion-repeated"]);
});
