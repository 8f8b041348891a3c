import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { writeInto } from "../check-folder.ts";
import { takeMarks } from "../marks.ts";
import { mendFolder } from "../mend-folder.ts";
import type { Mutation } from "../mutations/mutation.ts";
import { senseMutations } from "../mutations/sense.ts";
import { shapeMutations } from "../mutations/shape.ts";
import { syntaxMutations } from "../mutations/syntax.ts";

/**
 * The edits of the specifications that have one right answer, with what stands there then. What is not named here has
 * several: a fix for it has to be argued for.
 */
const mended: Readonly<Record<string, string>> = {
  // How a file is written
  "a colon and a space in a text": 'title: "Unit 1: Intro"\n',
  "a colon in curly quotes": 'title: "Unit 1: Intro"\n',
  "a colon in an item of a list of texts": '- "pay: and the minimum wage"\n',
  "no colon inside braces": "contact: { email: qualifications@example.org }\n",
  "no space after a colon": "kind: unit\n",
  "no space after a colon in an item": "- criterion: List the codes and",
  "a colon as wide as Chinese letters": "\ncredit: 2\n",
  "a text that begins in bold, as in Markdown": 'title: "**Understand** Own Role"\n',
  "a stray mark after a colon": "resources:\n",
  "a non-breaking space after a colon": "title: Understand Own Role\n",
  "a mark before a key": "  simulation: forbidden\n  requirements",
  "a quotation mark before a key": "owner: none\n",
  "no space after a dash": "- criterion: List the codes",
  "a bullet from a word processor for the dash of a list": "      - criterion: Describe the main duties",
  "a tab for the indentation": "    key: job-duties\n",
  "non-breaking spaces for the indentation": "    key: job-duties\n",
  "a tab after spaces": "    key: job-duties\n",
  "no space after a colon in braces": "{ email: qualifications@example.org }",
  "no colon before a bracket": "contact: { email: qualifications@example.org }",
  "no colon before a list inside braces": "methods: [reflective-account, professional-discussion, product]\n",
  "a key twice": "level: 2\ncredit: 2\n",

  "a text between the quotes of a word processor": 'requirementsBeforeAward: "A portfolio."\n',

  // Its shape
  "a key with a letter that nobody sees": "\nlevel: 2\n",
  "a kind in another case": "kind: unit\n",
  "a key in another case": "\nlevel: 2\n",
  "a key with an underscore": "\nguidedLearningHours: 16\n",
  glh: "\nguidedLearningHours: 16\n",
  tqt: "\ntotalQualificationTime: 360\n",
  credits: "\ncredit: 2\n",
  outcomes: "\nlearningOutcomes:\n",
  criteria: "\n    assessmentCriteria:\n      - criterion: Outline",
  "a number with a trailing nought": 'title: "1.10"\n',
  "a number with leading noughts": 'title: "007"\n',
  "a version as a number": 'version: "1.0"\nissued',
  "a number for a text, in a list": 'retired: ["101"]\n',
  "a number for a text, as hexadecimal": 'title: "0x1F"\n',
  "true for a text": 'title: "true"\n',
  "a number in quotes": "\ncredit: 2\n",
  "a number in quotes where words may stand": "\nlevel: 2\n",
  "a text for a list": "regulators: [ofqual]\n",
  "an alias of a wrong value": 'reference: &n "101"\nownerReference: *n\n',
  "a word in another case": "size: certificate\n",
  "a date without its noughts": "operationalStart: 2026-09-01,",
  "a version with a letter": 'version: "1.0"\nissued',
  "an id with capitals": "    key: job-duties\n",
  "an id with a space": "    key: job-duties\n",
  "an id with an underscore": "    key: job-duties\n",
  "an id with two hyphens together": "    key: job-duties\n",
  "an id as a key that is none": "prerequisites: { hort-project:",
  "a unit twice in one group": "units: [hort-safety, hort-soil] }",
  "a method twice": "  methods: [observation, witness",

  // What it says
  "curly quotes around a title": 'title: "Understand Own Role"\n',
  "a soft hyphen in a title": "title: Understand Own Role\n",
  "an order to write the other way round in a title": "title: Understand Own Role\n",
  "an escape of a bell in a title": 'title: "Understand Own Role"\n',
  "a broken unit in the qualification's file": "- id: dl2\n",
  "a qualification number without slashes": "number: 610/0088/7\nstatus",
  "a recognition number without RN": "recognitionNumber: RN5000 }",
  "another size than that of the hours": "size: certificate\n",
  "a hard word in a folded task": "Before each visit, write down",
  "a unit reference without slashes": "reference: K/505/1933\nowner",
  "a mapping to a version that another one replaces":
    "    key: job-duties\n    maps: { care-certificate-2025: [standard-1] }",
};

const rows = [...syntaxMutations, ...shapeMutations, ...senseMutations].filter(
  ({ encoding, file }) => encoding === undefined && file !== "qualspec.yaml",
);

test("no row is named that is not there", () => {
  const names = rows.map(({ about }) => about);
  expect(Object.keys(mended).filter((about) => !names.includes(about))).toEqual([]);
});

const folder = mkdtempSync(join(tmpdir(), "qualspec-fixes-"));
cpSync("specs", folder, { recursive: true });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(rows.map((one) => [one.about, one] as const))("%s", async (_, one) => {
  const path = join(folder, one.file);
  const before = readFileSync(path, "utf8");
  const files = Object.entries(one.files ?? {}).map(([name, marked]) => [name, takeMarks(marked).text] as const);
  try {
    writeFileSync(path, edited(one, before));
    writeInto(folder, Object.fromEntries(files));
    const expected = mended[one.about];
    const paths = files.length === 0 ? [one.file] : ["."];
    const result = await mendFolder(folder, paths);
    const made = result.files.map(({ printed, after }) => `${printed}\n${after}`).join("");
    if (expected === undefined) {
      expect(made).toBe("");
    } else {
      expect(made).toContain(expected);
      expect(new Set(result.fixed.map(({ rule }) => rule))).toEqual(new Set(one.rules));
      expect(result.files.map(({ printed }) => printed)).toEqual([one.file]);
      expect(result.checked.findings.filter(({ rule }) => one.rules.includes(rule))).toEqual([]);
    }
  } finally {
    writeFileSync(path, before);
    for (const [name] of files) rmSync(join(folder, name));
  }
});

function edited({ replace, nth = 1, by }: Mutation, text: string): string {
  const { text: written } = takeMarks(by);
  if (replace === null) return written;
  const parts = text.split(replace);
  return parts.slice(0, nth).join(replace) + written + parts.slice(nth).join(replace);
}
