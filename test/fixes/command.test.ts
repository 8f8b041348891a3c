import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import { writeInto } from "../check-folder.ts";
import { emptyFolder, environment, runQualspec } from "../run-qualspec.ts";

const unit = (id: string, more = "") => `kind: unit\nid: ${id}\ntitle: A\n${more}learningOutcomes: []\n`;

test("a file keeps its byte-order mark, its line ends and its mode", () => {
  const cwd = emptyFolder();
  const text = `\ufeff${unit("a", "glh: 3 # hours\n")}`.replaceAll("\n", "\r\n");
  writeFileSync(join(cwd, "a.yaml"), text);
  chmodSync(join(cwd, "a.yaml"), 0o640);
  runQualspec(["check", "--fix"], { cwd });
  expect(readFileSync(join(cwd, "a.yaml"), "utf8")).toBe(text.replace("glh", "guidedLearningHours"));
  expect(statSync(join(cwd, "a.yaml")).mode & 0o777).toBe(0o640);
});

test("only the files that were asked for are mended", () => {
  const cwd = emptyFolder();
  const used = unit("a", "assessment: { methods: [Observation] }\n");
  const qualification =
    "kind: qualification\nid: q\ntitle: Q\nregulators: none\nsize: Award\nrulesOfCombination:\n  groups:\n    - { id: M, require: all, units: [a] }\n";
  writeInto(cwd, { "units/a.yaml": used, "q.yaml": qualification });
  runQualspec(["check", "--fix", "q.yaml"], { cwd });
  expect(readFileSync(join(cwd, "q.yaml"), "utf8")).toContain("size: award\n");
  expect(readFileSync(join(cwd, "units/a.yaml"), "utf8")).toBe(used);
  expect(runQualspec(["check", "q.yaml"], { cwd }).stdout).not.toContain("can be mended");
  expect(runQualspec(["check"], { cwd }).stdout).toContain("1 of them can be mended");
});

test("nothing outside is mended through a link", () => {
  const cwd = emptyFolder();
  const other = emptyFolder();
  const text = unit("a", "glh: 3\n");
  writeInto(other, { "a.yaml": text, "below/b.yaml": unit("b", "glh: 3\n") });
  writeInto(cwd, { "qualspec.yaml": "" });
  symlinkSync(join(other, "a.yaml"), join(cwd, "a.yaml"));
  symlinkSync(join(other, "below"), join(cwd, "below"));
  const { stdout } = runQualspec(["check", "--fix"], { cwd });
  expect(stdout).not.toContain("Mended");
  expect(readFileSync(join(other, "a.yaml"), "utf8")).toBe(text);
  expect(readFileSync(join(other, "below/b.yaml"), "utf8")).toBe(unit("b", "glh: 3\n"));
});

test.skipIf(process.getuid?.() === 0 || process.platform === "win32")("a read-only file stays as it is", () => {
  const cwd = emptyFolder();
  writeInto(cwd, { "a.yaml": unit("a", "glh: 3\n") });
  chmodSync(join(cwd, "a.yaml"), 0o440);
  const { code, stderr } = runQualspec(["check", "--fix"], { cwd });
  expect([code, stderr]).toEqual([3, expect.stringContaining("read-only")]);
  expect(readFileSync(join(cwd, "a.yaml"), "utf8")).toContain("glh");
});

