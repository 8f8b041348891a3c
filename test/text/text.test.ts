import { describe, expect, test } from "vitest";
import { printable } from "../../src/text/printable.ts";
import { suggest } from "../../src/text/suggest.ts";
import { countOf, excerpt, joinWords } from "../../src/text/words.ts";
import { indent, wrap } from "../../src/text/wrap.ts";

describe("suggest", () => {
  const keys = ["learningOutcomes", "assessmentCriteria", "guidedLearningHours", "key", "id", "kind"];
  test.each([
    ["learning_outcomes", "learningOutcomes"],
    ["Learning Outcomes", "learningOutcomes"],
    ["learnigOutcomes", "learningOutcomes"],
    ["learningOutcoems", "learningOutcomes"],
    ["asessmentCriteria", "assessmentCriteria"],
    ["ky", "key"],
    ["KIND", "kind"],
    ["kidn", "kind"],
    ["colour", null],
    ["", null],
    // One letter is like every other.
    ["x", null],
  ])("%j", (word, meant) => {
    expect(suggest(word, keys)).toBe(meant);
  });

  test("takes the first of the nearest", () => {
    expect(suggest("dl4", ["dl1", "dl2"])).toBe("dl1");
    expect(suggest("b", ["B"])).toBe("B");
  });
});

describe("wrap", () => {
  test.each([
    ["", 10, [""]],
    ["one two three", 7, ["one two", "three"]],
    ["one two three", 100, ["one two three"]],
    ["one\ntwo", 100, ["one", "two"]],
    ["anextraordinarilylongword one", 5, ["anextraordinarilylongword", "one"]],
    ["a b c", 1, ["a", "b", "c"]],
  ])("%j in %i columns", (text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines);
  });

  test("indent leaves empty lines empty", () => {
    expect(indent("a\n\nb", "  ")).toBe("  a\n\n  b");
  });
});

describe("printable", () => {
  test.each([
    ["plain, naïve 😀\n\tx", "plain, naïve 😀\n\tx"],
    ["\u001b[31mred", "\\u001b[31mred"],
    ["a\u202eb", "a\\u202eb"],
    ["a\u0000b\u007f", "a\\u0000b\\u007f"],
    ["a\rb", "a\\u000db"],
  ])("%j", (text, shown) => {
    expect(printable(text)).toBe(shown);
  });
});

describe("words", () => {
  test.each([
    [[], "and", ""],
    [["a"], "or", "a"],
    [["a", "b"], "or", "a or b"],
    [["a", "b", "c"], "and", "a, b and c"],
  ] as const)("joinWords %j", (words, last, joined) => {
    expect(joinWords(words, last)).toBe(joined);
  });

  test.each([
    [0, "0 units"],
    [1, "1 unit"],
    [2, "2 units"],
  ])("countOf %i", (count, words) => {
    expect(countOf(count, "unit")).toBe(words);
  });

  test.each([
    ["one\n  two", 60, "`one two`"],
    ["abcdef", 4, "`abc…`"],
    ["abcd", 4, "`abcd`"],
    ["😀😀😀", 2, "`😀…`"],
  ])("excerpt %j", (text, longest, cut) => {
    expect(excerpt(text, longest)).toBe(cut);
  });
});
