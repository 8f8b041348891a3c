import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { explanations } from "../../src/rules/index.ts";
import { checkFolder, writeInto } from "../check-folder.ts";
import { takeMarks } from "../marks.ts";
import { mendFolder } from "../mend-folder.ts";
import { emptyFolder } from "../run-qualspec.ts";

/** The rules whose own example has one right answer, and what is written then. */
const mended: Readonly<Record<string, string>> = {
  "tab-indent": "\n  - outcome: Know A\n",
  "unquoted-colon": 'title: "Unit 1: Introduction"\n',
  "unknown-key": "guidedLearningHours: 16\n",
  "unquoted-number": 'number: "1.10"',
  "repeated-item": "retired: [b, c]\n",
  "quotes-as-text": 'aim: "Learners bake a loaf."\n',
  "letters-seen": "title: Prepare clay\n",
  "control-character": 'title: "Bake bread"\n',
  "text-begins-with-words": "- Explain how dough rises\n",
  "qualification-number": "number: 610/0088/7\n",
  "plain-language": "task: Wash your hands before cooking. }",
  "mapping-current": "maps: { new: [data, security] }",
  "keys-written": "{ criterion: State A, key: state }",
};

/** Further slips that have one. */
const slips: readonly (readonly [about: string, before: string, after: string])[] = [
  [
    "a method with a capital and a space",
    "assessment: { methods: [Professional Discussion] }",
    "assessment: { methods: [professional-discussion] }",
  ],
  [
    "a method with an underscore",
    "assessment:\n  methods:\n    - reflective_account # why\n",
    "assessment:\n  methods:\n    - reflective-account # why\n",
  ],
  [
    "a setting with a capital",
    "assessment: { observation: { setting: Workplace } }",
    "assessment: { observation: { setting: workplace } }",
  ],
  [
    "the same item twice, one below the other",
    "retired:\n  - b # one\n  - c\n  - b\n",
    "retired:\n  - b # one\n  - c\n",
  ],
  ["a title with quotes and a colon", 'aim: Say "why": and how\n', "aim: 'Say \"why\": and how'\n"],
  ["a title with a backslash and a colon", "aim: C:\\one: and how it's done\n", "aim: 'C:\\one: and how it''s done'\n"],
  ["a unit reference in lower case", "reference: k5051933\n", "reference: K/505/1933\n"],
  ["a key in quotes", '"Aim": Learners find out.\n', "aim: Learners find out.\n"],
  ["GLH in capitals", "GLH: 3\n", "guidedLearningHours: 3\n"],
  ["one slip beside another that has no answer", "credits: four\nglh: 3\n", "credits: four\nguidedLearningHours: 3\n"],
  ["a hard word", 'aim: "Utilise it, prior to use"\n', 'aim: "Use it, before use"\n'],
  ["a hard word in a text over lines", "aim: |\n  Learners\n  utilise it.\n", "aim: |\n  Learners\n  use it.\n"],
  ["one slip behind another", "GLH: '3'\n", "guidedLearningHours: 3\n"],
];

/** Slips that have several answers, so that nobody may choose for the author. */
const open: readonly (readonly [about: string, written: string])[] = [
  ["a misspelt key", "credti: 4\n"],
  ["a misspelt word", "assessment: { methods: [observatoin] }\n"],
  ["a word for a key that means more than the key", "hours: 4\n"],
  ["a key beside its synonym", "credit: 4\ncredits: 4\n"],
  ["two keys on one line", "aim: Learners find out credit: 4\n"],
  ["two keys on one line, the first a number", "credit: 4 level: 2\n"],
  ["hard words over two lines", "aim: >-\n  Learners wash prior\n  to cooking.\n"],
  ["a hard word that an article goes before", "aim: Learners make an endeavour to bake.\n"],
  ["a hard word that an article goes behind", "aim: Learners bake for the majority of the day.\n"],
  ["a hard word that stands elsewhere than its plain one", "aim: Learners learn from the aforementioned tutor.\n"],
  ["a hard word before a form that another asks for", "aim: Learners bake with a view to selling.\n"],
  ["a colon at the end", "aim: Learners find out:\n"],
  ["a text that a mark cuts off", "aim: Use email # and phone\n"],
  ["a quotation mark that nothing closes", 'aim: "Learners find out\n'],
  ["the same item twice, with a comment", "retired:\n  - b\n  - b # why\n"],
  ["a tab of which nobody knows how wide it is", "assessment:\n  observation:\n\tsetting: workplace\n"],
];

