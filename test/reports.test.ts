import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { commands } from "../src/commands/index.ts";
import { emptyFolder, runQualspec } from "./run-qualspec.ts";

interface Schema {
  readonly title?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

const schema = JSON.parse(readFileSync("schemas/reports.schema.json", "utf8")) as Schema;
const ajv = new Ajv2020({ allErrors: true, strict: true });
ajv.addSchema(schema, "reports");

/** What is wrong with a report, as far as its schema tells; null where nothing is. */
function errorsOf(name: string, report: unknown): unknown {
  const validate = ajv.getSchema(`reports#/$defs/${name}`);
  if (validate === undefined) throw new Error(`schemas/reports.schema.json does not describe ${name}`);
  return validate(report) ? null : validate.errors;
}

/** What came back is another matter than specifications, and what begins a file has none to find fault with. */
const others = ["collect", "new", "init"];

/** Every other command that prints reports for programs. */
const reporting = commands
  .filter(({ name, options }) => !others.includes(name) && options.some(({ flags }) => flags.startsWith("--format ")))
  .map(({ name }) => name);

/** What is compared needs two sides: here each is the other. What is renamed needs two names, and what is split a file. */
const sidesOf = (name: string, path: string) => {
  if (name === "split" || name === "bundle") {
    return [path === "specs" ? "specs/qualifications/l5-digital-leadership.yaml" : "units/a.yaml"];
  }
  if (name === "rename") return path === "specs" ? ["asc01", "own-role"] : ["a", "b"];
  return name === "diff" ? [path, path] : [path];
};

describe.each(reporting)("qualspec %s --format json", (name) => {
  test("prints what the schema describes", () => {
    const cwd = emptyFolder();
    cpSync("specs", join(cwd, "specs"), { recursive: true });
    const { stdout, code } = runQualspec([name, ...sidesOf(name, "specs"), "--format", "json"], { cwd });
    expect(errorsOf(name, JSON.parse(stdout))).toBeNull();
    expect(code).toBe(0);
  });

  test("prints findings as the schema describes them", () => {
    const cwd = emptyFolder();
    mkdirSync(join(cwd, "units"));
    writeFileSync(join(cwd, "a.yaml"), "kind: unit\nid: a\ntitle: A\nlearningOutcomes: []\n");
    writeFileSync(join(cwd, "units", "a.yaml"), "kind: unit\nid: a\ntitle: A: B\n");
    writeFileSync(join(cwd, "b.yaml"), "kind: unit\nid: a\ntitle: B\nlevel: 20\nlearningOutcomes: {}\n");
    const { stdout } = runQualspec([name, ...sidesOf(name, "."), "--format", "json"], { cwd });
    const report = JSON.parse(stdout) as { readonly findings: readonly unknown[] };
    expect(errorsOf(name, report)).toBeNull();
    expect(report.findings).not.toEqual([]);
  });

  test.each([
    ["no such path", ["nowhere"]],
    ["an unknown option", ["--unknown"]],
    ["a broken workspace file", ["."]],
  ])("prints an error as the schema describes it: %s", (_, args) => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, "qualspec.yaml"), "formt: 1\n");
    writeFileSync(join(cwd, "a.yaml"), "kind: unit\nid: a\ntitle: A\nlearningOutcomes: []\n");
    const { stdout, code } = runQualspec([name, ...args, "--format", "json"], { cwd });
    const report = JSON.parse(stdout) as { readonly error: unknown };
    expect(errorsOf(name, report)).toBeNull();
    expect(report.error).toMatchObject({ exitCode: 2 });
    expect(code).toBe(2);
  });
});

