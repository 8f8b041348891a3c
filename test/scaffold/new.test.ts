import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkFolder, type Files, writeInto } from "../check-folder.ts";
import { emptyFolder, runQualspec } from "../run-qualspec.ts";
import { beginIn, frameworkAnswers, qualificationAnswers, unitAnswers } from "./answer-questions.ts";

const unit = (id: string) => `kind: unit\nid: ${id}\ntitle: A\nlearningOutcomes: []\n`;
const qualification = (rules: string, more = "") =>
  `kind: qualification\nid: q\ntitle: Q\n${more}rulesOfCombination:\n  groups:\n${rules}`;
const oneGroup = qualification("    - { id: M, require: all, units: [a] } # all of them\n");
const workspace = "format: 1\n";

function folderWith(files: Files): string {
  const folder = emptyFolder();
  writeInto(folder, files);
  return folder;
}

test("a draft of each kind is laid out as fmt does it", async () => {
  const folder = folderWith({ "qualspec.yaml": workspace });
  await beginIn(folder, "unit", unitAnswers);
  await beginIn(folder, "qualification", { ...qualificationAnswers, regulator: "ofqual" });
  await beginIn(folder, "framework", frameworkAnswers);
  await beginIn(folder, "unit", { ...unitAnswers, id: "commas", title: "Kneading, shaping, [baking]" });
  expect(runQualspec(["fmt", "--check"], { cwd: folder })).toMatchObject({ code: 0, stderr: "" });
});

