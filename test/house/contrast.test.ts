import { expect, test } from "vitest";
import { contrast, nearestReadable, printRatio } from "../../src/house/contrast.ts";

/** Ratios that are known: from the understanding documents of WCAG, and of the colours of the web. */
test.each([
  ["#000000", "#FFFFFF", "21.00:1"],
  ["#FFFFFF", "#FFFFFF", "1.00:1"],
  ["#777777", "#FFFFFF", "4.47:1"],
  ["#767676", "#FFFFFF", "4.54:1"],
  ["#949494", "#FFFFFF", "3.03:1"],
  ["#FF0000", "#FFFFFF", "3.99:1"],
  ["#0000FF", "#FFFFFF", "8.59:1"],
  ["#008000", "#FFFFFF", "5.13:1"],
  ["#FFFF00", "#FFFFFF", "1.07:1"],
  ["#0000FF", "#000000", "2.44:1"],
  ["#0b4f6c", "#EEF3F7", "8.00:1"],
])("%s on %s", (words, ground, ratio) => {
  expect(printRatio(contrast(words, ground))).toBe(ratio);
  expect(contrast(ground, words)).toBe(contrast(words, ground));
});

test("a ratio that just fails is not printed as if it passed", () => {
  expect(contrast("#777777", "#FFFFFF")).toBeLessThan(4.5);
  expect(printRatio(4.4999)).toBe("4.49:1");
});

test.each([
  ["#777777", ["#FFFFFF"], "#767676"],
  ["#0B4F6C", ["#FFFFFF"], "#0B4F6C"],
  ["#FFFF00", ["#FFFFFF", "#EEF3F7"], "#727200"],
  ["#888888", ["#000000", "#222222"], "#898989"],
  ["#777777", ["#FFFFFF", "#000000"], null],
])("nearest to %s on %j is %s", (colour, grounds, nearest) => {
  const found = nearestReadable(colour, grounds, nearest === null ? 7 : 4.5);
  expect(found).toBe(nearest);
  if (found !== null) for (const ground of grounds) expect(contrast(found, ground)).toBeGreaterThanOrEqual(4.5);
});
