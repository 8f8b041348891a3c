import { expect, test } from "vitest";
import { checkFolder, writeInto } from "../check-folder.ts";
import { mendFolder } from "../mend-folder.ts";
import { emptyFolder } from "../run-qualspec.ts";

const unit = (lines: string) => `kind: unit\nid: a\n${lines}learningOutcomes: []\n`;
const qualification = (lines: string, units = "a, b") =>
  `kind: qualification\nid: q\ntitle: Q\nregulators: none\n${lines}rulesOfCombination:\n  groups:\n    - { id: O, require: { units: { min: 1 } }, units: [${units}] }\n`;

async function play(files: Readonly<Record<string, string>>) {
  const folder = emptyFolder();
  writeInto(folder, files);
  const { findings } = await checkFolder(folder);
  const mended = await mendFolder(folder);
  return { messages: findings.map(({ message }) => message).join("\n"), after: mended.files.map(({ after }) => after) };
}

/** What word processors leave around and inside values, and the value without it. */
const copied: readonly (readonly [about: string, written: string, says: string, mended: string])[] = [
  ["curly quotes around a number", "title: A\nlevel: “3”\n", "curly quotes", "title: A\nlevel: 3\n"],
  ["two closing quotes", "title: A\ncredit: ”18”\n", "curly quotes", "title: A\ncredit: 18\n"],
  ["curly quotes around a title", "title: “Bake bread”\n", "curly quotes", 'title: "Bake bread"\n'],
  ["curly quotes around a colon", "title: ‘Bake: bread’\n", '`"Bake: bread"`', 'title: "Bake: bread"\n'],
  ["curly quotes inside curly quotes", "title: ‘Bake “bread”’\n", "curly quotes", 'title: "Bake “bread”"\n'],
  ["a zero-width space", "title: Bake\u200b bread\n", "zero-width space", "title: Bake bread\n"],
  ["a soft hyphen", "title: Sour\u00addough\n", "soft hyphen", "title: Sourdough\n"],
  [
    "a non-breaking space at the end of a text",
    "title: Bread\u00a0\n",
    "non-breaking space at the end",
    "title: Bread\n",
  ],
  ["one at the end of a text in quotes", 'title: "Bread\u00a0"\n', "non-breaking space at the end", 'title: "Bread"\n'],
  ["a control character", "title: Bake\u0007 bread\n", "control character `U+0007`", "title: Bake bread\n"],
  ["one as an escape", 'title: "Bake\\u0007\\x1b\\a bread"\n', "control character `U+0007`", 'title: "Bake bread"\n'],
  ["where Word ends a line", 'title: "Bake\\vbread\u0085"\n', "control character `U+000B`", 'title: "Bake bread "\n'],
  ["one of the second kind", "title: Bake\u0090 bread\n", "control character `U+0090`", "title: Bake bread\n"],
  ["one at the end of a number", "title: A\nlevel: 3\u00a0\n", "non-breaking space at the end", "title: A\nlevel: 3\n"],
];

test.each(copied)("%s", async (_, written, says, mended) => {
  const { messages, after } = await play({ "a.yaml": unit(written) });
  expect(messages).toContain(says);
  expect(after).toEqual([unit(mended)]);
});

test.each([
  ["a non-breaking space inside a text", "title: Bake 3\u00a0kg of bread\n"],
  ["curly quotes around a part", "title: “Rye” and “wheat”\n"],
  ["a backslash between single quotes", "title: 'Bake \\u0007 bread'\n"],
  ["a tab, a line end and a smile as escapes", 'aim: "Bake\\tit\\n\\ud83d\\ude00"\ntitle: A\n'],
  ["a zero-width space between words of Thai", "title: ขนม\u200bปัง\n"],
])("%s is meant", async (_, written) => {
  const { messages, after } = await play({ "a.yaml": unit(written) });
  expect(messages).not.toMatch(/nobody sees|curly|control/u);
  expect(after).toEqual([]);
});

test("a version in curly quotes", async () => {
  const { messages, after } = await play({ "q.yaml": qualification("version: “0.1”\n") });
  expect(messages).toContain('write `"0.1"`');
  expect(after).toEqual([qualification('version: "0.1"\n')]);
});

const bread = { "bread.yaml": "kind: unit\nid: bread\ntitle: Bake bread\nlearningOutcomes: []\n" };
const pies = { "meat-pies.yaml": "kind: unit\nid: meat-pies\ntitle: Bake pies\nlearningOutcomes: []\n" };

/** What people write for the id of a unit. */
test.each([
  ["Bake bread, meat-pies", "expected the id of the unit; did you mean `bread`?", "bread, meat-pies"],
  ["units/bread.yaml, meat-pies", "write `bread`", "bread, meat-pies"],
  ["bread.yaml, meat-pies", "write `bread`", "bread, meat-pies"],
  ["bread, meat–pies", "write `meat-pies`", "bread, meat-pies"],
  ["bread, meat\u2011pies", "write `meat-pies`", "bread, meat-pies"],
  ["bread\u200b, meat-pies", "zero-width space", "bread, meat-pies"],
  ["Bake some bread, meat-pies", "write the id of the unit, as in its file, in place of its title", null],
  ["bread meat-pies", "put a comma between two", null],
])("units: [%s]", async (written, says, mended) => {
  const { messages, after } = await play({ "q.yaml": qualification("", written), ...bread, ...pies });
  expect(messages).toContain(says);
  expect(after).toEqual(mended === null ? [] : [qualification("", mended)]);
});

test("a file whose name can be no id is to be renamed", async () => {
  const { messages } = await play({ "Unit 4 Bread.yaml": bread["bread.yaml"] });
  expect(messages).toContain("Unexpected id `bread` in the file `Unit 4 Bread.yaml`");
  expect(messages).toContain("rename the file to `bread.yaml`");
  expect(messages).not.toContain("unit 4 bread");
});

const groups = (more: string, pathways = "") =>
  `kind: qualification\nid: q\ntitle: Q\nrulesOfCombination:\n  groups:\n    - { id: M, require: all, units: [a] }\n    - { id: O, require: { units: { min: 1 } }, units: [a, b, c] }\n${more}${pathways}units:\n${["a", "b", "c"].map((id) => `  - { id: ${id}, title: ${id}, learningOutcomes: [] }\n`).join("")}`;

test.each([
  ["in a mandatory and an optional group", groups(""), true],
  ["in two groups of one pathway", groups("  pathways: [{ id: P, groups: [M, O] }]\n"), true],
  ["in groups of two pathways", groups("  pathways: [{ id: P, groups: [M] }, { id: R, groups: [O] }]\n"), false],
  ["with an equivalent", groups("  equivalent: [[a, b]]\n"), false],
  ["in two optional groups", groups("").replace("require: all", "require: any"), false],
])("a unit %s", async (_, text, isFound) => {
  const { messages } = await play({ "q.yaml": text });
  expect(messages.includes("expected it once: group `M` asks everybody for it")).toBe(isFound);
});
