import { expect, test } from "vitest";
import { makeKey } from "../../src/keys/make-key.ts";

const rows: readonly (readonly [about: string, text: string, key: string])[] = [
  ["what a criterion is about, without its verb", "Describe the main duties of own job", "main-duties-job"],
  ["the verb, where there is little else", "State A", "state"],
  [
    "as many words as there is room for",
    "Explain how digital records support person-centred care",
    "digital-records-support",
  ],
  ["no word cut off", "Evaluate communication technologies used", "communication"],
  ["a word that is too long", "List antidisestablishmentarianism-of-old", "antidisestablishmentaria"],
  ["marks of emphasis and links", "Use **safe** [hand _tools_](https://example.org)", "safe-hand-tools"],
  ["letters with marks", "Prepare café crème brûlée", "cafe-creme-brulee"],
  ["apostrophes", "Follow the employer’s own employees' procedures", "employers-employees"],
  ["a letter first", "List 3 risks of 2 tools", "risks-2-tools"],
  ["nothing but numbers", "1.2", "item"],
  ["other scripts", "Ξέρω", "item"],
  ["nothing but grammar", "What is it to be?", "what-is-it-to-be"],
  ["a name that Windows keeps", "Con", "item"],
];

test.each(rows)("%s", (_, text, key) => {
  expect(makeKey(text, new Set(), true)).toBe(key);
});

test("an outcome begins with its topic", () => {
  expect(makeKey("Understand safe working near water", new Set(), false)).toBe("safe-working-near-water");
});

test("a name that is taken gets its verb, then a number", () => {
  const taken = new Set<string>();
  const made = Array.from({ length: 12 }, () => {
    const key = makeKey("Describe risks at heights", taken, true);
    taken.add(key);
    return key;
  });
  expect(made.slice(0, 3)).toEqual(["risks-heights", "describe-risks-heights", "risks-heights-2"]);
  expect(made.at(-1)).toBe("risks-heights-11");
});

test("every name has the form of a key, whatever the text", () => {
  const taken = new Set<string>();
  for (const [, text] of [...rows, ...rows, ...rows]) {
    const key = makeKey(text, taken, true);
    expect(key).toMatch(/^[a-z][a-z\d]*(?:-[a-z\d]+)*$/u);
    expect(key.length).toBeLessThanOrEqual(24);
    expect(taken).not.toContain(key);
    taken.add(key);
  }
});
