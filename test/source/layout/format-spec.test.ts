import { describe, expect, test } from "vitest";
import { formatted } from "./format.ts";

const long = "word ".repeat(25).trim();

const rows: readonly (readonly [what: string, before: string, after: string])[] = [
  ["keys in the order of the schema", "title: A\nid: a\nkind: unit\n", "kind: unit\nid: a\ntitle: A\n"],
  [
    "keys of maps below, in brackets too",
    "kind: unit\nlearningOutcomes:\n  - { key: k, outcome: A }\n  - assessmentCriteria:\n      - key: c\n        criterion: C\n    outcome: B\n",
    "kind: unit\nlearningOutcomes:\n  - { outcome: A, key: k }\n  - outcome: B\n    assessmentCriteria:\n      - criterion: C\n        key: c\n",
  ],
  ["an unknown key behind the one before it", "title: A\nmore: 1\nid: a\n", "id: a\ntitle: A\nmore: 1\n"],
  [
    "keys that an author names stay in their order",
    "kind: unit\nassessment:\n  maps:\n    z: [b, a]\n    a: [c]\n",
    "kind: unit\nassessment:\n  maps:\n    z: [b, a]\n    a: [c]\n",
  ],
  [
    "two spaces for each level, lists too",
    "kind: unit\nlearningOutcomes:\n-   outcome: A\n    assessmentCriteria:\n    - one\n    -   two\n",
    "kind: unit\nlearningOutcomes:\n  - outcome: A\n    assessmentCriteria:\n      - one\n      - two\n",
  ],
  [
    "spaces between words stay, others go",
    "kind:    unit   \nid :  a\ntitle: A  B\n",
    "kind: unit\nid: a\ntitle: A  B\n",
  ],
  ["brackets", "a: {b: 1,c: [ x,y ] ,d}\ne: [ ]\nf: { }\n", "a: { b: 1, c: [x, y], d }\ne: []\nf: {}\n"],
  [
    "brackets over several lines that fit on one",
    "a: [\n  x,\n  y,\n]\nb: {\n  c: one\n    two }\n",
    "a: [x, y]\nb: { c: one two }\n",
  ],
  [
    "brackets that do not fit on a line",
    `a: { b: ${long}, c: [x, y] }\nl: [{ d: ${long}, e: 1 }, f]\n`,
    `a:\n  b: ${long}\n  c: [x, y]\nl:\n  - d: ${long}\n    e: 1\n  - f\n`,
  ],
  ["lists of lists", "a:\n- [x, y]\n- - p\n  - q\n-\n  - r\n", "a:\n  - [x, y]\n  - - p\n    - q\n  - - r\n"],
  [
    "a file of JSON",
    `{"kind": "unit", "id": "a", "title": "${long} ${long}"}`,
    `kind: unit\nid: a\ntitle: ${long} ${long}\n`,
  ],
  ["keys without a value", "kind: unit\naim:\ntitle: ~\n", "kind: unit\ntitle: ~\naim:\n"],
  [
    "names for later use",
    "a: &n [x]\nb: &m\n  c: 1\nd: &t text\ne: [*n, *m, *t]\n",
    "a: &n [x]\nb: &m\n  c: 1\nd: &t text\ne: [*n, *m, *t]\n",
  ],
  [
    "marks of the beginning and the end of a document",
    "# head\n---\n# more\nkind: unit\nid: a\n...\n# end\n",
    "# head\n# more\nkind: unit\nid: a\n# end\n",
  ],
  ["no line end at the end", "kind: unit", "kind: unit\n"],
  [
    "empty lines: one stays, at the ends none",
    "\n\nkind: unit\n\n\nid: a\nlist:\n\n  - x\n\n\n  - y\n\n\n",
    "kind: unit\n\nid: a\nlist:\n  - x\n\n  - y\n",
  ],
  [
    "an empty line goes with what stands below it",
    "# head\n\ntitle: A\n\nid: a\nkind: unit\n",
    "# head\n\nkind: unit\n\nid: a\ntitle: A\n",
  ],

  [
    "quotation marks that nothing needs",
    `title: "A unit: no"\nid: 'a'\naim: "Plain, and more"\n`,
    `id: a\ntitle: "A unit: no"\naim: Plain, and more\n`,
  ],
  [
    "a sentence in brackets keeps them, a word does not",
    `a: ["One sentence.", 'two', "th,ree"]\n`,
    `a: ["One sentence.", two, "th,ree"]\n`,
  ],
  [
    "double ones, unless they need a backslash",
    `a: 'x: y'\nb: 'x: "y"'\nc: "x: \\"y\\""\nd: 'it''s: x'\n`,
    `a: "x: y"\nb: 'x: "y"'\nc: 'x: "y"'\nd: "it's: x"\n`,
  ],
  ["escapes", `a: "tab\\t: x"\nb: "\\u00a0"\nc: "\\x41 word"\n`, `a: "tab\\t: x"\nb: "\\u00a0"\nc: A word\n`],
  [
    "quotation marks around keys",
    `"kind": unit\n'id': a\nassessment: { maps: { "1": [x], 'b-c': [y] } }\n`,
    `kind: unit\nid: a\nassessment: { maps: { "1": [x], b-c: [y] } }\n`,
  ],

  [
    "texts over several lines stay in them",
    "a: one\n   two\n\n   three\nb: 'one\n  two'\n",
    "a: one\n  two\n\n  three\nb: 'one\n  two'\n",
  ],
  ["a text below its key comes up where there is room", `a:\n  text\nb:\n  ${long}\n`, `a: text\nb:\n  ${long}\n`],
  [
    "blocks",
    "a: >-\n      one\n        deeper\n\n      two\n\nb: |2\n    x\n   y\nc: |+\n z\n\n\nd: |\n e\n",
    "a: >-\n  one\n    deeper\n\n  two\n\nb: |2\n    x\n   y\nc: |+\n  z\n\n\nd: |\n  e\n",
  ],
  [
    "a folded paragraph that has become too wide",
    `a:\n  - b:\n     c: >-\n       ${long}\n       ${"x".repeat(113)} y\n\n       short\n       lines\n`,
    `a:\n  - b:\n      c: >-\n        ${"word ".repeat(22).trim()}\n        word word word\n        ${"x".repeat(113)}\n        y\n\n        short\n        lines\n`,
  ],
];

