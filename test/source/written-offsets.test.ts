import { describe, expect, test } from "vitest";
import { SourceFile } from "../../src/diagnostics/source-file.ts";
import { parse } from "../../src/source/parse.ts";

/** The file's key `a`, as written, and where a word of its value is found. */
function found(text: string, word: string): string | null {
  const { spec, findings } = parse(new SourceFile("a.yaml", text));
  if (spec === null) throw new Error(findings[0]?.message ?? "");
  const value = (spec.data as { readonly a: string }).a;
  const start = value.indexOf(word);
  if (start === -1) throw new Error(`no ${word} in ${JSON.stringify(value)}`);
  const place = spec.stretchAt(["a"], start, start + word.length);
  return text.slice(place.start, place.end);
}

const styles: readonly (readonly [style: string, text: string])[] = [
  ["plain", "a: one two needle three\n"],
  ["plain on several lines", "a: one two\n  three\n  needle four\n"],
  ["plain with a blank line", "a: one two\n\n  three needle\n"],
  ["single quotes", "a: 'it''s two needle three'\n"],
  ["single quotes on several lines", "a: 'it''s two\n\n   ''and'' needle three'\n"],
  ["double quotes", 'a: "say \\"two\\" \\/ needle three"\n'],
  ["double quotes with letters by number", 'a: "\\u00e9\\x41\\U0001F600 \\t\\u0020needle"\n'],
  ["double quotes with a broken line", 'a: "one \\\n    two needle"\n'],
  ["double quotes on several lines", 'a: "one\n\n  two needle three"\n'],
  ["folded", "a: >\n  one two\n  three needle\n  four\n"],
  ["folded, stripped, with a comment", "a: >- # why\n  one\n\n    two\n  needle\n"],
  ["literal", "a: |\n  one\n    two needle\n\n  three\n"],
  ["literal with an indent of its own", "a: |2-\n    one\n   needle\n"],
  ["emoji before it", "a: 🙂👩‍👩‍👧 é needle\n"],
  ["tabs and wide blanks", "a: one\u00a0two \t needle\n"],
  ["in braces", "{ b: 1, a: one needle }\n"],
];

describe.each([
  ["\n", (text: string) => text],
  ["\r\n", (text: string) => text.replaceAll("\n", "\r\n")],
])("with line ends %j", (_, ended) => {
  test.each(styles)("%s", (_style, text) => {
    expect(found(ended(text), "needle")).toBe("needle");
  });
});

test("a word that is written with escapes is found as written", () => {
  expect(found('a: "one n\\u0065edle"\n', "needle")).toBe("n\\u0065edle");
  expect(found("a: 'the worker''s duty'\n", "worker's")).toBe("worker''s");
});

test("a place on several lines is shown by its first", () => {
  expect(found("a: >-\n  one in\n  conjunction with two\n", "in conjunction with")).toBe("in");
});

test("what is reached through an alias is shown at the alias", () => {
  const { spec } = parse(new SourceFile("a.yaml", "b: &n one needle\na: *n\n"));
  const place = spec?.stretchAt(["a"], 4, 10);
  expect(place?.file.text.slice(place.start, place.end)).toBe("*n");
});

test("what is no text is shown as a whole", () => {
  const { spec } = parse(new SourceFile("a.yaml", "a: [x]\n"));
  const place = spec?.stretchAt(["a"], 0, 1);
  expect(place?.file.text.slice(place.start, place.end)).toBe("[x]");
});

test("every part of a text is found where it is written", () => {
  for (const [, text] of styles) {
    const { spec } = parse(new SourceFile("a.yaml", text));
    if (spec === null) throw new Error(text);
    const value = (spec.data as { readonly a: string }).a;
    for (const { index, 0: word } of value.matchAll(/[a-z]+/gu)) {
      const place = spec.stretchAt(["a"], index, index + word.length);
      expect(text.slice(place.start, place.end)).toBe(word);
    }
  }
});
