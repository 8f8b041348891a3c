import { expect, test } from "vitest";
import { checkFolder, writeInto } from "../check-folder.ts";
import { mendFolder } from "../mend-folder.ts";
import { emptyFolder } from "../run-qualspec.ts";

const before = "kind: unit\nid: a\ntitle: A\nlearningOutcomes:\n  - outcome: Know A\n    assessmentCriteria:";
const after = "\n  - outcome: Know B\n    assessmentCriteria:\n      - State B\n";
const dashes = "\n      - Explain A\n      - Describe B";

const isOfMarks = (rule: string) => /^(?:yaml-syntax|wrong-type|indentation|text-begins-with-words)$/u.test(rule);

/** What stands behind the key of a list, as it comes from a word processor, and what is made of it. */
const pasted: readonly (readonly [about: string, written: string, mended: string])[] = [
  ["bullets", "\n      • Explain A\n      • Describe B", dashes],
  ["bullets without a space", "\n      •Explain A\n      •Describe B", dashes],
  ["middle dots", "\n      · Explain A\n      · Describe B", dashes],
  ["bullets of the second level", "\n      o Explain A\n      o Describe B", dashes],
  ["bullets of a symbol font, and tabs", "\n      \uf0b7\tExplain A\n      \uf0b7\tDescribe B", dashes],
  ["bullets and tabs at the left margin", "\n•\tExplain A\n•\tDescribe B", dashes],
  ["all but the first at the left margin", "\n      • Explain A\n• Describe B", dashes],
  ["dashes without a space", "\n      -Explain A\n      -Describe B", dashes],
  ["dashes with a non-breaking space", "\n      -\u00a0Explain A\n      -\u00a0Describe B", dashes],
  ["asterisks", "\n      * Explain A\n      * Describe B", dashes],
  ["numbers with a bracket", "\n      1) Explain A\n      2) Describe B", dashes],
  ["numbers with a full stop", "\n      1. Explain A\n      2. Describe B", dashes],
  ["numbers of criteria", "\n      1.1 Explain A\n      1.2 Describe B", dashes],
  ["letters", "\n      (a) Explain A\n      (b) Describe B", dashes],
  ["a long dash above a short one", "\n      – Explain A\n      - Describe B", dashes],
  ["a bullet below a dash", "\n      - Explain A\n      • Describe B", dashes],
  [
    "lines that go on",
    "\n      • Explain\n        A\n      • Describe B",
    "\n      - Explain\n        A\n      - Describe B",
  ],
  ["a colon", "\n      • Explain A: why\n      • Describe B", '\n      - "Explain A: why"\n      - Describe B'],
  ["a text mark", " |\n      • Explain A\n      • Describe B", dashes],
  ["one bullet", "\n      • Explain A", "\n      - Explain A"],
];

test.each(pasted)("%s become dashes", async (_, written, mended) => {
  const folder = emptyFolder();
  writeInto(folder, { "a.yaml": before + written + after });
  const { files, checked } = await mendFolder(folder);
  expect(files.map((one) => one.after)).toEqual([before + mended + after]);
  expect(checked.findings.map(({ rule }) => rule).filter(isOfMarks)).toEqual([]);
});

/** Where nobody can say what belongs together, the author is told how a list is written. */
const open: readonly (readonly [about: string, written: string, says: string])[] = [
  ["lines without any mark", "\n      Explain A\n      Describe B", "begin each item, on a line of its own, with `- `"],
  ["a bullet behind the key", " • Explain A", "begin each item, on a line of its own, with `- `"],
  ["a sentence with a comma", " Explain how A works, and why", "begin each item, on a line of its own, with `- `"],
  ["bullets of two levels", "\n      • Explain A\n      o Describe B", "begin each item with `- `"],
  ["numbers that do not run on", "\n      1) Explain A\n      3) Describe B", "begin each item with `- `"],
  ["a line that may go on", "\n      • Explain A\n      in full\n      • Describe B", "begin each item with `- `"],
  ["bullets below an item", "\n      - Explain A\n        • in full", "begin each item with `- `"],
  ["several bullets in one text", " [• Explain A • Describe B]", "begin each item, on a line of its own, with `- `"],
];