test.each(rows)("%s", (_, before, after) => {
  expect(formatted(before)).toBe(after);
  expect(formatted(after)).toBe(after);
});

describe("values that quotation marks protect keep them", () => {
  const texts =
    `1.10 1 0o17 0x1f 1e3 1_000 +1 .5 -.inf .nan 12:30 12:30:45 2026-04-01 2026-4-1 true False NULL ~ yes No on OFF y N = << - ? --- 610/0088/7`.split(
      " ",
    );
  test.each(texts)("%s", (text) => {
    const written = /^\d+\/.*\/\d$/u.test(text) ? text : `"${text}"`;
    expect(formatted(`kind: unit\ntitle: "${text}"\n`)).toBe(`kind: unit\ntitle: ${written}\n`);
  });

  test.each([
    "",
    " a",
    "a ",
    "a: b",
    "a:",
    "a #b",
    "#a",
    "- a",
    "*a",
    "&a",
    "!a",
    "%a",
    "@a",
    "`a",
    "|",
    ">",
    "{a}",
    "[a]",
    "'a",
    "\u00a0a",
  ])("%j", (text) => {
    const before = `kind: unit\ntitle: "${text}"\n`;
    expect(formatted(before)).toBe(before);
  });

  test("what stands without them is never put between them", () => {
    const before = "kind: unit\ntitle: yes\nissued: 2026-04-01\nversion: 1.10\nlevel: 0o7\n";
    expect(formatted(before)).toBe(before);
  });
});

test("line ends of Windows stay, in every kind of text", () => {
  for (const [, before, after] of rows) {
    expect(formatted(before.replaceAll("\n", "\r\n"))).toBe(
      after.replaceAll("\n", before.includes("\n") ? "\r\n" : "\n"),
    );
  }
});

test.each(["kind: unit\ntitle: !!str 1\n", "kind: unit\n&k id: a\nb: *k\n", "- a\n"])("left alone: %j", (text) => {
  expect(formatted(text)).toBeNull();
});
