import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { writeInto } from "../check-folder.ts";
import { emptyFolder, runQualspec } from "../run-qualspec.ts";
import { qualification, unit } from "./specs.ts";

const good = { "q.yaml": qualification("a, b"), "a.yaml": unit("a"), "b.yaml": unit("b") };
const workbook = join("out", "q", "learner-workbook.html");

function world(files: Readonly<Record<string, string>> = good): string {
  const cwd = emptyFolder();
  writeInto(cwd, files);
  return cwd;
}

const build = (cwd: string, ...args: readonly string[]) => runQualspec(["build", ...args], { cwd });

/** Every file below a folder, with what is in it. */
function snapshot(folder: string): Readonly<Record<string, string>> {
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: "utf8" }).sort() : [];
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(files.map((name) => [name.replace(/\\/gu, "/"), readFileSync(join(folder, name), "utf8")]));
}

describe("a second build", () => {
  test("rewrites nothing", () => {
    const cwd = world();
    expect(build(cwd).code).toBe(0);
    const times = () =>
      Object.keys(snapshot(join(cwd, "out"))).map((name) => [name, statSync(join(cwd, "out", name)).mtimeMs]);
    const before = times();
    const again = build(cwd, "--format", "json");
    const { files } = JSON.parse(again.stdout) as { readonly files: readonly { readonly status: string }[] };
    expect(files.map(({ status }) => status)).toEqual(["unchanged", "unchanged", "unchanged", "unchanged"]);
    expect(times()).toEqual(before);
    expect(before).toHaveLength(5);
  });

  test.each([
    ["was changed by hand", true],
    ["was never ours", false],
  ])("refuses a file that %s, and writes it with --force", (_, isOurs) => {
    const cwd = world();
    if (isOurs) build(cwd);
    writeInto(cwd, { [workbook]: "my own notes", "a.yaml": unit("a").replace("State A", "State B") });
    const before = snapshot(cwd);
    const { code, stderr } = build(cwd);
    expect(code).toBe(3);
    expect(stderr).toContain("out/q/learner-workbook.html");
    expect(stderr).not.toContain("assessor-checklist");
    expect(snapshot(cwd)).toEqual(before);
    expect(build(cwd, "--force").code).toBe(0);
    expect(readFileSync(join(cwd, workbook), "utf8")).toContain("State B");
  });

  test("writes what the specification changed", () => {
    const cwd = world();
    build(cwd);
    writeInto(cwd, { "a.yaml": unit("a").replace("State A", "State B") });
    expect(build(cwd).code).toBe(0);
    expect(readFileSync(join(cwd, workbook), "utf8")).toContain("State B");
  });

  test("adopts identical files whose manifest is gone", () => {
    const cwd = world();
    build(cwd);
    const before = snapshot(cwd);
    rmSync(join(cwd, "out", ".qualspec-manifest.json"));
    expect(build(cwd).code).toBe(0);
    expect(snapshot(cwd)).toEqual(before);
  });

  test.each(["", "{", "null", "[]", '{"files":"abc"}', '{"files":null}', '{"files":{"a":1}}'])(
    "mends the corrupt manifest %j, which vouches for nothing",
    (text) => {
      const cwd = world();
      build(cwd);
      const before = snapshot(cwd);
      const manifest = join("out", ".qualspec-manifest.json");
      writeInto(cwd, { [manifest]: text, "a.yaml": unit("a").replace("State A", "State B") });
      expect(build(cwd).code).toBe(3);
      writeInto(cwd, { "a.yaml": unit("a") });
      expect(build(cwd).code).toBe(0);
      expect(snapshot(cwd)).toEqual(before);
    },
  );
});

