import { execFileSync } from "node:child_process";
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Io } from "../../src/cli/io.ts";
import { runCommandLine } from "../../src/commands/command-line.ts";
import { ioIn, writeInto } from "../check-folder.ts";
import { emptyFolder, environment, runQualspec } from "../run-qualspec.ts";
import { commit, git } from "./repository.ts";

const unit = (id: string, hours = 10, title = "A") => `kind: unit
id: ${id}
title: ${title}
level: 2
credit: 1
guidedLearningHours: ${hours}
totalUnitTime: 10
reference: none
aim: Learners find out.
assessment: { methods: [product] }
learningOutcomes:
  - outcome: Know A
    assessmentCriteria: [State A]
`;
const qualification = (id: string, units: string) =>
  `kind: qualification\nid: ${id}\ntitle: Q\nregulators: none\nlevel: 2\nrulesOfCombination:\n  groups:\n    - { id: M, title: Units, require: all, units: [${units}] }\n`;

/** Every unit has an error: too many hours. */
const files = {
  "q1.yaml": qualification("q1", "a, b"),
  "q2.yaml": qualification("q2", "c"),
  "units/a.yaml": unit("a", 11),
  "units/b.yaml": unit("b", 11),
  "units/c.yaml": unit("c", 11),
};

/** A repository with everything in it, in `below` under its root. @returns the folder of the specifications */
function repository(below = ".", content: Readonly<Record<string, string>> = files): string {
  const root = emptyFolder();
  const folder = join(root, below);
  mkdirSync(folder, { recursive: true });
  git(root, "init", "-q");
  writeInto(folder, content);
  commit(root);
  git(root, "tag", "before");
  return folder;
}

/** What a check finds, by file and rule, how many files it looked at, and how it ends. */
async function checked(cwd: string, ...args: readonly string[]) {
  let stdout = "";
  let stderr = "";
  const output = { isTerminal: false, columns: 80 };
  const io: Io = {
    ...ioIn(cwd),
    env: environment(),
    out: { ...output, write: (text) => (stdout += text) },
    err: { ...output, write: (text) => (stderr += text) },
  };
  const code = await runCommandLine(["check", ...args, "--format", "json"], io, "0.0.0");
  const { findings, summary, error } = JSON.parse(stdout) as {
    findings: readonly { file: string; rule: string }[];
    summary: { files: number };
    error: { message: string } | null;
  };
  return { found: findings.map(({ file, rule }) => `${file} ${rule}`), files: summary.files, error, stderr, code };
}

const tooMany = (...names: readonly string[]) => names.map((name) => `${name} hours-within-total`);