test.each(open)("%s are left to their author", async (_, written, says) => {
  const folder = emptyFolder();
  writeInto(folder, { "a.yaml": before + written + after });
  const first = (await checkFolder(folder)).findings.find(({ rule }) => isOfMarks(rule));
  expect(first?.message).toContain(says);
  expect(first?.message).not.toContain("[");
  expect((await mendFolder(folder)).files).toEqual([]);
});

test("bullets where a text is expected are told from a list", async () => {
  const folder = emptyFolder();
  writeInto(folder, { "a.yaml": "kind: unit\nid: a\ntitle: A\naim:\n• Bake\n• Sell\nlearningOutcomes: []\n" });
  const [first] = (await checkFolder(folder)).findings;
  expect(first?.message).toContain("write `|` after the colon");
  expect(first?.fix).toBe(undefined);
});

const unit = (outcome: string, criterion: string) =>
  `kind: unit\nid: a\ntitle: A\nlearningOutcomes:\n  - outcome: ${outcome}\n    assessmentCriteria:\n      - ${criterion}\n`;

test.each([
  ["1. Know A", "Know A"],
  ["1) Know A", "Know A"],
  ["LO1 Know A", "Know A"],
  ["'LO1: Know A'", "'Know A'"],
  ["Learning outcome 1 – Know A", "Know A"],
  ["• Know A", "Know A"],
])("the number of the outcome `%s` is taken out", async (written, mended) => {
  const folder = emptyFolder();
  writeInto(folder, { "a.yaml": unit(written, "State A") });
  expect((await mendFolder(folder)).files.map(({ after }) => after)).toEqual([unit(mended, "State A")]);
});

test.each([
  ["1.1 Explain A", "Explain A"],
  ["1.1. Explain A", "Explain A"],
  ["AC 1.1 Explain A", "Explain A"],
  ["AC1.1 Explain A", "Explain A"],
  ["1. Explain A", "Explain A"],
  ['"1.1\u00a0Explain A"', '"Explain A"'],
  ["criterion: 1.1 Explain A", "criterion: Explain A"],
  ["• Explain A", "Explain A"],
  ["-Explain A", "Explain A"],
  ["– Explain A", "Explain A"],
  // Another number may be meant, or the order is wrong.
  ["1.2 Explain A", null],
  ["(a) Explain A", null],
  ["• Explain A • State B", null],
])("the number of the criterion `%s` is taken out", async (written, mended) => {
  const folder = emptyFolder();
  writeInto(folder, { "a.yaml": unit("Know A", written) });
  const { findings } = await checkFolder(folder);
  expect(findings.map(({ rule }) => rule)).toContain("text-begins-with-words");
  const { files } = await mendFolder(folder);
  expect(files.map(({ after }) => after)).toEqual(mended === null ? [] : [unit("Know A", mended)]);
});

test.each(["24.5 kg of flour is weighed", "3 loaves are baked", "2D drawings are made", "E. coli is described"])(
  "`%s` begins with no copied number",
  async (written) => {
    const folder = emptyFolder();
    writeInto(folder, { "a.yaml": unit("Know A", written) });
    const { findings } = await checkFolder(folder);
    expect(findings.map(({ rule }) => rule)).not.toContain("text-begins-with-words");
  },
);

test("a copied number hides no stem of knowledge, so that no observation is asked for", async () => {
  const folder = emptyFolder();
  writeInto(folder, { "a.yaml": `${unit("1. Understand A", "Explain A")}assessment: { methods: [observation] }\n` });
  const { findings } = await checkFolder(folder);
  expect(findings.map(({ rule }) => rule)).not.toContain("evidence-rule-stated");
});
