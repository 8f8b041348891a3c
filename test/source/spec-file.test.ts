import { describe, expect, test } from "vitest";
import type { Place } from "../../src/diagnostics/diagnostic.ts";
import { SourceFile } from "../../src/diagnostics/source-file.ts";
import { parse } from "../../src/source/parse.ts";
import { fromPointer, type Path, type SpecFile, toPointer } from "../../src/source/spec-file.ts";

function specOf(text: string): SpecFile {
  const { spec, findings } = parse(new SourceFile("a.yaml", text));
  if (spec === null) throw new Error(findings[0]?.message ?? "");
  return spec;
}

const shown = ({ file, start, end }: Place) => file.text.slice(start, end);

const text = `a: one
b:
  c: [x, "y"]
  d:
list:
  - e: 1
    f: 2
  - |
    first
    second
  -
map: { p: 1, q }
1.10: number
anchor: &n { g: 3 }
alias: *n
`;

const rows: readonly (readonly [path: Path, value: string, key: string])[] = [
  [["a"], "one", "a"],
  [["b", "c"], '[x, "y"]', "c"],
  [["b", "c", 1], '"y"', '"y"'],
  [["b", "d"], "d", "d"],
  // What is missing is shown at the closest thing above it.
  [["b", "nothing"], "b", "b"],
  [["b", "nothing", "below"], "b", "b"],
  [["list", 0], "e: 1", "e"],
  [["list", 0, "f"], "2", "f"],
  [["list", 1], "|", "|"],
  [["list", 2], "-", "-"],
  [["list", 9], "list", "list"],
  [["map", "q"], "q", "q"],
  [["1.10"], "number", "1.10"],
  [["anchor", "g"], "3", "g"],
  [["alias"], "*n", "alias"],
  [["alias", "g"], "*n", "*n"],
];

describe("where things are", () => {
  const spec = specOf(text);
  test.each(rows)("%j", (path, value, key) => {
    expect(shown(spec.valueAt(path))).toBe(value);
    expect(shown(spec.keyAt(path))).toBe(key);
    expect(spec.valueAt(path).pointer).toMatch(/^(?:\/|$)/u);
  });
});

test.each([
  [["a"], "one"],
  [["b", "c", 1], '"y"'],
  [["b", "c"], null],
  [["nothing"], null],
])("writtenAt %j", (path, written) => {
  expect(specOf(text).writtenAt(path)).toBe(written);
});

test.each([
  [[], ""],
  [["a", 0, "b"], "/a/0/b"],
  [["a/b", "c~d"], "/a~1b/c~0d"],
])("the pointer of %j", (path, pointer) => {
  expect(toPointer(path)).toBe(pointer);
  expect(fromPointer(pointer)).toEqual(path.map(String));
});

test("places are still known when many other files were read since", () => {
  const first = specOf(text);
  for (let count = 0; count < 600; count += 1) specOf("a: other");
  expect(shown(first.valueAt(["b", "c", 1]))).toBe('"y"');
  expect(first.writtenAt(["alias", "g"])).toBe("3");
});
