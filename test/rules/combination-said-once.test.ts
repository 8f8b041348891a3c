import { expect, test } from "vitest";
import { textsOf } from "./findings-of.ts";

const units = ["a", "b", "c", "d"]
  .map((id) => `  - { id: ${id}, title: ${id}, credit: 1, learningOutcomes: [] }\n`)
  .join("");

function found(rules: string): Promise<readonly string[]> {
  return textsOf("combination-said-once", {
    "q.yaml": `kind: qualification\nid: q\ntitle: Q\nrulesOfCombination:\n  groups:\n    - { id: G, require: { units: { min: 1 } }, units: [a, b, c, d] }\n  ${rules}\nunits:\n${units}`,
  });
}

test.each<[about: string, rules: string, found: readonly string[]]>([
  ["the same pair", "barred: [[a, b], [a, b]]", ["[a, b]"]],
  ["the other way round", "barred: [[a, b], [c, d], [b, a]]", ["[b, a]"]],
  ["a part of a larger set", "barred: [[a, b, c], [c, a]]", ["[c, a]"]],
  ["a part of a larger set that comes later", "barred: [[c, a], [a, b, c]]", ["[c, a]"]],
  ["sets that share a unit", "barred: [[a, b], [b, c], [c, d]]", []],
  ["equivalents", "equivalent: [[a, b], [b, a]]", ["[b, a]"]],
  ["corequisites", "corequisites: [[a, b], [b, a]]", ["[b, a]"]],
  ["two kinds of sets", "barred: [[a, b]]\n  corequisites: [[c, d]]", []],
  [
    "a constraint",
    "constraints: [{ units: { min: 1 }, from: [a, b] }, { from: [b, a], units: { min: 1 } }]",
    ["{ from: [b, a], units: { min: 1 } }"],
  ],
  [
    "constraints with other figures",
    "constraints: [{ units: { min: 1 }, from: [a, b] }, { units: { min: 1 }, from: [a, c] }]",
    [],
  ],
])("%s", async (_, rules, expected) => {
  expect(await found(rules)).toEqual(expected);
});

test("a constraint that stands there twice is not called idle as well", async () => {
  const rules = "constraints: [{ units: { max: 2 } }, { units: { max: 2 } }]";
  const file = `kind: qualification\nid: q\ntitle: Q\nrulesOfCombination:\n  groups:\n    - { id: G, require: { units: { min: 1 } }, units: [a, b, c, d] }\n  ${rules}\nunits:\n${units}`;
  expect(await textsOf("idle-bounds", { "q.yaml": file })).toEqual([]);
  expect(await textsOf("combination-said-once", { "q.yaml": file })).toEqual(["{ units: { max: 2 } }"]);
});
