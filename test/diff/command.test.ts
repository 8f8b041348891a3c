import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Io } from "../../src/cli/io.ts";
import { runCommandLine } from "../../src/commands/command-line.ts";
import { SourceFile } from "../../src/diagnostics/source-file.ts";
import { parse } from "../../src/source/parse.ts";
import { ioIn, writeInto } from "../check-folder.ts";
import { git } from "../git/repository.ts";
import { emptyFolder, environment } from "../run-qualspec.ts";

const unit = (id: string, criterion: string, more = "") => `kind: unit
id: ${id}
title: Unit ${id}
level: 2
credit: 4
ownerReference: ${id.toUpperCase()}-1
learningOutcomes:
  - outcome: Know about ${id}
    assessmentCriteria:
      - criterion: ${criterion}
        key: first
        guidance: Only for assessors.
${more}`;
const qualification = (version: string, more = "") =>
  `kind: qualification\nid: q\ntitle: Certificate\nversion: "${version}"\nissued: 2026-05-01\ndates: { operationalStart: 2026-09-01 }\nregulators: none\nrulesOfCombination:\n  groups:\n    - { id: M, title: Units, require: all, units: [a] }\n${more}`;
const files = {
  "q.yaml": qualification("1.0"),
  "units/a.yaml": unit("a", "Describe how salt slows yeast"),
};

/** A repository with the specifications in `below` under its root, tagged `before`. @returns the folder of the specifications */
function repository(below = "."): string {
  const root = emptyFolder();
  const folder = join(root, below);
  mkdirSync(folder, { recursive: true });
  git(root, "init", "-q");
  writeInto(folder, files);
  git(root, "add", "-A");
  git(root, "commit", "-q", "-m", "A step");
  git(root, "tag", "before");
  return folder;
}

async function run(cwd: string, ...args: readonly string[]) {
  let [stdout, stderr] = ["", ""];
  const output = { isTerminal: false, columns: 80 };
  const io: Io = {
    ...ioIn(cwd),
    env: environment(),
    out: { ...output, write: (text) => (stdout += text) },
    err: { ...output, write: (text) => (stderr += text) },
  };
  const code = await runCommandLine(["diff", ...args], io, "0.0.0");
  return { stdout, stderr, code };
}

interface Report {
  readonly error: { readonly message: string; readonly exitCode: number } | null;
  readonly findings: readonly { readonly file: string; readonly rule: string }[];
  readonly recommendedVersion: string | null;
  readonly changes: readonly { readonly change: string; readonly of: string; readonly class: string }[];
}

async function compared(cwd: string, ...args: readonly string[]) {
  const { stdout, code } = await run(cwd, ...args, "--format", "json");
  const report = JSON.parse(stdout) as Report;
  return {
    ...report,
    code,
    brief: report.changes.map(({ of, change, class: touched }) => `${of} ${change} ${touched}`),
  };
}

const reworded = ["criterion reworded learners"];
const changeUnit = (folder: string) => writeInto(folder, { "units/a.yaml": unit("a", "Explain how salt slows yeast") });

