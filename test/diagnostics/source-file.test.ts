import { describe, expect, test } from "vitest";
import { SourceFile } from "../../src/diagnostics/source-file.ts";

describe("positionAt", () => {
  test.each([
    ["", 0, 1, 1],
    ["ab", 1, 1, 2],
    ["ab", 2, 1, 3],
    ["a\nb", 1, 1, 2],
    ["a\nb", 2, 2, 1],
    ["a\nb\n", 4, 3, 1],
    ["a\r\nb", 2, 1, 3],
    ["a\r\nb", 3, 2, 1],
    ["\n\n\n", 2, 3, 1],
    ["é\nb", 2, 2, 1],
    // Columns are UTF-16 code units: this letter has two.
    ["😀b", 2, 1, 3],
    ["a\n😀b", 4, 2, 3],
  ])("%j at %i", (text, offset, line, column) => {
    expect(new SourceFile("a.yaml", text).positionAt(offset)).toEqual({ line, column });
  });
});

describe("line", () => {
  test.each([
    ["a\nb\n", 1, "a"],
    ["a\nb\n", 2, "b"],
    ["a\nb\n", 3, ""],
    ["a\r\nb", 1, "a"],
    ["a\r\nb", 2, "b"],
    ["a", 5, ""],
  ])("%j, line %i", (text, number, line) => {
    expect(new SourceFile("a.yaml", text).line(number)).toBe(line);
  });
});