describe("where papers may not go", () => {
  test.each(["out", join("out", "q")])("%s is a file", (path) => {
    const cwd = world({ ...good, [path]: "a file" });
    const before = snapshot(cwd);
    const { code, stderr } = build(cwd);
    expect(code).toBe(3);
    expect(stderr).toMatch(/^Cannot write out\/q\//u);
    expect(snapshot(cwd)).toEqual(before);
  });

  test.skipIf(process.platform === "win32")("a link in the output folder leads elsewhere", () => {
    const cwd = world();
    const elsewhere = emptyFolder();
    mkdirSync(join(cwd, "out"));
    symlinkSync(elsewhere, join(cwd, "out", "q"));
    const { code, stderr } = build(cwd, "--force");
    expect(code).toBe(3);
    expect(stderr).toContain("a link leads out of the output folder");
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  test.each(["../x", "a/b", "/x"])("the id %s, even with --force", (id) => {
    const cwd = world({ "work/q.yaml": qualification("a", "", JSON.stringify(id)), "work/a.yaml": unit("a") });
    const before = snapshot(cwd);
    expect(build(join(cwd, "work"), "--force").code).toBe(1);
    expect(snapshot(cwd)).toEqual(before);
  });

  test("two specifications make the same paper", () => {
    const cwd = world({ "one/q.yaml": qualification("a"), "two/q.yaml": qualification("a"), "a.yaml": unit("a") });
    const { code, stderr } = build(cwd, "--force");
    expect(code).toBe(2);
    expect(stderr).toContain("Two specifications would both make `q/learner-workbook.html`");
  });
});

describe("what is asked for", () => {
  const names = (cwd: string) => Object.keys(snapshot(join(cwd, "out"))).filter((name) => !name.startsWith("."));

  test.each([
    [
      ["--unit", "a", "--to", "md"],
      ["q/assessor-checklist-a.md", "q/learner-workbook-a.md"],
    ],
    [
      ["--unit", "b, a", "--to", "md", "--document", "learner-workbook"],
      ["q/learner-workbook-a.md", "q/learner-workbook-b.md"],
    ],
    [
      ["a.yaml", "--to", "html"],
      ["a/assessor-checklist.html", "a/learner-workbook.html"],
    ],
  ])("%j", (args, made) => {
    const cwd = world();
    expect(build(cwd, ...args).code).toBe(0);
    expect(names(cwd)).toEqual(made);
  });

  test.each([
    [["--unit", "aa"], "No unit `aa` in what is to be built; did you mean `a`?"],
    [["--unit", "nowhere-near"], "No unit `nowhere-near` in what is to be built; `qualspec list` shows what there is"],
    [["--document", "learner-workbok"], "Unknown document `learner-workbok`; did you mean `learner-workbook`?"],
    [["--to", "pdfx"], "Unknown form `pdfx`; did you mean `pdf`?"],
    [["--document", ""], "`--document` is empty, expected at least one name after it"],
  ])("%j is refused", (args, message) => {
    const cwd = world({ ...good, "aa1.txt": "" });
    const { code, stderr } = build(cwd, ...args);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
    expect(names(cwd)).toEqual([]);
  });
});

describe("specifications with errors", () => {
  const senseless = { ...good, "a.yaml": unit("a").replace("aim: A\n", "") };
  const halfBroken = { ...good, "r.yaml": qualification("a", "", "r").replace("level: 3", "level: 99") };

  test.each([
    ["a missing aim", senseless],
    ["a broken shape", halfBroken],
  ])("%s: nothing is built without --force", (_, files) => {
    const cwd = world(files);
    const { code, stderr } = build(cwd);
    expect(code).toBe(1);
    expect(stderr).toContain("Nothing was built: 1 error must be mended first");
    expect(existsSync(join(cwd, "out"))).toBe(false);
    expect(build(cwd, "--force").code).toBe(0);
    expect(readdirSync(join(cwd, "out")).sort()).toEqual([".qualspec-manifest.json", "q"]);
  });
});

test("the report for programs is what its schema describes", () => {
  const ajv = new Ajv2020({ allErrors: true, strict: true });
  ajv.addSchema(JSON.parse(readFileSync("schemas/reports.schema.json", "utf8")) as object, "reports");
  const validate = ajv.getSchema("reports#/$defs/build");
  const cwd = world();
  const reports = [["q.yaml"], ["a.yaml"], ["--unit", "nowhere"]].map((args) =>
    JSON.parse(build(cwd, ...args, "--format", "json").stdout),
  );
  writeFileSync(join(cwd, workbook), "changed");
  reports.push(JSON.parse(build(cwd, "--format", "json").stdout));
  for (const report of reports) {
    expect(validate?.(report), JSON.stringify(validate?.errors)).toBe(true);
  }
  expect(reports.map(({ error, files }) => [error === null, files.length])).toEqual([
    [true, 4],
    [true, 4],
    [false, 0],
    [false, 0],
  ]);
});
