import { expect, test } from "vitest";
import { checkFolder, writeInto } from "../check-folder.ts";
import { mendFolder } from "../mend-folder.ts";
import { emptyFolder } from "../run-qualspec.ts";

const qualification = (require: string, title = "Optional units", more = "") =>
  `kind: qualification\nid: q\ntitle: Q\n${more}rulesOfCombination:\n  groups:\n    - { id: O, title: ${title}${require}, units: [a, b] }\nunits:\n  - { id: a, title: A, learningOutcomes: [] }\n  - { id: b, title: B, learningOutcomes: [] }\n`;

async function play(text: string) {
  const folder = emptyFolder();
  writeInto(folder, { "q.yaml": text });
  return { findings: (await checkFolder(folder)).findings, files: (await mendFolder(folder)).files };
}

const least = "write `require: { units: { min: 1 } }`";

/** What people write for how much of a group is to be taken, and what `--fix` makes of it where it says a minimum. */
const amounts: readonly (readonly [written: string, says: string, mended: string | null])[] = [
  ["choose: 1", `${least}, with \`max: 1\` beside it if no more may be taken`, null],
  ["minimum: 1", least, "require: { units: { min: 1 } }"],
  ["min: 1", least, "require: { units: { min: 1 } }"],
  ["minCredit: 6", "write `require: { credit: { min: 6 } }`", "require: { credit: { min: 6 } }"],
  ["min: 6", "write `require: { units: { min: 6 } }`", null],
  ["maximum: 1", "write `require: { units: { max: 1 } }`", null],
  ["credits: 6", "write `require: { credit: { min: 6 } }`", null],
  ["require: 1", least, null],
  ["require: one", least, null],
  ["require: two units", "write `require: { units: { min: 2 } }`", null],
  ["require: optional", least, null],
  ["require: { units: 1 }", least, null],
  ["require: { units: '1' }", least, null],
  ["require: { credits: 6 }", "write `require: { credit: { min: 6 } }`", null],
  ["require: { min: 1 }", least, "require: { units: { min: 1 } }"],
  ["require: { units: { minimum: 1 } }", "expected `min`; rename it", "require: { units: { min: 1 } }"],
  ["require: any, min: 1", "say it in `require:`, such as `require: { units: { min: 1 } }`", null],
];

test.each(amounts)("`%s` in a group", async (written, says, mended) => {
  const { findings, files } = await play(qualification(`, ${written}`));
  expect(findings[0]?.message).toContain(says);
  expect(files.map(({ after }) => after)).toEqual(mended === null ? [] : [qualification(`, ${mended}`)]);
});

test("a number in a constraint is a least or a most", async () => {
  const text = qualification(", require: any").replace("  groups:", "  constraints: [{ credit: 12 }]\n  groups:");
  const { findings } = await play(text);
  expect(findings[0]?.message).toContain("write `credit: { min: 12 }`, with `max: 12` beside it");
});

test.each([
  ["", "Optional units", "", true],
  ["", "Electives", "", true],
  [", require: all", "Optional units", "", true],
  [", require: { units: { min: 2 } }", "Optional units", "", true],
  ["", "Unedau dewisol", "language: cy\n", true],
  [", require: any", "Optional units", "", false],
  [", require: { units: { min: 1 } }", "Optional units", "", false],
  ["", "Mandatory units", "", false],
  ["", "Mandatory units of the optional pathway", "", false],
  ["", "Unidades opcionales", "language: es\n", false],
])("a group with `%s` called %s %s", async (require, title, more, isFound) => {
  const { findings } = await play(qualification(require, title, more));
  expect(findings.some(({ rule }) => rule === "optional-group-chosen")).toBe(isFound);
});
