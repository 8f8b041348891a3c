import { expect, test } from "vitest";
import { phraseAt, phrasesOf } from "../../src/text/phrases.ts";
import { tokensOf } from "../../src/text/tokens.ts";

test.each([
  ["Explain why, e.g. in a kitchen", ["explain", "why", "e.g", "in", "a", "kitchen"]],
  ["Pre-heat the oven; don’t open it", ["pre-heat", "the", "oven", "don't", "open", "it"]],
  ["Use *two* `code words` and [a link](https://example.org/a-b)", ["use", "two", "and", "a", "link"]],
  ["See https://example.org/page or <https://example.org>", ["see", "or"]],
  ["Café à la carte, 5 °C, 🙂 naïve", ["café", "à", "la", "carte", "5", "c", "naïve"]],
  ["", []],
])("the words of %j", (text, words) => {
  const tokens = tokensOf(text);
  expect(tokens.map(({ word }) => word)).toEqual(words);
  for (const { start, end, text: written } of tokens) expect(text.slice(start, end)).toBe(written);
});

test("of two phrases that begin alike, the longer is found", () => {
  const phrases = phrasesOf([
    ["in order", 1],
    ["in order to", 2],
  ]);
  const tokens = tokensOf("work in order to eat, in order of size, in all");
  expect(tokens.map((_, at) => phraseAt(phrases, tokens, at)?.value ?? 0)).toEqual([0, 2, 0, 0, 0, 1, 0, 0, 0, 0, 0]);
});
