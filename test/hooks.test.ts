import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { checkCommand } from "../src/commands/check.ts";
import { writeInto } from "./check-folder.ts";
import { emptyFolder, environment, launcher } from "./run-qualspec.ts";

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly language: string;
  readonly files: string;
  readonly pass_filenames?: boolean;
}

const hooks = parse(readFileSync(".pre-commit-hooks.yaml", "utf8")) as readonly Hook[];
const good = readFileSync("specs/units/hort-soil.yaml", "utf8");
const bad = "kind: unit\nid: other\ntitle: A\nlearningOutcomes: []\n";
const flags = checkCommand.options.map((option) => option.flags.split(" ")[0]);

test.each(hooks)("the hook $id builds from this repository and calls what there is", (hook) => {
  expect(hook.language).toBe("node");
  const [program, command, ...options] = hook.entry.split(" ");
  expect([program, command]).toEqual(["qualspec", "check"]);
  expect(flags).toEqual(expect.arrayContaining(options));
  for (const name of ["units/a.yaml", "a.yml"]) expect(name).toMatch(new RegExp(hook.files, "u"));
  for (const name of ["a.yaml.txt", "yaml", "a.json"]) expect(name).not.toMatch(new RegExp(hook.files, "u"));
});

describe.skipIf(process.platform === "win32")("a commit (skipped on Windows)", () => {
  let cwd = "";
  let path = "";

  /** A repository, and the command where a shell finds it. */
  beforeEach(() => {
    const programs = emptyFolder();
    writeFileSync(join(programs, "qualspec"), `#!/bin/sh\nexec "${process.execPath}" "${launcher}" "$@"\n`);
    chmodSync(join(programs, "qualspec"), 0o755);
    path = `${programs}${delimiter}${process.env["PATH"]}`;
    cwd = emptyFolder();
    run("git", ["init", "--quiet", "."]);
    run("git", ["config", "user.name", "A"]);
    run("git", ["config", "user.email", "a@example.org"]);
    writeInto(cwd, {
      "units/hort-soil.yaml": good,
      "compose.yml": "services: {}\n",
      "my units/two words.yaml": "a: 1\n",
    });
  });

  function run(program: string, args: readonly string[]) {
    const ran = spawnSync(program, args, { cwd, env: { ...environment(), PATH: path }, encoding: "utf8" });
    if (ran.error !== undefined) throw ran.error;
    return { code: ran.status, said: ran.stdout + ran.stderr };
  }

  /** As the framework does: the names of the files of the commit that the hook wants after its words. */
  function play({ entry, files, pass_filenames: isNamed = true }: Hook) {
    const staged = run("git", ["diff", "--cached", "--name-only", "-z"]).said.split("\0");
    const wanted = staged.filter((name) => name !== "" && new RegExp(files, "u").test(name));
    const [program = "", ...args] = entry.split(" ");
    return wanted.length === 0 ? { code: 0, said: "" } : run(program, [...args, ...(isNamed ? wanted : [])]);
  }

  test.each(hooks)("is let through by $id where nothing is wrong, and stopped where something is", (hook) => {
    run("git", ["add", "--all"]);
    expect(play(hook)).toMatchObject({ code: 0, said: expect.stringContaining("nothing wrong found") });
    writeInto(cwd, { "units/a.yaml": bad });
    run("git", ["add", "--all"]);
    expect(play(hook)).toMatchObject({ code: 1, said: expect.stringContaining("file-named-by-id") });
  });

  test.each(hooks)("of other people's YAML files passes $id", (hook) => {
    run("git", ["add", "units"]);
    run("git", ["commit", "--quiet", "-m", "one"]);
    run("git", ["add", "--all"]);
    expect(play(hook)).toMatchObject({ code: 0 });
  });

  test.each(hooks)("with very many files passes $id in one call", (hook) => {
    mkdirSync(join(cwd, "many"));
    for (let at = 0; at < 400; at += 1) writeInto(cwd, { [`many/file number ${at}.yaml`]: "a: 1\n" });
    run("git", ["add", "--all"]);
    expect(play(hook)).toMatchObject({ code: 0 });
  });

  test("goes through git's own hook, as the README writes it", () => {
    const [indented = ""] = /^ {4}#!\/bin\/sh\n(?: {4}.*\n)+/mu.exec(readFileSync("README.md", "utf8")) ?? [];
    const script = indented.replace(/^ {4}/gmu, "");
    expect(script).toMatch(/^#!\/bin\/sh\n/u);
    writeFileSync(join(cwd, ".git", "hooks", "pre-commit"), script);
    chmodSync(join(cwd, ".git", "hooks", "pre-commit"), 0o755);
    run("git", ["add", "--all"]);
    expect(run("git", ["commit", "--quiet", "-m", "one"])).toMatchObject({ code: 0 });
    writeInto(cwd, { "units/a.yaml": bad });
    run("git", ["add", "--all"]);
    expect(run("git", ["commit", "--quiet", "-m", "two"])).toMatchObject({
      code: 1,
      said: expect.stringContaining("file-named-by-id"),
    });
    expect(run("git", ["log", "--format=%s"]).said).toBe("one\n");
    writeInto(cwd, { "readme.txt": "nothing to check" });
    run("git", ["reset", "--quiet"]);
    run("git", ["add", "readme.txt"]);
    expect(run("git", ["commit", "--quiet", "-m", "three"])).toMatchObject({ code: 0 });
  });
});
