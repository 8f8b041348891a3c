import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Files, writeInto } from "../check-folder.ts";
import { emptyFolder } from "../run-qualspec.ts";
import { filesIn, run } from "./run-command.ts";

const unit = (id: string, more = "") =>
  `kind: unit\nid: ${id}\ntitle: ${id.toUpperCase()}\n${more}learningOutcomes: []\n`;
const qualification = (id: string, units: string, more = "") =>
  `kind: qualification\nid: ${id}\ntitle: Q\n${more}rulesOfCombination:\n  groups:\n    - { id: M, require: all, units: [${units}] }\n`;
const inline = `${qualification("q", "a, b")}units:\n  - { id: a, title: A, learningOutcomes: [] }\n  - id: b\n    title: B\n    learningOutcomes: []\n`;
const workspace: Files = {
  "qualspec.yaml": "format: 1\n",
  "q.yaml": qualification("q", "a, b"),
  "p.yaml": qualification("p", "b"),
  "units/a.yaml": unit("a"),
  "units/b.yaml": unit("b"),
};

interface Row {
  readonly about: string;
  readonly files: Files;
  readonly named?: string;
  readonly options?: Readonly<Record<string, string | boolean>>;
  readonly code: number;
  /** On standard output or standard error. */
  readonly says: readonly string[];
}

function folderWith(files: Files): string {
  const folder = emptyFolder();
  writeInto(folder, files);
  return folder;
}

describe.each<{ readonly command: "split" | "bundle"; readonly rows: readonly Row[] }>([
  {
    command: "split",
    rows: [
      {
        about: "ids that other files have",
        files: {
          "q.yaml": inline,
          "units/a.yaml": unit("a", "level: 2\n"),
          "x.yaml": qualification("p", "", "retired: [b]\n"),
        },
        code: 1,
        says: ["q.yaml\n  8:", "`units/a.yaml` has already", "`b`, which is retired in `x.yaml`"],
      },
      {
        about: "the same id twice",
        files: { "q.yaml": inline.replace("id: b\n    title", "id: a\n    title") },
        code: 1,
        says: ["Unexpected second `a`"],
      },
      {
        about: "a file of somebody else's under the name",
        files: { "q.yaml": inline, "units/a.yaml": "services: {}\n" },
        code: 1,
        says: ["whose file `units/a.yaml` is there already"],
      },
      {
        about: "an alias from unit to unit",
        files: { "q.yaml": inline.replace("title: A,", "title: &t A,").replace("title: B", "title: *t") },
        code: 1,
        says: ["10:12", "Unexpected `*t`, which refers to a text that will stand in another file"],
      },
      {
        about: "an alias in the qualification",
        files: { "q.yaml": `${inline.replace("title: A,", "title: &t A,")}progression: *t\n` },
        code: 1,
        says: ["Unexpected `*t`"],
      },
      {
        about: "a file in braces",
        files: {
          "q.json.yaml":
            '{ "kind": "qualification", "id": "q", "title": "Q", "units": [{ "id": "a", "title": "A", "learningOutcomes": [] }] }\n',
        },
        named: "q.json.yaml",
        code: 1,
        says: ["Unexpected `{` around the whole file"],
      },
      {
        about: "a file that is broken",
        files: { "q.yaml": inline.replace("title: Q", "titel: Q") },
        code: 1,
        says: ["unknown-key"],
      },
      {
        about: "a qualification without units",
        files: workspace,
        code: 2,
        says: ["No units to split off in `q.yaml`"],
      },
      { about: "a unit", files: workspace, named: "units/a.yaml", code: 2, says: ["No units to split off"] },
      { about: "a folder", files: workspace, named: "units", code: 2, says: ["`units` is a folder"] },
      { about: "nothing", files: workspace, named: "r.yaml", code: 2, says: ["No such file: `r.yaml`"] },
      {
        about: "a broken workspace",
        files: { "q.yaml": inline, "qualspec.yaml": "a: 1\n" },
        code: 2,
        says: ["qualspec.yaml is not in order"],
      },
    ],
  },
  {
    command: "bundle",
    rows: [
      {
        about: "an id that is none",
        files: workspace,
        named: "r",
        code: 2,
        says: ["Unknown qualification `r`; expected `p` or `q`"],
      },
      {
        about: "a unit",
        files: workspace,
        named: "units/a.yaml",
        code: 2,
        says: ["`units/a.yaml` is no qualification"],
      },
      { about: "a folder", files: workspace, named: "units", code: 2, says: ["`units` is a folder"] },
      {
        about: "a unit that is missing",
        files: { ...workspace, "q.yaml": qualification("q", "a, c") },
        code: 1,
        says: ["q.yaml\n  6:", "Unknown unit `c`"],
      },
      {
        about: "a unit that only another rule names, and is missing",
        files: { ...workspace, "q.yaml": `${qualification("q", "a")}  barred: [[a, c]]\n` },
        code: 1,
        says: ["Unknown unit `c`"],
      },
      {
        about: "a unit that is broken",
        files: { ...workspace, "units/a.yaml": "kind: unit\nid: a\n" },
        code: 1,
        says: ["units/a.yaml", "missing-key"],
      },
      {
        about: "a qualification that is broken",
        files: { ...workspace, "q.yaml": "kind: qualification\nid: q\n" },
        code: 1,
        says: ["missing-key"],
      },
      {
        about: "a place in the workspace",
        files: workspace,
        options: { out: "whole.yaml" },
        code: 2,
        says: ["would then exist twice"],
      },
      {
        about: "its own file",
        files: workspace,
        options: { out: "q.yaml" },
        code: 2,
        says: ["would then exist twice"],
      },
      {
        about: "a folder to write",
        files: workspace,
        options: { out: "units" },
        code: 2,
        says: ["add its name, such as `units/q.yaml`"],
      },
      {
        about: "a file that is there",
        files: { ...workspace, "out/q.yaml": "mine\n" },
        code: 3,
        says: ["out/q.yaml is there already"],
      },
    ],
  },
])("$command writes nothing", ({ command, rows }) => {
  test.each(rows)("$about", async ({ files, named, options, code, says }) => {
    const folder = folderWith(files);
    const before = filesIn(folder);
    const ran = await run(folder, command, named ?? (command === "split" ? "q.yaml" : "q"), options);
    for (const one of says) expect(`${ran.out}${ran.err}`.replace(/\n {4}(?=\S)/gu, " ")).toContain(one);
    expect(ran.code).toBe(code);
    expect(filesIn(folder)).toEqual(before);
  });
});

