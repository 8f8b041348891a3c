import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Io } from "../../src/cli/io.ts";
import { runCommandLine } from "../../src/commands/command-line.ts";
import { type Files, ioIn, writeInto } from "../check-folder.ts";
import { type Choose, chooser } from "../fuzz/random.ts";
import { emptyFolder } from "../run-qualspec.ts";

const writing = ["--write-waivers", "--until", "2026-12-31"];

async function checked(cwd: string, ...args: readonly string[]) {
  let stdout = "";
  let stderr = "";
  const output = { isTerminal: false, columns: 80 };
  const io: Io = {
    ...ioIn(cwd),
    out: { ...output, write: (text) => (stdout += text) },
    err: { ...output, write: (text) => (stderr += text) },
  };
  const code = await runCommandLine(["check", ...args, "--format", "json"], io, "0.0.0");
  const report = JSON.parse(stdout) as {
    readonly findings: readonly { file: string; rule: string; line: number }[];
    readonly error: { message: string } | null;
    readonly written?: { files: readonly unknown[]; left: readonly { path: string; why: string }[] };
  };
  return { ...report, found: report.findings.map(({ file, rule }) => `${file} ${rule}`), stderr, code };
}

function folderOf(files: Files): string {
  const folder = emptyFolder();
  writeInto(folder, files);
  return folder;
}

const textIn = (folder: string, file: string) => readFileSync(join(folder, file), "utf8");

const facts =
  "level: 2\ncredit: none\nguidedLearningHours: 10\naim: Learners find out.\nassessment: { methods: [product] }\n";
const rest = `${facts}learningOutcomes:\n  - outcome: Know A\n    assessmentCriteria: [State A]\n`;
const head = "kind: unit\nid: a\ntitle: A\n";
/** What the only finding of such a unit is answered with: its reference is missing. */
const answer = /rule: unit-facts-stated,? *(?:\n +)?content: "[0-9a-f]{8}"/u;
const lines = (margin: string) =>
  `${margin}- rule: unit-facts-stated\n${margin}  content: "#"\n${margin}  reason: Accepted when the checks were introduced\n${margin}  until: 2026-12-31\n`;
const braces =
  '{ rule: unit-facts-stated, content: "#", reason: Accepted when the checks were introduced, until: 2026-12-31 }';
const old = "rule: id-unique, reason: Old, until: 2026-05-05";

