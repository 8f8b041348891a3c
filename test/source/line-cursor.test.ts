import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readEntries } from "../../src/source/entries.ts";
import { lineCursorAt } from "../../src/source/line-cursor.ts";

const unit = "kind: unit\nid: a\n";
const group = "rulesOfCombination:\n  groups:\n    - id: M\n      units:";

/** What could be written at the |: "key a/b (beside c, d)", with the word that stands there. */
const table: readonly (readonly [text: string, told: string | null])[] = [
  ["|", "key  ''"],
  ["ki|", "key  'ki'"],
  [`${unit}|`, "key  '' beside kind, id"],
  [`${unit}ti|`, "key  'ti' beside kind, id"],
  [`${unit}ti|\ntitle: A\nnotice: none\n`, "key  'ti' beside kind, id, title, notice"],
  [`${unit}ti|: B\n`, "key  'ti' beside kind, id; has its colon"],
  ["level: |", "value level ''"],
  ["level: 3|", "value level '3'"],
  ["level:|", "value level ''"],
  ["size: aw| # a comment", "value size 'aw'"],
  ["size: award # a com|ment", null],
  ["# a com|ment", null],
  ['sector: "1.|"', "value sector '1.' in \""],
  ["aim: >-\n  Learners find |", null],
  ["aim: >-\n  Learners find\n|", "key  '' beside aim"],
  ["learningOutcomes:\n  - outcome: A\n    task: |\n      Say\n      more |", null],
  ["assessment:\n  |", "key assessment ''"],
  [
    "assessment:\n  simulation: forbidden\n  |\n  maps:\n    a: [b]\nretired: []\n",
    "key assessment '' beside simulation, maps",
  ],
  ["assessment:\n  methods:\n    - |", "item assessment/methods/0 ''"],
  ["assessment:\n  methods:\n    - product\n    - obs|", "item assessment/methods/1 'obs'"],
  ["assessment:\n  methods:\n  - product\n  - obs|", "item assessment/methods/1 'obs'"],
  ["assessment:\n  methods: [|]", "value assessment/methods/0 '' in brackets"],
  ["assessment:\n  methods: [product, |", "value assessment/methods/1 '' beside product in brackets"],
  [
    "assessment:\n  methods: [product, obs|, project]",
    "value assessment/methods/1 'obs' beside product, project in brackets",
  ],
  ["assessment: { methods: [product], |}", "key assessment '' beside methods in brackets"],
  ["assessment: { me|: [product], maps: {} }", "key assessment 'me' beside maps; has its colon in brackets"],
  ["assessment: { observation: { setting: wo|", "value assessment/observation/setting 'wo' in brackets"],
  ["assessment:\n  methods: [\n    product,\n    |\n  ]\n", "value assessment/methods/1 '' beside product in brackets"],
  ["assessment:\n  methods: [product]\n  |", "key assessment '' beside methods"],
  [`${group} [|`, "value rulesOfCombination/groups/0/units/0 '' in brackets"],
  [`${group}\n        - a\n        - |\n    - id: O\n`, "item rulesOfCombination/groups/0/units/1 ''"],
  [`${group} [a]\n      |`, "key rulesOfCombination/groups/0 '' beside id, units"],
  [`${group} [a]\n    - |`, "item rulesOfCombination/groups/1 ''"],
  [
    `${group} [a]\n    - id: O\n      |\n      require: all\n    - id: P\n`,
    "key rulesOfCombination/groups/1 '' beside id, require",
  ],
  [`${group} [a]\n    - { id: O, |`, "key rulesOfCombination/groups/1 '' beside id in brackets"],
  [`${group} [a]\n  |`, "key rulesOfCombination '' beside groups"],
  [
    "learningOutcomes:\n  - outcome: A\n    assessmentCriteria:\n      - criterion: B\n        |",
    "key learningOutcomes/0/assessmentCriteria/0 '' beside criterion",
  ],
  [
    "learningOutcomes:\n  - outcome: A\n  - outcome: B\n    assessmentCriteria:\n      - C\n      - D\n    |",
    "key learningOutcomes/1 '' beside outcome, assessmentCriteria",
  ],
  ["learningOutcomes:\n  - |outcome: A\n    key: b\n", "key learningOutcomes/0 'outcome' beside key; has its colon"],
  ["assessment:\n  maps:\n    digital-skills: [da|", "value assessment/maps/digital-skills/0 'da' in brackets"],
  ["assessment:\n  maps:\n    |", "key assessment/maps ''"],
  ['title: "never closed\nassessment:\n  |', "key assessment ''"],
  ["  bad: indent\n [\nassessment:\r\n  methods:\r\n    - |\r\n", "item assessment/methods/0 ''"],
  [
    "assessment:\n  methods:\n    [\n      product,\n      |\n    ]\n",
    "value assessment/methods/1 '' beside product in brackets",
  ],
  ["barred: [[a, |", "value barred/0/1 '' beside a in brackets"],
  ["barred:\n  - [a, b]\n  - [c, |]\n", "value barred/1/1 '' beside c in brackets"],
];

test.each(table)("%j", (marked, told) => {
  const offset = marked.replace(/\| *$|\|(?=\n {6}Say)/u, (mark) => mark).lastIndexOf("|");
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const cursor = lineCursorAt(text, offset);
  if (told === null || cursor === null) {
    expect(cursor).toBe(told);
    return;
  }
  const { wants, path, start, end, present, hasColon, isFlow, quote } = cursor;
  const beside = present.length === 0 ? "" : ` beside ${present.join(", ")}`;
  const more = `${beside}${hasColon ? "; has its colon" : ""}${isFlow ? " in brackets" : ""}${quote === "" ? "" : ` in ${quote}`}`;
  expect(`${wants} ${path.join("/")} '${text.slice(start, end)}'${more}`).toBe(told);
});

const specs = readdirSync("specs", { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".yaml"));

test.each(specs)("tells the place of every key and value of %s as YAML does", (name) => {
  const text = readFileSync(join("specs", name), "utf8");
  const wrong = readEntries(text).flatMap(({ path, part, start, end }, at) => {
    // Every third is enough: what goes wrong goes wrong in a whole part of a file.
    if (at % 3 !== 0) return [];
    if (part === "list" || part === "map" || text.slice(start, end).includes("\n")) return [];
    const isKey = part === "key";
    const cursor = lineCursorAt(text, /["']/u.test(text.charAt(start)) ? start + 1 : start);
    const told = cursor === null ? "nothing" : `${cursor.wants} ${cursor.path.join("/")}`;
    const wanted = isKey
      ? [`key ${path.slice(0, -1).join("/")}`]
      : [`value ${path.join("/")}`, `item ${path.join("/")}`];
    return wanted.includes(told) ? [] : [`${start} ${text.slice(start, end)}: ${told}, not ${wanted[0]}`];
  });
  expect(wrong).toEqual([]);
});

test("says something, or nothing, of every beginning of a file", () => {
  const text = readFileSync("specs/units/asc03.yaml", "utf8").slice(0, 3_000);
  for (let end = 0; end <= text.length; end += 7) lineCursorAt(text.slice(0, end), end);
});