describe("a draft checks without errors, and what is left to say is all that is found", () => {
  const leftOpen = ["placeholder-left", "simulation-stated", "evidence-rule-stated"];
  const levels = ["entry-1", "entry-3", "1", "2", "4", "8"];

  test.each(levels)("a unit at level %s", async (level) => {
    const folder = folderWith({ "qualspec.yaml": workspace });
    expect((await beginIn(folder, "unit", { ...unitAnswers, level })).code).toBe(0);
    const { findings } = await checkFolder(folder);
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(findings.map(({ rule }) => rule).filter((rule) => !leftOpen.includes(rule))).toEqual([]);
    expect(readFileSync(join(folder, "units/bake-bread.yaml"), "utf8")).toMatch(/^# A draft: TBC/u);
  });

  test.each(["ofqual", "none"])("a qualification under the rules of %s", async (regulator) => {
    const folder = folderWith({ "qualspec.yaml": workspace });
    expect(await beginIn(folder, "qualification", { ...qualificationAnswers, regulator })).toMatchObject({ code: 0 });
    const { findings } = await checkFolder(folder);
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
    const open = new Set(findings.map(({ rule }) => rule));
    expect(["placeholder-left", "contact-named", "policies-named", "register-words"]).toEqual(
      expect.arrayContaining([...open]),
    );
    const text = readFileSync(join(folder, "qualifications/l2-baking-bread-cakes.yaml"), "utf8");
    expect(text).toContain('title: "Example Awards Level 2 Award in Baking: bread & cakes"');
    expect(text).toMatch(/^level: 2$/mu);
    expect(text).toMatch(/^credit: 4$/mu);
    expect(text).toMatch(/^size: award$/mu);
    expect(text).not.toMatch(/\$[a-z]/u);
  });

  test("a framework", async () => {
    const folder = folderWith({ "qualspec.yaml": workspace, "schemas/framework.schema.json": "{}" });
    expect(await beginIn(folder, "framework", frameworkAnswers)).toMatchObject({ code: 0 });
    expect((await checkFolder(folder)).findings).toEqual([]);
    const path = join(folder, "frameworks/baking-roles-2025.yaml");
    expect(readFileSync(path, "utf8").split("\n")[0]).toBe(
      "# yaml-language-server: $schema=../schemas/framework.schema.json",
    );
  });
});

describe("where the file goes", () => {
  const rows: readonly (readonly [about: string, files: Files, path: string])[] = [
    ["a folder without a workspace", { "q.yaml": oneGroup }, "bake-bread.yaml"],
    ["a workspace with nothing in it", { "qualspec.yaml": workspace }, "units/bake-bread.yaml"],
    ["a workspace without folders", { "qualspec.yaml": workspace, "q.yaml": oneGroup }, "bake-bread.yaml"],
    [
      "the folder with most units",
      { "qualspec.yaml": workspace, "b/a.yaml": unit("a"), "c/b.yaml": unit("b"), "c/c.yaml": unit("c") },
      "c/bake-bread.yaml",
    ],
    [
      "the folder that is named so",
      { "qualspec.yaml": "specs: [qualifications, my/units]\n", "qualifications/q.yaml": oneGroup, "my/units/x": "" },
      "my/units/bake-bread.yaml",
    ],
    [
      "a workspace that has no place for it",
      { "qualspec.yaml": "specs: [qualifications]\n", "qualifications/x": "" },
      "qualifications/bake-bread.yaml",
    ],
  ];
  test.each(rows)("%s", async (_, files, path) => {
    const folder = folderWith(files);
    expect(await beginIn(folder, "unit", unitAnswers)).toMatchObject({ code: 0 });
    expect(existsSync(join(folder, path))).toBe(true);
  });
});

interface Refused {
  readonly about: string;
  /** Besides answers that are in order. */
  readonly gives?: Readonly<Record<string, string | boolean>>;
  /** Beside the workspace file. */
  readonly files?: Files;
  readonly code?: number;
  readonly says: string;
}

describe("refused, with nothing written", () => {
  const retired = qualification("    - { id: M, require: all, units: [] }\n", "retired: [bake-bread]\n");
  const inline = `${qualification("    - { id: M, units: [bake-bread] }\n")}units:\n  - { id: bake-bread, title: A, learningOutcomes: [] }\n`;
  const twoGroups = qualification("    - { id: M, units: [] }\n    - { id: O, units: [] }\n");
  const aliased = qualification("    - { id: M, units: &u [a, b] }\n  corequisites: [*u]\n");
  const own = { "units/bake-bread.yaml": unit("bake-bread") };
  const rows: readonly Refused[] = [
    { about: "an empty answer", gives: { title: " " }, says: "`--title` is empty" },
    { about: "an answer to another kind", gives: { publisher: "A" }, says: "Unexpected `--publisher`, which a unit" },
    { about: "an id that is none", gives: { id: "Bad_id" }, says: "`--id`: Unexpected `Bad_id`" },
    { about: "an id of a device", gives: { id: "con" }, says: "`--id`: " },
    { about: "a level that is none", gives: { level: "9" }, says: "`--level`: Unexpected number `9`" },
    { about: "hours in parts", gives: { totalHours: "20.5", credit: "2" }, says: "`--total-hours`: Unexpected" },
    { about: "a method that is none", gives: { methods: "observation, magic" }, says: "`--methods`: Unknown" },
    { about: "a file that is there", files: own, code: 3, says: "units/bake-bread.yaml is there already" },
    {
      about: "the id of another",
      files: { "units/other.yaml": unit("Bake-Bread") },
      says: "which `units/other.yaml` has already",
    },
    { about: "the id of a unit in a qualification", files: { "q.yaml": inline }, says: "which `q.yaml` has already" },
    {
      about: "the id of a unit in a broken qualification",
      files: { "q.yaml": inline.replace("title: Q", "level: x") },
      says: "which `q.yaml` has already",
    },
    { about: "an id that is retired", files: { "q.yaml": retired }, says: "which is retired in `q.yaml`" },
    { about: "a qualification that is none", gives: { in: "p" }, says: "Unknown qualification `p`; expected `q`" },
    {
      about: "a group that is none",
      gives: { in: "q", group: "X" },
      says: "Unknown group `X` of `q.yaml`; expected `M`",
    },
    { about: "a group without a qualification", gives: { group: "M" }, says: "Unexpected `--group` without `--in`" },
    { about: "a folder that nobody reads", gives: { folder: ".hidden" }, says: "whose files would not be read" },
    { about: "a folder outside", gives: { folder: ".." }, says: "whose files would not be read" },
    { about: "one group of several", gives: { in: "q" }, files: { "q.yaml": twoGroups }, says: "Missing `--group`" },
    {
      about: "a list said elsewhere",
      gives: { in: "q" },
      files: { "q.yaml": aliased },
      says: "written in a rare way",
    },
    {
      about: "a broken qualification",
      gives: { in: "q" },
      files: { "q.yaml": "kind: qualification\nid: q\nlevel: x\n" },
      says: "mend first",
    },
    {
      about: "no groups",
      gives: { in: "q" },
      files: { "q.yaml": "kind: qualification\nid: q\ntitle: Q\n" },
      says: "No group of units",
    },
  ];
  test.each(rows)("$about", async ({ gives, code = 2, says, files = { "q.yaml": oneGroup } }) => {
    const folder = folderWith({ "qualspec.yaml": workspace, ...files });
    const before = readdirSync(folder, { recursive: true }).length;
    const begun = await beginIn(folder, "unit", { ...unitAnswers, ...gives });
    expect(begun.said.join("\n")).toContain(says);
    expect(begun.code).toBe(code);
    expect(readdirSync(folder, { recursive: true })).toHaveLength(before);
  });

  test("all that is wrong or missing is told at once", async () => {
    const folder = folderWith({ "q.yaml": oneGroup });
    const slips = { title: "\u65e5\u672c", publisher: "A", level: "9", totalHours: "25", in: "p", methods: "magic" };
    const { said, code } = await beginIn(folder, "unit", slips);
    expect(code).toBe(2);
    expect(said.join("\n").split("\n")).toEqual([
      "Unexpected `--publisher`, which a unit does not have; leave it out",
      expect.stringMatching(/^`--level`: Unexpected number `9`/u),
      expect.stringMatching(/^`--methods`: Unknown assessment method `magic`/u),
      "Unknown qualification `p`; expected `q`",
      expect.stringMatching(/^Missing `--id`, `--guided-hours` and `--credit`, expected an answer after each/u),
    ]);
    expect(said.join()).toContain("No id can be made of the title `\u65e5\u672c`");
    const { methods: _methods, ...others } = unitAnswers;
    const device = await beginIn(folder, "unit", { ...unitAnswers, title: "con" });
    expect(device.said.join()).toMatch(/^Missing `--id`, .*No id can be made of the title `con`: /u);
    const one = await beginIn(folder, "unit", { ...others, title: "\u00dcbung" });
    expect(one.said.join()).toMatch(/^Missing `--methods`, expected an answer after it, .* says what it is, /u);
    expect(readdirSync(folder)).toEqual(["q.yaml"]);
  });

  test("nothing answered, another kind, and a broken workspace", async () => {
    const nothing = await beginIn(emptyFolder(), "unit", {});
    expect(nothing.said).toHaveLength(1);
    expect(nothing.said[0]).toContain(
      "Missing `--title`, `--level`, `--total-hours`, `--guided-hours` and `--methods`, expected",
    );
    expect((await beginIn(emptyFolder(), "units", {})).said).toEqual(["Unknown kind `units`; did you mean `unit`?"]);
    expect((await beginIn(emptyFolder(), "qualification", { in: "q" })).code).toBe(2);
    const broken = folderWith({ "qualspec.yaml": "spec: [.]\n" });
    expect((await beginIn(broken, "unit", unitAnswers)).said.join()).toContain("qualspec.yaml is not in order");
  });
});

test("with --force a file is overwritten, and with --dry-run nothing is written", async () => {
  const folder = folderWith({
    "qualspec.yaml": workspace,
    "units/bake-bread.yaml": unit("bake-bread"),
    "q.yaml": oneGroup,
  });
  const dry = await beginIn(folder, "unit", { ...unitAnswers, force: true, dryRun: true, in: "q" });
  expect(dry.stdout).toContain("\nid: bake-bread\n");
  expect(dry.said.join("")).toContain("+    - { id: M, require: all, units: [a, bake-bread] } # all of them");
  expect(readFileSync(join(folder, "units/bake-bread.yaml"), "utf8")).toBe(unit("bake-bread"));
  await beginIn(folder, "unit", { ...unitAnswers, force: true });
  expect(readFileSync(join(folder, "units/bake-bread.yaml"), "utf8")).toBe(dry.stdout);
});

describe("a unit is added to a group as that is written", () => {
  const rows: readonly (readonly [before: string, after: string])[] = [
    ["- { id: M, units: [] }", "- { id: M, units: [bake-bread] }"],
    [
      "- { id: M, title: A, require: any } # none yet",
      "- { id: M, title: A, require: any, units: [bake-bread] } # none yet",
    ],
    [
      "- id: M\n      units: [a,\n        b # the second\n      ]",
      "- id: M\n      units: [a,\n        b, bake-bread # the second\n      ]",
    ],
    [
      "- id: M\n      units:\n        - a # first\n        # then\n        - b # last",
      "- id: M\n      units:\n        - a # first\n        # then\n        - b # last\n        - bake-bread",
    ],
    ["- id: M\n      # nothing\n      title: A", "- id: M\n      # nothing\n      title: A\n      units: [bake-bread]"],
  ];
  test.each(rows)("%s", async (before, after) => {
    const text = (rules: string) => `\ufeff${qualification(`    ${rules}\n`).replaceAll("\n", "\r\n")}`;
    const folder = folderWith({ "q.yaml": text(before) });
    expect(await beginIn(folder, "unit", { ...unitAnswers, in: "q" })).toMatchObject({ code: 0 });
    expect(readFileSync(join(folder, "q.yaml"), "utf8")).toBe(text(after));
  });
});