describe("a diff", () => {
  const files = {
    "a.yaml": unit("a", "glh: 3\n"),
    "with a space.yaml": unit("b", "glh: 3\n"),
    "units/no-end.yaml": `${unit("no-end")}glh: 3`,
    "crlf.yaml": `\ufeff${unit("crlf", "glh: 3\n")}`.replaceAll("\n", "\r\n"),
    "long.yaml": `${unit("long", "GLH: 3\n")}glossary:\n${"  - { term: A, meaning: B }\n".repeat(20)}Aim: A\n`,
  };

  test.each([
    ["git", ["apply", "-"]],
    ["patch", ["-p1", "-s", "--binary"]],
  ])("that %s applies makes what --fix writes", (program, args) => {
    if (spawnSync(program, ["--version"]).error !== undefined) return;
    const [mended, patched] = [emptyFolder(), emptyFolder()];
    for (const cwd of [mended, patched]) writeInto(cwd, files);
    const { stdout: diff } = runQualspec(["check", "--fix", "--dry-run"], { cwd: patched });
    for (const [name, text] of Object.entries(files)) expect(readFileSync(join(patched, name), "utf8")).toBe(text);
    const applied = spawnSync(program, args, { cwd: patched, input: diff, encoding: "utf8", env: environment() });
    expect(applied.stderr + applied.stdout).toBe("");
    runQualspec(["check", "--fix"], { cwd: mended });
    for (const [name, text] of Object.entries(files)) {
      expect(readFileSync(join(mended, name), "utf8")).not.toBe(text);
      expect(readFileSync(join(patched, name), "utf8")).toBe(readFileSync(join(mended, name), "utf8"));
    }
  });

  test("is painted for people, and has nothing beside it", () => {
    const cwd = emptyFolder();
    writeInto(cwd, { "a.yaml": unit("a", "glh: 3\n") });
    const plain = runQualspec(["check", "--fix", "--dry-run"], { cwd });
    expect(plain.stdout).toMatch(/^--- a\/a\.yaml\n\+\+\+ b\/a\.yaml\n@@ -1,5 \+1,5 @@\n/u);
    expect([plain.code, plain.stderr]).toEqual([1, "Would mend 1 finding; nothing was written\n"]);
    const painted = runQualspec(["check", "--fix", "--dry-run"], { cwd, env: { FORCE_COLOR: "1" } });
    expect(painted.stdout).toContain("\u001b[31m-glh: 3");
    expect(stripVTControlCharacters(painted.stdout)).toBe(plain.stdout);
  });

  test("stands in the report for programs", () => {
    const cwd = emptyFolder();
    writeInto(cwd, { "a.yaml": unit("a", "glh: 3\n") });
    const { stdout } = runQualspec(["check", "--fix", "--dry-run", "--format", "json"], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({
      fixed: [
        { file: "a.yaml", rule: "unknown-key", title: "Rename the key to `guidedLearningHours`", line: 4, column: 1 },
      ],
      diff: expect.stringContaining("+guidedLearningHours: 3\n"),
      findings: [{ rule: "unknown-key", fix: { title: "Rename the key to `guidedLearningHours`" } }],
    });
  });
});

test("a report that has no place for it tells beside it what was mended", () => {
  const cwd = emptyFolder();
  writeInto(cwd, { "a.yaml": unit("a", "glh: 3\n") });
  const { stderr } = runQualspec(["check", "--fix", "--format", "compact"], { cwd });
  expect(stderr).toContain("Mended a.yaml:4 unknown-key: Rename the key to `guidedLearningHours`\n");
});

test.each([
  ["--dry-run alone", ["--dry-run"], "Unexpected `--dry-run` without `--fix`"],
  ["standard input", ["--fix", "-"], "Unexpected `-` with `--fix`"],
  ["what is staged", ["--fix", "--staged"], "Unexpected `--staged` with `--fix`"],
  ["waivers, in a dry run", ["--fix", "--dry-run", "--write-waivers"], "Unexpected `--write-waivers` with `--dry-run`"],
  ["a form without a place for a diff", ["--fix", "--dry-run", "--format", "sarif"], "Unexpected `--format sarif`"],
])("refused: %s", (_, args, message) => {
  const { code, stderr } = runQualspec(["check", ...args], { cwd: emptyFolder(), input: "kind: unit\n" });
  expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
});

test("the specifications need no mending", () => {
  const cwd = emptyFolder();
  cpSync("specs", cwd, { recursive: true });
  mkdirSync(join(cwd, "out"), { recursive: true });
  const { stdout, stderr } = runQualspec(["check", "--fix", "--dry-run"], { cwd });
  expect([stdout, stderr]).toEqual(["", "Nothing to mend: no finding here has one right answer\n"]);
});
