import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Io } from "../../src/cli/io.ts";
import { main } from "../../src/main.ts";
import { reporters } from "../../src/reporters/index.ts";
import { writeInto } from "../check-folder.ts";
import { emptyFolder, runQualspec } from "../run-qualspec.ts";

const unit = "kind: unit\nid: other\ntitle: A\nlearningOutcomes: []\n";
const ids = reporters.map(({ id }) => id);

/** A repository with one specification that has errors. */
function repository(): string {
  const folder = emptyFolder();
  mkdirSync(join(folder, ".git"));
  writeInto(folder, { "units/a.yaml": unit });
  return folder;
}

const everyReport = ids.flatMap((id) => ["--report", `${id}=reports/deep/${id}.out`]);

function reportIn(cwd: string, id: string): string {
  return readFileSync(join(cwd, "reports", "deep", `${id}.out`), "utf8");
}

/** Whether a text is a report of its kind; one that tells `failure` where that is given. */
function expectReport(id: string, text: string, failure: string | null): void {
  if (failure !== null) expect(text, id).toContain(failure);
  switch (id) {
    case "sarif": {
      const { runs } = JSON.parse(text);
      expect(runs[0].invocations[0].executionSuccessful).toBe(failure === null);
      break;
    }
    case "json":
      expect(JSON.parse(text)).toMatchObject({ version: 1, error: failure === null ? null : {} });
      break;
    case "gitlab":
      expect(Array.isArray(JSON.parse(text))).toBe(true);
      break;
    case "junit":
      expect(text).toMatch(/^<\?xml [\s\S]*<\/testsuites>\n$/u);
      break;
    case "github":
      expect(text).toMatch(/^::error /u);
      break;
    case "markdown":
      expect(text).toMatch(/^## qualspec\n/u);
      break;
  }
}

test("one run writes every report, and prints what is asked for", () => {
  const cwd = repository();
  const { stdout, stderr, code } = runQualspec(["check", "--format", "compact", ...everyReport], { cwd });
  expect(code).toBe(1);
  expect(stderr).toBe("");
  expect(stdout).toMatch(/^units\/a\.yaml:2:5: error file-named-by-id /u);
  for (const id of ids) expectReport(id, reportIn(cwd, id), null);
  expect(reportIn(cwd, "pretty")).toBe(runQualspec(["check"], { cwd }).stdout);
  expect(reportIn(cwd, "compact")).toBe(stdout);
  expect(readdirSync(join(cwd, "reports", "deep")).sort()).toEqual(ids.map((id) => `${id}.out`).sort());
});

test("a report takes the place of an older one", () => {
  const cwd = repository();
  for (const path of ["units/a.yaml", "."]) {
    runQualspec(["check", path, "--report=sarif=out.sarif"], { cwd });
    expectReport("sarif", readFileSync(join(cwd, "out.sarif"), "utf8"), null);
  }
});

test("colours that are asked for stay on standard output", () => {
  const cwd = repository();
  const { stdout } = runQualspec(["check", "--report", "pretty=out.txt"], { cwd, env: { FORCE_COLOR: "1" } });
  expect(stdout).toContain("\u001b[");
  expect(readFileSync(join(cwd, "out.txt"), "utf8")).not.toContain("\u001b");
});

test("paths in reports for services start from the root of the repository", () => {
  const cwd = repository();
  const { stdout } = runQualspec(["check", "--format", "gitlab"], { cwd: join(cwd, "units") });
  expect(JSON.parse(stdout)[0].location.path).toBe("units/a.yaml");
});

const failures: readonly [string, readonly string[], string][] = [
  ["no such path", ["nowhere.yaml"], "No such file or folder"],
  ["an unknown option", ["--strict"], "Unknown option"],
  ["an unknown report besides", ["--report", "srif=x.sarif"], "did you mean `sarif`?"],
  ["a broken workspace", ["broken"], "workspace file"],
];

describe.each(failures)("%s", (_, args, failure) => {
  test("leaves a valid report of each kind", () => {
    const cwd = repository();
    writeInto(cwd, { "broken/qualspec.yaml": "formt: 1\n", "broken/a.yaml": unit });
    const { code } = runQualspec(["check", ...args, ...everyReport], { cwd });
    expect(code).toBe(2);
    for (const id of ids) expectReport(id, reportIn(cwd, id), failure);
  });

  test.each(ids)("is told once on standard output, or on standard error: --format %s", async (id) => {
    const cwd = repository();
    writeInto(cwd, { "broken/qualspec.yaml": "formt: 1\n", "broken/a.yaml": unit });
    const { stdout, stderr, code } = runQualspec(["check", ...args, "--format", id], { cwd });
    const { tellsError = null } = (await reporters.find((one) => one.id === id)?.load()) ?? {};
    expect(code).toBe(2);
    if (tellsError !== "beside") expectReport(id, stdout, failure);
    expect(stderr.includes(failure)).toBe(tellsError !== "inside");
  });
});

/** A world in which reading standard input is a bug. */
function breakdown(cwd: string) {
  const written = { out: "", err: "" };
  const output = (name: "out" | "err") => ({
    write: (text: string) => {
      written[name] += text;
    },
    isTerminal: false,
    columns: 80,
  });
  const io: Io = {
    cwd,
    env: {},
    readStdin: () => {
      throw new TypeError("a bug for this test");
    },
    out: output("out"),
    err: output("err"),
    today: () => "2026-04-01",
  };
  return { io, written };
}

test("a crash leaves a valid report of each kind", async () => {
  const { io, written } = breakdown(repository());
  expect(await main(["check", "-", ...everyReport], io)).toBe(70);
  for (const id of ids) expectReport(id, reportIn(io.cwd, id), "a bug for this test");
  expect(written.out).toBe("");
  expect(written.err).toMatch(/bug in qualspec[\s\S]*a bug for this test/u);
});

test.each(ids)("a crash leaves one valid report on standard output: %s", async (id) => {
  const { io, written } = breakdown(repository());
  expect(await main(["check", "-", "--format", id], io)).toBe(70);
  if (id === "pretty" || id === "compact") expect(written.out).toBe("");
  else expectReport(id, written.out, "a bug for this test");
});

describe("refuses, and writes nothing:", () => {
  const cases: readonly [string, readonly string[], string][] = [
    ["a report without a file", ["--report", "sarif"], "expected a report and a file: `sarif=<file>`"],
    ["a report with an empty file", ["--report", "junit="], "expected a report and a file: `junit=<file>`"],
    ["a file without a report", ["--report", "=out.xml"], "expected a report and a file"],
    [
      "an unknown report",
      ["--report", "junti=out.xml"],
      "Unknown report `junti` after `--report`; did you mean `junit`?",
    ],
    ["standard output", ["--report", "junit=-"], "`--format junit` prints it"],
    ["two into one file", ["--report", "sarif=out", "--report", "junit=./x/../out"], "Unexpected second report into"],
    ["two that differ in case", ["--report", "sarif=out", "--report", "junit=OUT"], "Unexpected second report into"],
    ["a specification", ["--report", "sarif=units/a.yaml"], "Unexpected specification `units/a.yaml`"],
    ["any YAML file", ["--report", "sarif=new.YML"], "Unexpected specification `new.YML`"],
    ["a file that is checked", ["spec.txt", "--report", "sarif=spec.txt"], "Unexpected specification `spec.txt`"],
    ["one that a pattern finds", ["*.txt", "--report", "sarif=spec.txt"], "Unexpected specification `spec.txt`"],
    ["the Register", ["--register", "r.csv", "--report", "sarif=r.csv"], "Unexpected specification `r.csv`"],
  ];

  test.each(cases)("%s", (_, args, message) => {
    const cwd = repository();
    writeInto(cwd, { "spec.txt": unit, "r.csv": "a\n" });
    const before = contentOf(cwd);
    const { stdout, stderr, code } = runQualspec(["check", ...args], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(stdout).toBe("");
    expect(contentOf(cwd)).toEqual(before);
  });

  test.skipIf(process.platform === "win32")("a specification behind a link, and a device", () => {
    const cwd = repository();
    symlinkSync(join(cwd, "units"), join(cwd, "linked"));
    symlinkSync(join(cwd, "units", "a.yaml"), join(cwd, "report.txt"));
    for (const file of ["report.txt", "/dev/null"]) {
      expect(runQualspec(["check", "--report", `sarif=${file}`], { cwd }).code).toBe(2);
    }
    const two = ["--report", "sarif=units/out", "--report", "junit=linked/out"];
    expect(runQualspec(["check", ...two], { cwd }).stderr).toContain("Unexpected second report into");
    expect(readFileSync(join(cwd, "units", "a.yaml"), "utf8")).toBe(unit);
    expect(readdirSync(join(cwd, "units"))).toEqual(["a.yaml"]);
  });
});

/** Every file of a folder, with what it holds. */
function contentOf(folder: string): readonly (readonly [string, string])[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => [path, readFileSync(path, "utf8")]);
}

describe("a place that cannot be written", () => {
  test.each(["pretty", "json", "sarif"])("ends with 3, and the other reports are there: --format %s", (format) => {
    const cwd = repository();
    writeFileSync(join(cwd, "file"), "");
    const bad = ["--report", "junit=file/out.xml", "--report", "gitlab=units"];
    const args = ["check", "--format", format, ...bad, "--report", "sarif=out.sarif"];
    const { stdout, stderr, code } = runQualspec(args, { cwd });
    expect(code).toBe(3);
    expect(stderr).toContain("Cannot write units: it is a folder");
    expect((format === "json" ? stdout : stderr).match(/Cannot write file\/out\.xml: /gu)).toHaveLength(1);
    if (format === "pretty") expect(stdout).toContain("file-named-by-id");
    else expectReport(format, stdout, "Cannot write file/out.xml");
    expectReport("sarif", readFileSync(join(cwd, "out.sarif"), "utf8"), null);
  });

  test("does not hide what went wrong before", () => {
    const cwd = repository();
    const { stderr, code } = runQualspec(["check", "nowhere", "--report", "sarif=units"], { cwd });
    expect(code).toBe(2);
    expect(stderr).toMatch(/No such file or folder: `nowhere`.*\n.*Cannot write units/u);
  });
});

describe("the summary of a step on GitHub", () => {
  test("is added to what stands there, where annotations are printed", () => {
    const cwd = repository();
    writeFileSync(join(cwd, "summary.md"), "before\n");
    const env = { GITHUB_STEP_SUMMARY: join(cwd, "summary.md") };
    runQualspec(["check"], { cwd, env });
    expect(readFileSync(join(cwd, "summary.md"), "utf8")).toBe("before\n");
    runQualspec(["check", "--format", "github"], { cwd, env });
    expect(readFileSync(join(cwd, "summary.md"), "utf8")).toMatch(/^before\n## qualspec\n[\s\S]*### Errors/u);
  });

  test("never fails the run", () => {
    const cwd = repository();
    const env = { GITHUB_STEP_SUMMARY: join(cwd, "units") };
    const { code, stderr } = runQualspec(["check", "--format", "github"], { cwd, env });
    expect([code, stderr]).toEqual([1, ""]);
    expect(existsSync(join(cwd, "units", "a.yaml"))).toBe(true);
  });
});

describe("findings that are waived", () => {
  const waived = `${unit}waivers:\n  - { rule: file-named-by-id, reason: "Named so \\"by law\\"", until: 2026-12-31 }\n`;
  const args = ["check", "--today", "2026-04-01", "--format"];

  test("are suppressed for code scanning, with the reason", () => {
    const cwd = emptyFolder();
    writeInto(cwd, { "a.yaml": waived });
    const { runs } = JSON.parse(runQualspec([...args, "sarif"], { cwd }).stdout);
    const results = runs[0].results as { readonly ruleId: string; readonly suppressions?: unknown }[];
    expect(results.filter(({ suppressions }) => suppressions !== undefined)).toMatchObject([
      {
        ruleId: "file-named-by-id",
        suppressions: [{ kind: "inSource", status: "accepted", justification: 'Named so "by law" (until 2026-12-31)' }],
      },
    ]);
    expect(results.length).toBeGreaterThan(1);
  });

  test.each(["compact", "junit", "github", "gitlab", "markdown"])("do not stand in %s", (format) => {
    const cwd = emptyFolder();
    writeInto(cwd, { "a.yaml": waived });
    const { stdout } = runQualspec([...args, format], { cwd });
    expect(stdout).not.toContain("file-named-by-id");
    expect(stdout).toContain("outcome-has-criteria");
    if (format === "github" || format === "markdown") expect(stdout).toMatch(/^Checked 1 file: .*, 1 waived\.$/mu);
  });
});

test("a hook that names every YAML file may ask to leave out those of others", () => {
  const cwd = repository();
  writeInto(cwd, { "docker-compose.yml": "services: {}\n", ".github/workflows/ci.yml": "on: push\njobs: {}\n" });
  const others = ["docker-compose.yml", ".github/workflows/ci.yml"];
  expect(runQualspec(["check", ...others], { cwd }).stdout).toContain("missing-kind");
  expect(runQualspec(["check", "--skip-others", ...others], { cwd })).toEqual({
    code: 0,
    stderr: "",
    stdout: "Checked 0 files: nothing wrong found.\n",
  });
  const { stdout, code } = runQualspec(["check", "--skip-others", ...others, "units/a.yaml"], { cwd });
  expect(stdout).toMatch(/^Checked 1 file: /mu);
  expect(code).toBe(1);
});