test.skipIf(process.platform === "win32")("a link is not split (skipped on Windows)", async () => {
  const folder = folderWith({ "real/q.yaml": inline });
  symlinkSync(join(folder, "real/q.yaml"), join(folder, "q.yaml"));
  expect(await run(folder, "split", "q.yaml")).toMatchObject({ code: 2, err: expect.stringContaining("is a link") });
});

test("a dry run writes nothing", async () => {
  const split = folderWith({ "q.yaml": inline });
  const { out } = await run(split, "split", "q.yaml", { dryRun: true });
  expect(out).toBe(
    "Would write 4 files:\n  q.yaml (without its units)\n  units/a.yaml\n  units/b.yaml\n  qualspec.yaml\nNothing was written.\n",
  );
  const bundle = folderWith(workspace);
  expect((await run(bundle, "bundle", "q", { dryRun: true })).out).toContain("Would write out/q.yaml.");
  expect([Object.keys(filesIn(split)), Object.keys(filesIn(bundle))]).toEqual([
    ["q.yaml"],
    Object.keys(workspace).sort(),
  ]);
});

test("a bundle says what is copied, and what exists twice", async () => {
  const folder = folderWith(workspace);
  const first = await run(folder, "bundle", "q");
  expect(first.out).toBe(
    "Wrote out/q.yaml.\nIt holds copies of 2 units: later changes to their own files do not reach it.\n",
  );
  expect((await run(folder, "bundle", "q.yaml")).out).toContain("Left out/q.yaml as it was.");
  const printed = await run(folder, "bundle", "q", { out: "-" });
  expect(printed.out).toBe(filesIn(folder)["out/q.yaml"]);
  expect(printed.err).toContain("copies of 2 units");
  const own = await run(folder, "bundle", "q", { out: "q.yaml", force: true });
  expect(own.out).toBe(
    "Wrote q.yaml.\nThese units exist twice now: delete `units/a.yaml`.\n`b` exists twice now, and other qualifications use it: with both, `qualspec check` finds errors.\n",
  );
  const other = await run(folder, "bundle", "q", { out: "r.yaml", force: true });
  expect(other.out).toContain("The qualification exists twice now");
});

test("a waiver in a comment stays above the line that it speaks of", async () => {
  const folder = folderWith({
    "q.yaml": inline.replace(
      "  - id: b\n",
      "  # qualspec: waive unit-facts-stated until 2027-03-31: agreed\n  - id: b\n",
    ),
  });
  await run(folder, "split", "q.yaml");
  expect(filesIn(folder)["units/b.yaml"]).toMatch(/^kind: unit\n# qualspec: waive .*\nid: b\n/u);
});