describe("what begins files says so as the schema describes it", () => {
  const unit = ["new", "unit", "--title", "A", "--level", "2", "--total-hours", "20", "--guided-hours", "9"];
  test.each([
    ["a unit", [...unit, "--methods", "observation"], 0],
    ["a dry run", [...unit, "--methods", "observation", "--dry-run"], 0],
    ["an answer that is missing", unit, 2],
    ["a folder", ["init", "b"], 0],
    ["a folder that is a file", ["init", "a"], 3],
  ])("%s", (_, args, code) => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, "a"), "");
    const ran = runQualspec([...args, "--format", "json"], { cwd });
    const report = JSON.parse(ran.stdout) as { error: unknown; written: boolean; files: unknown[] };
    expect(errorsOf(args[0] ?? "", report)).toBeNull();
    expect(ran).toMatchObject({ code, stderr: "" });
    expect(report.written).toBe(code === 0 && !args.includes("--dry-run"));
    expect(report.files.length > 0).toBe(code === 0);
  });
});

test.each([
  ["with --fix", ["--fix"]],
  ["with --dry-run", ["--fix", "--dry-run"]],
])("the report of what was mended is what the schema describes: %s", (_, args) => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, "a.yaml"), "kind: unit\nid: a\ntitle: A\nglh: 3\ncredti: 1\nlearningOutcomes: []\n");
  const { stdout } = runQualspec(["check", ...args, "--format", "json"], { cwd });
  const report = JSON.parse(stdout) as { readonly fixed: unknown };
  expect(errorsOf("check", report)).toBeNull();
  expect(report.fixed).toHaveLength(1);
});

test("the report of an unknown command is what the schema describes", () => {
  const { stdout } = runQualspec(["chek", "--format", "json"], { cwd: emptyFolder() });
  expect(errorsOf("none", JSON.parse(stdout))).toBeNull();
});

test.each([
  ["a key that is not described", { extra: true }],
  ["another version", { version: 2 }],
  ["an error without a message", { error: { exitCode: 2 } }],
  ["a finding without a place", { findings: [{ rule: "a", severity: "error", message: "A", related: [] }] }],
  ["no summary", { summary: undefined }],
])("the schema refuses %s", (_, change) => {
  const summary = { files: 0, errors: 0, warnings: 0, advice: 0 };
  const report = { version: 1, error: null, findings: [], summary };
  expect(errorsOf("check", report)).toBeNull();
  expect(errorsOf("check", JSON.parse(JSON.stringify({ ...report, ...change })))).not.toBeNull();
});

describe("every property of a report says what it is", () => {
  const properties = Object.entries(schema.$defs ?? {}).flatMap(([name, one]) => propertiesOf(one, `#/$defs/${name}`));

  test.each(properties)("$pointer", ({ pointer, property }) => {
    expect(property.title).toMatch(/\S/u);
    expect(property.description).toMatch(/\S\.$/u);
    const validate = ajv.getSchema(`reports${pointer}`);
    const refused = (property.examples ?? []).filter((example) => validate?.(example) !== true);
    expect(property.examples).not.toHaveLength(0);
    expect(refused).toEqual([]);
  });
});

function propertiesOf(part: Schema, pointer: string): readonly { pointer: string; property: Schema }[] {
  return Object.entries(part.properties ?? {}).flatMap(([name, property]) => {
    const own = `${pointer}/properties/${name}`;
    return [{ pointer: own, property }, ...propertiesOf(property, own)];
  });
}

test("the report lists waivers, and those that were written, as the schema describes them", () => {
  const cwd = emptyFolder();
  const waiver = "{ rule: unit-facts-stated, reason: Agreed, until: 2001-01-01 }";
  writeFileSync(
    join(cwd, "a.yaml"),
    `kind: unit\nid: a\ntitle: A\nlearningOutcomes: []\nwaivers: [${waiver}, { rule: no-rule }]\n`,
  );
  const args = [
    "check",
    "--format",
    "json",
    "--waivers",
    "--write-waivers",
    "--until",
    "2031-01-01",
    "--today",
    "2030-01-01",
  ];
  const report = JSON.parse(runQualspec(args, { cwd }).stdout) as {
    waivers: readonly { state: string }[];
    written: unknown;
  };
  expect(errorsOf("check", report)).toBeNull();
  expect(new Set(report.waivers.map(({ state }) => state))).toEqual(new Set(["expired", "incomplete", "open"]));
  expect(report.written).toMatchObject({ files: [{ path: "a.yaml" }], left: [] });
});