describe("sides of a git repository", () => {
  test.each<[about: string, below: string, args: readonly string[]]>([
    ["the workspace since a tag", ".", ["--since", "before"]],
    ["a folder since a tag", "specs", ["--since", "before", "units"]],
    ["a revision and a folder", "specs", ["before:specs", "."]],
    ["a revision, from where the user is", "specs", ["before:./", "."]],
    ["a revision, from where the user is, without a dot", "specs", ["before:units", "units"]],
    ["the whole of a revision", "specs", ["HEAD:", "."]],
    ["one file of a revision", "specs", ["HEAD:specs/units/a.yaml", "units/a.yaml"]],
  ])("%s", async (_, below, args) => {
    const folder = repository(below);
    changeUnit(folder);
    const { brief, error, code } = await compared(folder, ...args);
    expect({ brief, error, code }).toEqual({ brief: reworded, error: null, code: 0 });
  });

  test("two revisions, whatever is on the disk", async () => {
    const folder = repository("specs");
    changeUnit(folder);
    git(folder, "commit", "-q", "-a", "-m", "Another");
    rmSync(join(folder, "units"), { recursive: true });
    writeFileSync(join(folder, "q.yaml"), "nothing");
    expect((await compared(folder, "before:specs", "HEAD:specs")).brief).toEqual(reworded);
  });

  test("since a time before there was anything, everything is new", async () => {
    const folder = repository("specs");
    writeInto(folder, { "more/b.yaml": unit("b", "Name two sugars") });
    expect((await compared(folder, "--since", "before", "more")).brief).toEqual(["unit added editorial"]);
  });

  test("a branch that went its own way does not count", async () => {
    const folder = repository();
    git(folder, "checkout", "-q", "-b", "other");
    changeUnit(folder);
    git(folder, "commit", "-q", "-a", "-m", "Another");
    git(folder, "checkout", "-q", "main");
    expect((await compared(folder, "--since", "other")).brief).toEqual([]);
  });

  test.each<[about: string, args: readonly string[], message: RegExp]>([
    ["an unknown revision", ["nowhere:units", "units"], /^Unknown revision `nowhere`, expected/u],
    ["an unknown revision since", ["--since", "nowhere"], /^Unknown revision `nowhere`, expected/u],
    ["an option in the place of one", ["--since=--all"], /^Unknown revision `--all`/u],
    [
      "a path that is not there",
      ["before:nowhere", "units"],
      /^No specification or folder `nowhere` in revision `before`/u,
    ],
    ["one side", ["units"], /^Unexpected `units` alone, expected another side to compare it with/u],
    ["three sides", ["units", "units", "units"], /^Unexpected 3 sides .*, expected two/u],
    ["no side", [], /^Unexpected nothing to compare/u],
    ["two paths since", ["--since", "before", "units", "q.yaml"], /expected at most one/u],
    ["a path that is nowhere", ["units", "nowhere.yaml"], /^No such file or folder: `nowhere.yaml`/u],
    ["a drive that is not there", ["units", "c:\\nowhere.yaml"], /^No such file or folder/u],
    ["forms without a notice", ["units", "units", "--to", "md"], /^Unexpected `--to` without `--notice`/u],
    ["entries as JSON", ["units", "units", "--changes"], /^Unexpected `--changes` with `--format json`/u],
    ["an unknown form", ["before:", ".", "--notice", "out", "--to", "papyrus"], /^Unknown form `papyrus`/u],
  ])("%s is refused", async (_, args, message) => {
    const folder = repository();
    changeUnit(folder);
    const { error, code } = await compared(folder, ...args);
    expect(error?.message).toMatch(message);
    expect(code).toBe(2);
  });

  test("outside of a repository a revision means nothing", async () => {
    const folder = emptyFolder();
    writeInto(folder, files);
    for (const args of [
      ["main:units", "units"],
      ["--since", "main"],
    ]) {
      const { error, code } = await compared(folder, ...args);
      expect(error?.message).toMatch(/^No git repository at .* so nobody can say what/u);
      expect(code).toBe(2);
    }
  });
});

describe("a side that is broken", () => {
  test("says so with its findings, and in which revision they are", async () => {
    const folder = repository("specs");
    writeInto(folder, { "units/a.yaml": "kind: unit\nid: a\ntitle: A\nlearningOutcomes: 3\n" });
    const { error, findings, code, changes } = await compared(folder, "before:specs", ".");
    expect(error?.message).toBe("Nothing was compared: `.` cannot be read as it is; mend it first");
    expect(findings).toMatchObject([{ file: "units/a.yaml", rule: "wrong-type" }]);
    expect({ code, changes }).toEqual({ code: 1, changes: [] });
    git(folder, "commit", "-q", "-a", "-m", "Broken");
    changeUnit(folder);
    expect((await compared(folder, "HEAD:specs", ".")).findings).toMatchObject([{ file: "HEAD:units/a.yaml" }]);
    const { stdout, stderr } = await run(folder, "HEAD:specs", ".");
    expect(stdout).toContain("HEAD:units/a.yaml");
    expect(stderr).toBe("Nothing was compared: `HEAD:specs` cannot be read as it is; mend it first\n");
  });

  test("a unit that is named and not there would seem to be gone", async () => {
    const folder = emptyFolder();
    writeInto(folder, {
      "old/q.yaml": qualification("1.0"),
      "new/q.yaml": qualification("1.0"),
      "old/a.yaml": unit("a", "Name salt"),
    });
    const { error, code } = await compared(folder, "old", "new");
    expect(error?.message).toMatch(/^Nothing was compared: `q` in `new` names a unit that is not there: `a`; put/u);
    expect(code).toBe(1);
  });

  test("a broken workspace file ends it", async () => {
    const folder = emptyFolder();
    writeInto(folder, {
      "old/a.yaml": unit("a", "Name salt"),
      "new/a.yaml": unit("a", "Name salt"),
      "new/qualspec.yaml": "formt: 1\n",
    });
    const { code, findings } = await compared(folder, "old", "new");
    expect(code).toBe(2);
    expect(findings).toMatchObject([{ file: "new/qualspec.yaml" }]);
  });
});