describe("a new waiver", () => {
  test.each<[about: string, before: string, after: string]>([
    ["stands at the end", `${head}${rest}`, `${head}${rest}waivers:\n${lines("  ")}`],
    [
      "stands at the end of a file without a last line end",
      `${head}${rest}`.trimEnd(),
      `${head}${rest}waivers:\n${lines("  ")}`.trimEnd(),
    ],
    ["stands at the end, before comments", `${head}${rest}# end\n`, `${head}${rest}waivers:\n${lines("  ")}# end\n`],
    [
      "stands behind a comment beside the last value",
      `${head}${rest.trimEnd()}  # why\n`,
      `${head}${rest.trimEnd()}  # why\nwaivers:\n${lines("  ")}`,
    ],
    [
      "stands before retired ids and their comment",
      `${head}${rest}# gone\nretired: [b]\n`,
      `${head}${rest}waivers:\n${lines("  ")}# gone\nretired: [b]\n`,
    ],
    [
      "stands behind a text over several lines",
      `${head}${rest}notice: |\n  One\n  # two\n`,
      `${head}${rest}notice: |\n  One\n  # two\nwaivers:\n${lines("  ")}`,
    ],
    [
      "stands behind one with lines kept",
      `${head}${rest}notice: |+\n  One\n\n\nretired: []\n`,
      `${head}${rest}notice: |+\n  One\n\n\nwaivers:\n${lines("  ")}retired: []\n`,
    ],
    ["takes the place of an empty list", `${head}waivers: []\n${rest}`, `${head}waivers:\n${lines("  ")}${rest}`],
    [
      "takes the place of an empty list, but for its comment",
      `${head}waivers: []  # none\n${rest}`,
      `${head}waivers:   # none\n${lines("  ")}${rest}`,
    ],
    [
      "goes on with a list",
      `${head}waivers:\n  - ${old.replaceAll(", ", "\n    ")}  # x\n# y\n${rest}`,
      `${head}waivers:\n  - ${old.replaceAll(", ", "\n    ")}  # x\n${lines("  ")}# y\n${rest}`,
    ],
    [
      "goes on with a list that is not indented",
      `${head}waivers:\n- ${old.replaceAll(", ", "\n  ")}\n${rest}`,
      `${head}waivers:\n- ${old.replaceAll(", ", "\n  ")}\n${lines("")}${rest}`,
    ],
    [
      "goes on with a list whose last reason is long",
      `${head}waivers:\n  - rule: id-unique\n    until: 2026-05-05\n    reason: >-\n      Old\n      one\n${rest}`,
      `${head}waivers:\n  - rule: id-unique\n    until: 2026-05-05\n    reason: >-\n      Old\n      one\n${lines("  ")}${rest}`,
    ],
    [
      "goes on with braces",
      `${head}waivers:\n  - { ${old} } # x\n${rest}`,
      `${head}waivers:\n  - { ${old} } # x\n  - ${braces}\n${rest}`,
    ],
    [
      "goes on with brackets",
      `${head}waivers: [{ ${old} }] # x\n${rest}`,
      `${head}waivers: [{ ${old} }, ${braces}] # x\n${rest}`,
    ],
    [
      "goes on with brackets over lines",
      `${head}waivers: [\n  { ${old} },\n]\n${rest}`,
      `${head}waivers: [\n  { ${old} },\n  ${braces},\n]\n${rest}`,
    ],
    [
      "goes into a file in braces",
      `{ ${`${head}${facts}`.trimEnd().replaceAll("\n", ", ")}, learningOutcomes: [{ outcome: Know A, assessmentCriteria: [State A] }] }\n`,
      `{ ${`${head}${facts}`.trimEnd().replaceAll("\n", ", ")}, learningOutcomes: [{ outcome: Know A, assessmentCriteria: [State A] }], waivers: [${braces}] }\n`,
    ],
    [
      "goes into an indented file",
      `${head}${rest}`.replace(/^/gmu, "  ").trimEnd(),
      `${`${head}${rest}`.replace(/^/gmu, "  ").trimEnd()}\n  waivers:\n${lines("    ")}`.trimEnd(),
    ],
  ])("%s", async (_, before, after) => {
    for (const [from, to] of [
      [before, after],
      [`\ufeff${before}`.replaceAll("\n", "\r\n"), `\ufeff${after}`.replaceAll("\n", "\r\n")],
    ] as const) {
      const folder = folderOf({ "a.yaml": from });
      const { written } = await checked(folder, ...writing);
      expect(written?.left).toEqual([]);
      expect(textIn(folder, "a.yaml").replace(/(?<=content: ")[0-9a-f]{8}/u, "#")).toBe(to);
      expect(textIn(folder, "a.yaml").replaceAll("\r", "")).toMatch(answer);
      expect((await checked(folder)).found.filter((one) => !one.endsWith("waiver-unmatched"))).toEqual([]);
    }
  });

  test("says what it is told to, and in the house's words", async () => {
    const folder = folderOf({ "a.yaml": `${head}${rest}` });
    await checked(folder, ...writing, "--reason", 'Agreed: "for now"');
    expect(textIn(folder, "a.yaml")).toContain('reason: "Agreed: \\"for now\\""\n');
    const house = folderOf({
      "a.yaml": `${head}${rest}`,
      "qualspec.yaml": "house: { terms: { waiver.reason: Derbyniwyd } }\n",
    });
    await checked(house, ...writing);
    expect(textIn(house, "a.yaml")).toContain("reason: Derbyniwyd\n");
  });
});

test("waivers of a unit in its qualification's file stand in that file's list", async () => {
  const unit = `${head}${rest}`
    .replace("kind: unit\n", "")
    .trimEnd()
    .replace(/^/gmu, "    ")
    .replace("    id", "  - id");
  const text = `kind: qualification\nid: q\ntitle: Q\nregulators: none\nlevel: 2\nunits:\n${unit}\n`;
  const folder = folderOf({ "q.yaml": text });
  expect((await checked(folder, ...writing)).code).toBe(0);
  expect(textIn(folder, "q.yaml")).toContain("level: 2\nwaivers:\n  - rule: unit-facts-stated\n    at: a\n");
  expect((await checked(folder)).found).toEqual([]);
});

test("what cannot be waived is left, and said", async () => {
  const folder = folderOf({
    "a.yaml": `${head}${rest}`,
    "b.yaml": "kind: unit\nid: b\ntitle: B: C\n",
    "qualspec.yaml": "rules: { unit-usd: off }\n",
  });
  const { found, code } = await checked(folder, ...writing);
  expect(found).toEqual(["b.yaml unquoted-colon", "qualspec.yaml unknown-rule"]);
  expect(code).toBe(1);
  expect(textIn(folder, "b.yaml")).toBe("kind: unit\nid: b\ntitle: B: C\n");
});

test("a link is left as it is, and said", async () => {
  const folder = folderOf({ "a.txt": `${head}${rest}` });
  symlinkSync(join(folder, "a.txt"), join(folder, "a.yaml"));
  const { written, found } = await checked(folder, ...writing);
  expect(written?.left.map(({ path }) => path)).toEqual(["a.yaml"]);
  expect(found).toEqual(["a.yaml unit-facts-stated"]);
});

test("a second time nothing is left to write", async () => {
  const folder = folderOf({ "a.yaml": `${head}${rest}` });
  await checked(folder, ...writing);
  const before = textIn(folder, "a.yaml");
  expect((await checked(folder, ...writing)).written?.files).toEqual([]);
  expect(textIn(folder, "a.yaml")).toBe(before);
});

test.each<[about: string, args: readonly string[], says: string]>([
  ["no day", ["--write-waivers"], "Missing `--until`"],
  ["a day that there is not", ["--write-waivers", "--until", "2026-02-30"], "expected a day of the calendar"],
  ["words for a day", ["--write-waivers", "--until", "tomorrow"], "expected a day of the calendar"],
  ["a day that is over", ["--write-waivers", "--until", "2026-03-31"], "expected `2026-04-01` or a later day"],
  ["an empty reason", [...writing, "--reason", " "], "empty `--reason`"],
  ["a day alone", ["--until", "2026-12-31"], "Unexpected `--until` without `--write-waivers`"],
  ["a reason alone", ["--reason", "Agreed"], "Unexpected `--reason` without `--write-waivers`"],
  ["standard input", ["-", ...writing], "standard input cannot be written back"],
  ["a day today that is none", ["--today", "now"], "after `--today`"],
  ["a limit that is no number", ["--max-warnings", "many"], "expected a whole number"],
])("it is called wrongly with %s", async (_, args, says) => {
  const folder = folderOf({ "a.yaml": `${head}${rest}` });
  const { error, code } = await checked(folder, ...args);
  expect(error?.message).toContain(says);
  expect(code).toBe(2);
  expect(textIn(folder, "a.yaml")).toBe(`${head}${rest}`);
});

describe("after waivers for everything only what is new is found", () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])("seed %i", async (seed) => {
    const choose = chooser(seed);
    const files = Object.fromEntries(
      specs.map((name) => [name, broken(readFileSync(join("specs", name), "utf8"), choose)]),
    );
    const folder = folderOf(files);
    const before = await checked(folder);
    await checked(folder, ...writing);
    expect(
      (await checked(folder)).found.filter(
        (one) => /^\S+ (?:waiver-|criterion|unit|hours|credit)/u.test(one) && !isGate(one),
      ),
    ).toEqual([]);
    expect(before.findings.length).toBeGreaterThan(0);
    for (const [name, text] of Object.entries(files)) {
      const now = textIn(folder, name);
      const kept = text.split("\n").filter((line) => line.includes("#") || /^ *- /u.test(line));
      for (const line of kept) if (line.trim() !== "waivers: []") expect(now).toContain(line);
    }
    const name = "units/hort-soil.yaml";
    const added = "learningOutcomes:\n  - outcome: Know something else\n    key: something-else\n";
    writeInto(folder, { [name]: textIn(folder, name).replace(/^learningOutcomes:\n/mu, added) });
    const after = (await checked(folder)).found.filter((one) => !isGate(one));
    expect(after).toEqual([`${name} outcome-has-criteria`]);
  });
});

const specs = [
  "qualifications/l3-community-horticulture.yaml",
  ...["safety", "soil", "planting", "propagate", "nursery", "plant-health", "volunteers", "project"].map(
    (id) => `units/hort-${id}.yaml`,
  ),
].filter((name) => existsSync(join("specs", name)));

/** Slips that leave the shape as it is. */
function broken(text: string, choose: Choose): string {
  const slips: readonly ((line: string) => string)[] = [
    (line) =>
      line.replace(
        /^(level|guidedLearningHours|totalUnitTime|credit): .*/u,
        (_, key: string) => `${key}: ${1 + choose(8)}  # a slip`,
      ),
    (line) => line.replace(/^( +- )(?:State|Explain|Describe|Identify|Outline)\b/u, "$1Know"),
    (line) => (/^(?:reference|aim: [^>|].*)/u.test(line) ? `# ${line}` : line),
  ];
  return text
    .split("\n")
    .map((line) => (choose(3) === 0 ? (slips[choose(slips.length)]?.(line) ?? line) : line))
    .join("\n");
}

function isGate(one: string): boolean {
  return /(?:wrong-type|indentation|out-of-range|yaml-syntax|missing-key|unquoted-\S+)$/u.test(one);
}
