import { expect, test } from "vitest";
import { diffLines } from "../../src/text/diff-lines.ts";
import { chooser } from "../fuzz/random.ts";

test("a diff tells both texts, whatever they are", () => {
  const choose = chooser(7);
  for (let round = 0; round < 500; round += 1) {
    const text = () => Array.from({ length: choose(12) }, () => "abc".charAt(choose(3)));
    const [a, b] = [text(), text()];
    const lines = diffLines(a, b);
    expect(lines.filter(({ kind }) => kind !== "new").map((line) => line.text)).toEqual(a);
    expect(lines.filter(({ kind }) => kind !== "gone").map((line) => line.text)).toEqual(b);
    expect(lines.filter(({ kind }) => kind === "same").length).toBe(longestCommon(a, b));
  }
});

test("texts that share nothing are told apart as wholes", () => {
  const lines = (letter: string) => Array.from({ length: 3_000 }, (_, at) => `${letter}${at}`);
  const found = diffLines([...lines("a"), "end"], [...lines("b"), "end"]);
  expect(found.slice(0, 3_000).every(({ kind }) => kind === "gone")).toBe(true);
  expect(found).toHaveLength(6_001);
});

/** The length of the longest common subsequence, the slow and certain way. */
function longestCommon(a: readonly string[], b: readonly string[]): number {
  const rows = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  const at = (row: number, column: number) => rows[row]?.[column] ?? 0;
  for (let row = 1; row <= a.length; row += 1) {
    for (let column = 1; column <= b.length; column += 1) {
      const longer =
        a[row - 1] === b[column - 1] ? at(row - 1, column - 1) + 1 : Math.max(at(row - 1, column), at(row, column - 1));
      (rows[row] ?? [])[column] = longer;
    }
  }
  return at(a.length, b.length);
}