describe("--fail-on", () => {
  test.each([
    ["learners", 1],
    ["certification", 1],
    ["editorial", 1],
  ])("%s, where learners are touched", async (touched, expected) => {
    const folder = repository();
    changeUnit(folder);
    expect((await compared(folder, "--since", "before", "--fail-on", touched)).code).toBe(expected);
  });

  test("a class that is not reached", async () => {
    const folder = repository();
    writeInto(folder, { "q.yaml": qualification("1.0", "progression: On to work.\n") });
    const failing = async (touched: string) => (await compared(folder, "--since", "before", "--fail-on", touched)).code;
    expect([await failing("learners"), await failing("assessors"), await failing("editorial")]).toEqual([0, 0, 1]);
  });

  test("nothing has changed", async () => {
    expect((await compared(repository(), "--since", "before", "--fail-on", "editorial")).code).toBe(0);
  });
});

describe("what is made of a comparison", () => {
  test("entries for the list of changes are YAML of that shape", async () => {
    const folder = repository();
    changeUnit(folder);
    const { stdout } = await run(folder, "--since", "before", "--changes", "--today", "2026-06-01");
    const { spec } = parse(new SourceFile("entries.yaml", stdout));
    expect(spec?.data).toEqual({
      changes: [{ version: "2.0", date: "2026-06-01", summary: "Unit A-1: criterion 1.1 reworded." }],
    });
    writeInto(folder, { "q.yaml": qualification("2.0") });
    expect((await run(folder, "--since", "before", "--changes")).stdout).toContain("date: 2026-05-01\n");
  });

  test("a notice for centres says both wordings and what to do, and nothing for assessors only", async () => {
    const folder = repository();
    writeInto(folder, {
      "q.yaml": qualification("2.0"),
      "units/a.yaml": unit("a", "Explain how salt slows yeast").replace("Only for assessors.", "Only for them."),
    });
    const { stderr, code } = await run(folder, "--since", "before", "--notice", "out", "--to", "html,md,docx");
    expect(code).toBe(0);
    expect(stderr).toContain("out/q/change-notice.docx: written\n");
    const text = readFileSync(join(folder, "out", "q", "change-notice.md"), "utf8");
    expect(text).toContain("~~Describe~~ how salt slows yeast");
    expect(text).toContain("**Explain** how salt slows yeast");
    expect(text).toContain("from version 1.0");
    expect(text).toContain("Registrations on this version start on 1 September 2026.");
    expect(text).toContain("Tell learners who have begun");
    expect(text).not.toMatch(/Only for/u);
    const html = readFileSync(join(folder, "out", "q", "change-notice.html"), "utf8");
    expect(html).toContain("<del>Describe</del> how salt slows yeast");
    expect(html).toContain("<ins>Explain</ins> how salt slows yeast");
    expect(html).not.toMatch(/Only for/u);
  });

  test("a notice that was changed by hand is not overwritten without --force", async () => {
    const folder = repository();
    changeUnit(folder);
    const args = ["--since", "before", "--notice", "out", "--to", "md"];
    await run(folder, ...args);
    writeFileSync(join(folder, "out", "q", "change-notice.md"), "mine");
    const refused = await run(folder, ...args);
    expect(refused).toMatchObject({ code: 3, stdout: "" });
    expect(readFileSync(join(folder, "out", "q", "change-notice.md"), "utf8")).toBe("mine");
    expect((await run(folder, ...args, "--force")).code).toBe(0);
  });

  test("a comment holds ids and keys as they are to be pasted", async () => {
    const folder = repository();
    writeInto(folder, {
      "units/a.yaml": unit("a", "Describe how salt slows yeast").replace("key: first", "key: salt"),
    });
    const { stdout } = await run(folder, "--since", "before", "--format", "markdown");
    expect(stdout).toContain(": `a#first`\n");
    expect(stdout).toContain("Compared `before` with `now`");
  });

  test("hostile words stay words in every form", async () => {
    const folder = repository();
    writeInto(folder, {
      "units/a.yaml": unit("a", "'Explain </td><script>alert(1)</script> ~~x~~ \\u001b[31m | how @all salt slows'"),
    });
    const html = (await run(folder, "--since", "before", "--format", "html")).stdout;
    expect(html).not.toContain("<script>alert");
    expect(html).toContain("&lt;script&gt;");
    const { stdout } = await run(folder, "--since", "before", "--format", "markdown");
    expect(stdout).toContain("\\<script\\>");
    expect(stdout).toContain("@\u2060all");
  });
});