const unit = "kind: unit\nid: a\ntitle: A\nlearningOutcomes: []\n";

test("no example is named that is not there", () => {
  const ids = explanations.map(({ id }) => id);
  expect(Object.keys(mended).filter((id) => !ids.includes(id))).toEqual([]);
});

test.each(explanations.filter(({ id }) => id !== "not-utf-8").map((one) => [one.id, one] as const))(
  "%s",
  async (id, one) => {
    const folder = emptyFolder();
    const parts = takeMarks(one.bad).text.split(/^# (\S+\.(?:yaml|csv))\n/mu);
    const [first = "", ...named] = parts;
    if (first !== "") writeInto(folder, { [`${/^id: (\S+)/mu.exec(first)?.[1] ?? "example"}.yaml`]: first });
    for (let at = 0; at < named.length; at += 2) writeInto(folder, { [named[at] ?? ""]: named[at + 1] ?? "" });
    const { fixed, files, checked } = await mendFolder(folder);
    const own = fixed.filter(({ rule }) => rule === id);
    expect(own.length > 0).toBe(mended[id] !== undefined);
    if (own.length === 0) return;
    expect(files.map(({ after }) => after).join("")).toContain(mended[id]);
    expect(checked.findings.some(({ rule }) => rule === id)).toBe(false);
  },
);

test.each(slips)("%s is mended, and nothing else", async (_, before, after) => {
  const folder = emptyFolder();
  writeInto(folder, { "a.yaml": unit + before });
  const { files } = await mendFolder(folder);
  expect(files.map((one) => one.after)).toEqual([unit + after]);
});

test.each(open)("%s is left to its author", async (_, written) => {
  const folder = emptyFolder();
  writeInto(folder, { "a.yaml": unit + written });
  expect((await checkFolder(folder)).findings).not.toEqual([]);
  expect((await mendFolder(folder)).files).toEqual([]);
});

test("a size that the title and the hours agree on is written, and a criterion in the third person becomes an order", async () => {
  const folder = emptyFolder();
  const text =
    'kind: qualification\nid: q\ntitle: EXA Level 3 Certificate in Baking\nsize: "award"\ntotalQualificationTime: 121\n';
  const about = `${unit.replace("[]\n", "")}\n  - { outcome: Know A, assessmentCriteria: [Explains how A works, Lists the parts of A] }\n`;
  writeInto(folder, { "q.yaml": text, "a.yaml": about });
  const { files } = await mendFolder(folder);
  expect(files.map(({ after }) => after).join("")).toContain("size: certificate\n");
  expect(files.map(({ after }) => after).join("")).toContain("[Explain how A works, List the parts of A]");

  writeInto(folder, { "q.yaml": text.replace("Certificate", "Diploma"), "a.yaml": unit });
  expect((await mendFolder(folder)).files).toEqual([]);
});

test("tabs alone become spaces, comments and texts stay", async () => {
  const folder = emptyFolder();
  const text =
    "kind: unit\nid: a\ntitle: A\nlearningOutcomes:\n\t# one\n\t- outcome: Know A # two\n\t\tassessmentCriteria:\n\t\t\t- State\ta tab\n";
  writeInto(folder, { "a.yaml": text });
  const { files } = await mendFolder(folder);
  expect(files[0]?.after).toContain(
    "  # one\n  - outcome: Know A # two\n    assessmentCriteria:\n      - State\ta tab\n",
  );
});

test("keys are written into every unit of a published qualification", async () => {
  const folder = emptyFolder();
  const units = readFileSync("test/fixes/published.yaml", "utf8")
    .split(/^# (\S+)\n/mu)
    .slice(1);
  const files = Object.fromEntries(units.flatMap((name, at) => (at % 2 === 0 ? [[name, units[at + 1] ?? ""]] : [])));
  writeInto(folder, files);
  const result = await mendFolder(folder);
  expect(result.fixed.map(({ rule }) => rule)).toEqual(["keys-written"]);
  expect(result.files.map(({ printed }) => printed)).toEqual(["a.yaml", "b.yaml", "q.yaml"]);
  expect(result.checked.findings.map(({ rule }) => rule)).not.toContain("keys-written");
  for (const { after, before } of result.files) {
    expect(JSON.stringify(parse(after)).replace(/,"key":"[a-z0-9-]+"/gu, "")).toContain('"title"');
    for (const comment of before.match(/#.*/gu) ?? []) expect(after).toContain(comment);
  }

  const one = await mendFolder(folder, ["q.yaml"]);
  expect(one.files).toEqual([]);
});