describe("qualspec check --since", () => {
  test("reports on everything without it", async () => {
    expect((await checked(repository())).found).toEqual(tooMany("units/a.yaml", "units/b.yaml", "units/c.yaml"));
  });

  test("says that nothing has changed", async () => {
    const { found, files: count, stderr, code } = await checked(repository(), "--since", "HEAD");
    expect({ found, count, code }).toEqual({ found: [], count: 0, code: 0 });
    expect(stderr).toContain("Nothing that concerns these specifications has changed since `HEAD`");
  });

  test.each<[about: string, change: (folder: string) => void, found: readonly string[], count: number]>([
    ["an edit", (folder) => writeInto(folder, { "units/a.yaml": unit("a", 12) }), tooMany("units/a.yaml"), 2],
    [
      "an edit that is staged",
      (folder) => {
        writeInto(folder, { "units/a.yaml": unit("a", 12) });
        git(folder, "add", "-A");
      },
      tooMany("units/a.yaml"),
      2,
    ],
    [
      "an edit that is committed",
      (folder) => {
        writeInto(folder, { "units/a.yaml": unit("a", 12) });
        commit(folder);
      },
      tooMany("units/a.yaml"),
      2,
    ],
    [
      "a new file that git does not know",
      (folder) => writeInto(folder, { "units/d.yaml": unit("d", 12) }),
      tooMany("units/d.yaml"),
      1,
    ],
    ["a file that is gone", (folder) => rmSync(join(folder, "units/a.yaml")), ["q1.yaml unit-exists"], 1],
    [
      "a file and id that have another name",
      (folder) => {
        rmSync(join(folder, "units/c.yaml"));
        writeInto(folder, { "units/e.yaml": unit("e", 11) });
      },
      ["q2.yaml unit-exists", "units/e.yaml hours-within-total"],
      2,
    ],
    [
      "a file in another folder",
      (folder) => renameSync(join(folder, "units/c.yaml"), join(folder, "c.yaml")),
      tooMany("c.yaml"),
      2,
    ],
    [
      "another id in a file",
      (folder) => writeInto(folder, { "units/c.yaml": unit("e", 11) }),
      ["units/c.yaml file-named-by-id", "units/c.yaml hours-within-total"],
      2,
    ],
    [
      "a copy of a unit",
      (folder) => writeInto(folder, { "more/c.yaml": unit("c", 11) }),
      ["more/c.yaml hours-within-total", "units/c.yaml hours-within-total", "units/c.yaml id-unique"],
      3,
    ],
    [
      "the workspace file",
      (folder) => writeInto(folder, { "qualspec.yaml": "rules: { unit-used: off }\n" }),
      tooMany("units/a.yaml", "units/b.yaml", "units/c.yaml"),
      5,
    ],
    ["another kind of file", (folder) => writeInto(folder, { "readme.md": "Changed" }), [], 0],
    [
      "a file with an odd name",
      (folder) => writeInto(folder, { "units/\"é -' $(x).yaml": unit("d", 10) }),
      ["units/\"é -' $(x).yaml file-named-by-id"],
      1,
    ],
  ])("sees %s", async (_, change, found, count) => {
    const folder = repository();
    change(folder);
    const { found: all, files: seen } = await checked(folder, "--since", "before");
    const told = all.filter((one) => !one.endsWith("unit-in-qualification")).sort();
    expect({ found: told, files: seen }).toEqual({ found, files: count });
  });

  test("follows what is mapped to a framework up to the qualification", async () => {
    const framework = (nodes: string) =>
      `kind: framework\nid: f\ntitle: F\nversion: "1"\npublisher: P\nnodes: [${nodes}]\n`;
    const mapped = unit("a", 10).replace("[State A]", "[{ criterion: State A, maps: { f: [n1] } }]");
    const folder = repository(".", { ...files, "units/a.yaml": mapped, "f.yaml": framework("{ id: n1, title: N }") });
    writeInto(folder, { "f.yaml": framework("{ id: n2, title: N }") });
    const { found, files: count } = await checked(folder, "--since", "HEAD");
    expect({ found, count }).toEqual({ found: ["units/a.yaml mapping-exists"], count: 3 });
  });

  test("leaves alone what has changed on the branch that is compared with", async () => {
    const folder = repository();
    git(folder, "branch", "theirs");
    writeInto(folder, { "units/a.yaml": unit("a", 12) });
    commit(folder);
    git(folder, "checkout", "-q", "theirs");
    writeInto(folder, { "units/b.yaml": unit("b", 12) });
    commit(folder);
    const main =
      execFileSync("git", ["branch", "--format=%(refname:short)"], { cwd: folder, encoding: "utf8" })
        .split("\n")
        .find((one) => one !== "theirs" && one !== "") ?? "";
    expect((await checked(folder, "--since", main)).found).toEqual(tooMany("units/b.yaml"));
  });

  test.each([
    ["the specifications stand below the root", "courses/care", "."],
    ["the user stands below the specifications", ".", "units"],
    ["both", "courses/care", "units"],
  ])("works where %s", async (_, below, standing) => {
    const folder = repository(below);
    writeInto(folder, { "units/a.yaml": unit("a", 12), "units/d.yaml": unit("d", 12), "qualspec.yaml": "format: 1\n" });
    commit(folder);
    rmSync(join(folder, "units/d.yaml"));
    const cwd = join(folder, standing);
    const prefix = standing === "." ? "units/" : "";
    expect((await checked(cwd, "--since", "HEAD~1")).found).toEqual(
      tooMany(...["a", "b", "c"].map((id) => `${prefix}${id}.yaml`)),
    );
    writeInto(folder, { "units/b.yaml": unit("b", 12) });
    expect((await checked(cwd, "--since", "HEAD")).found).toEqual(tooMany(`${prefix}b.yaml`));
  });

  test("a path narrows it further", async () => {
    const folder = repository();
    writeInto(folder, { "units/a.yaml": unit("a", 12), "units/c.yaml": unit("c", 12) });
    expect((await checked(folder, "q1.yaml", "--since", "HEAD")).found).toEqual(tooMany("units/a.yaml"));
    expect((await checked(folder, "units/c.yaml", "--since", "HEAD")).found).toEqual(tooMany("units/c.yaml"));
    expect((await checked(folder, "units/b.yaml", "--since", "HEAD")).found).toEqual([]);
  });

  test.each([
    ["nowhere", "Unknown revision `nowhere`"],
    ["--upload-pack=x", "Unknown revision `--upload-pack=x`"],
    ["-p", "Unknown revision `-p`"],
    ["", "Unknown revision ``"],
    ["HEAD;ls", "Unknown revision `HEAD;ls`"],
  ])("refuses the revision %j", async (revision, says) => {
    const { error, code } = await checked(repository(), `--since=${revision}`);
    expect(error?.message).toContain(says);
    expect(code).toBe(2);
  });

  test("says where there is no repository, and no git", async () => {
    const folder = emptyFolder();
    writeInto(folder, files);
    const outside = runQualspec(["check", "--since", "HEAD"], {
      cwd: folder,
      env: { GIT_CEILING_DIRECTORIES: join(folder, "..") },
    });
    expect(outside.stderr).toContain("No git repository");
    expect(outside.code).toBe(2);
    const without = runQualspec(["check", "--staged"], { cwd: folder, env: { PATH: folder, Path: folder } });
    expect(without.stderr).toContain("Cannot find git; install it");
    expect(without.code).toBe(3);
  });
});

describe("qualspec check --staged", () => {
  test("says that nothing is staged", async () => {
    const folder = repository();
    writeInto(folder, { "units/a.yaml": unit("a", 12) });
    const { found, stderr, code } = await checked(folder, "--staged");
    expect({ found, code }).toEqual({ found: [], code: 0 });
    expect(stderr).toContain("Nothing is staged");
  });

  test.each<[about: string, change: (folder: string) => void, found: readonly string[]]>([
    [
      "the staged text and not what the file says now",
      (folder) => {
        writeInto(folder, { "units/a.yaml": unit("a", 12) });
        git(folder, "add", "-A");
        writeInto(folder, { "units/a.yaml": unit("a", 9) });
      },
      tooMany("units/a.yaml"),
    ],
    [
      "no error that is not staged",
      (folder) => {
        writeInto(folder, { "units/a.yaml": unit("a", 9) });
        git(folder, "add", "-A");
        writeInto(folder, { "units/a.yaml": unit("a", 12) });
      },
      [],
    ],
    [
      "a staged file that is gone from the disk",
      (folder) => {
        writeInto(folder, { "units/d.yaml": unit("d", 12) });
        git(folder, "add", "-A");
        rmSync(join(folder, "units/d.yaml"));
      },
      tooMany("units/d.yaml"),
    ],
    [
      "a removal, though the file still stands there",
      (folder) => git(folder, "rm", "-q", "--cached", "units/c.yaml"),
      ["q2.yaml unit-exists"],
    ],
    [
      "what depends on it as staged, too",
      (folder) => {
        writeInto(folder, { "units/c.yaml": unit("c", 10) });
        git(folder, "add", "-A");
        writeInto(folder, { "q2.yaml": qualification("q2", "c, zzz") });
      },
      [],
    ],
    [
      "the workspace file as staged",
      (folder) => {
        writeInto(folder, { "qualspec.yaml": "rules: { hours-within-total: off }\n" });
        git(folder, "add", "-A");
        writeInto(folder, { "qualspec.yaml": "rules: {}\n" });
      },
      [],
    ],
    [
      "a new file that git does not know, as nothing",
      (folder) => {
        writeInto(folder, { "units/a.yaml": unit("a", 12) });
        git(folder, "add", "-A");
        writeInto(folder, { "more/a.yaml": unit("a", 12) });
      },
      tooMany("units/a.yaml"),
    ],
  ])("sees %s", async (_, change, found) => {
    const folder = repository("courses");
    change(folder);
    expect((await checked(folder, "--staged")).found.filter((one) => !one.endsWith("unit-in-qualification"))).toEqual(
      found,
    );
  });

  test("works before the first commit", async () => {
    const folder = emptyFolder();
    git(folder, "init", "-q");
    writeInto(folder, files);
    expect((await checked(folder, "--staged")).code).toBe(0);
    git(folder, "add", "-A");
    expect((await checked(folder, "--staged")).found).toEqual(tooMany("units/a.yaml", "units/b.yaml", "units/c.yaml"));
  });

  test.each<[about: string, content: Readonly<Record<string, string>>, args: readonly string[]]>([
    ["nothing", {}, []],
    ["no YAML", { "README.md": "A\n" }, []],
    ["YAML of others", { "compose.yml": "services: {}\n" }, []],
    ["none in the folder that is named", { "specs/compose.yml": "services: {}\n" }, ["specs"]],
    ["none where the workspace has them", { "qualspec.yaml": "language: en-GB\n" }, []],
  ])("lets a commit pass that holds no specification: %s", async (_, content, args) => {
    const folder = emptyFolder();
    git(folder, "init", "-q");
    writeInto(folder, content);
    git(folder, "add", "-A");
    const { found, files: count, error, stderr, code } = await checked(folder, "--staged", ...args);
    expect({ found, count, error, code }).toEqual({ found: [], count: 0, error: null, code: 0 });
    expect(stderr).toContain("there is nothing to check");
    // Where nobody speaks of a commit, a folder without specifications is a slip.
    expect((await checked(folder, ...args)).code).toBe(2);
  });

  test("does not take a misspelt folder for one without specifications", async () => {
    const { error, code } = await checked(repository(), "--staged", "unitz");
    expect({ message: error?.message.slice(0, 22), code }).toEqual({ message: "No such file or folder", code: 2 });
  });

  test("goes with no other way of reading, and writes nothing", async () => {
    const folder = repository();
    for (const more of [["--since", "HEAD"], ["--write-waivers", "--until", "9999-12-31"], ["--fix"]]) {
      expect((await checked(folder, "--staged", ...more)).code).toBe(2);
    }
  });

  test("leaves the index as it was, for whoever commits meanwhile", async () => {
    const folder = repository();
    writeFileSync(join(folder, ".git/index.lock"), "");
    writeInto(folder, { "units/a.yaml": unit("a", 12) });
    const { found, error } = await checked(folder, "--since", "HEAD");
    expect({ found, error }).toEqual({ found: tooMany("units/a.yaml"), error: null });
  });
});
