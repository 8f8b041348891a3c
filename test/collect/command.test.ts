import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import type { LearnerRecord } from "../../src/record/learner-record.ts";
import { writeInto } from "../check-folder.ts";
import { copyWorkspace, starterFolder } from "../papers/build-papers.ts";
import { emptyFolder, runQualspec } from "../run-qualspec.ts";
import { fillDocx } from "./fill-docx.ts";
import { parseCsv } from "./parse-csv.ts";
import { guide, workbook } from "./samples.ts";

const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
const schemaOf = (name: string) => JSON.parse(readFileSync(`schemas/${name}.schema.json`, "utf8")) as object;
ajv.addSchema(schemaOf("reports"), "reports");
const isRecord = ajv.compile(schemaOf("learner-record"));

/** What is wrong with a report or a record, as far as its schema tells. */
function errorsOf(report: unknown): unknown {
  const validate = ajv.getSchema("reports#/$defs/collect");
  return validate?.(report) === true ? null : validate?.errors;
}

interface Report {
  readonly error: { readonly exitCode: number } | null;
  readonly findings: readonly unknown[];
  readonly files: readonly { readonly status: string; readonly written: string | null; readonly fit: unknown }[];
  readonly records: readonly LearnerRecord[];
}

const filled = (name: string, answer: string) =>
  fillDocx(
    workbook.bytes,
    workbook.part.fields,
    new Map([
      ["me.name", name],
      ["hot-drinks.1.1.a", answer],
    ]),
  );

function workspace(): string {
  const folder = emptyFolder();
  copyWorkspace(starterFolder, folder);
  writeInto(folder, {
    "returned/alex.docx": filled("Alex", "Often, é\nand well"),
    "returned/sam.docx": filled("Sam", "=1+1"),
  });
  return folder;
}

const collect = (cwd: string, ...args: readonly string[]) => runQualspec(["collect", ...args], { cwd });

test("the JSON report is what its schema describes, with records that are what theirs describes", () => {
  const cwd = workspace();
  writeInto(cwd, {
    "returned/x.docx": "%PDF",
    "returned/again.docx": filled("Sam", "=1+1"),
    "returned/other.docx": filled("Sam", "No"),
    "returned/guide.docx": guide,
  });
  const { stdout, stderr, code } = collect(cwd, "returned", "--format", "json", "--out", "records");
  const report = JSON.parse(stdout) as Report;
  expect(errorsOf(report)).toBeNull();
  expect([code, stderr, report.findings.length]).toEqual([1, "", 3]);
  expect(report.files.map(({ status }) => status)).toEqual(["read", "read", "no-fields", "read", "copy", "refused"]);
  expect(report.records.length).toBe(3);
  for (const record of report.records) expect(isRecord(record) ? null : isRecord.errors).toBeNull();
  const written = report.files.flatMap(({ written }) => written ?? []);
  expect(written.map((path) => JSON.parse(readFileSync(join(cwd, path), "utf8")))).toEqual(report.records);
});

describe("the JSON report of a failure is what its schema describes", () => {
  test.each([
    ["no such path", ["nowhere"]],
    ["no papers in a folder", ["units"]],
    ["no path", []],
    ["an unknown option", ["returned", "--unknown"]],
    ["two answers on one output", ["returned", "--csv", "-"]],
    ["no specifications where they should be", ["returned", "--specs", "returned"]],
  ])("%s", (_, args) => {
    const { stdout, code } = collect(workspace(), ...args, "--format", "json");
    const report = JSON.parse(stdout) as Report;
    expect(errorsOf(report)).toBeNull();
    expect([code, report.error?.exitCode]).toEqual([2, 2]);
  });

  test("a broken workspace file", () => {
    const cwd = workspace();
    writeFileSync(join(cwd, "qualspec.yaml"), "formt: 1\n");
    const { stdout, code } = collect(cwd, "returned", "--format", "json");
    const report = JSON.parse(stdout) as Report;
    expect([errorsOf(report), code, report.error?.exitCode]).toEqual([null, 2, 2]);
  });
});

describe("what is written", () => {
  test("stays as it is where nothing has changed, and is never overwritten where somebody has changed it", () => {
    const cwd = workspace();
    const args = ["returned", "--out", "records", "--csv", "marks.csv"];
    expect(collect(cwd, ...args).stdout.match(/ {2}written$/gmu)?.length).toBe(3);
    expect(collect(cwd, ...args).stdout.match(/ {2}unchanged$/gmu)?.length).toBe(3);
    // Whoever hands in again is read again.
    writeFileSync(join(cwd, "returned", "sam.docx"), filled("Sam", "Better"));
    expect(collect(cwd, ...args).stdout.match(/ {2}written$/gmu)?.length).toBe(2);

    const marks = join(cwd, "marks.csv");
    writeFileSync(marks, "mine");
    writeFileSync(join(cwd, "returned", "alex.docx"), filled("Alex", "Worse"));
    const refused = collect(cwd, ...args);
    expect([refused.code, readFileSync(marks, "utf8")]).toEqual([3, "mine"]);
    expect(refused.stderr).toContain("marks.csv");
    const [alex = ""] = readdirSync(join(cwd, "records")).filter((name) => name.startsWith("Alex"));
    expect(readFileSync(join(cwd, "records", alex), "utf8")).not.toContain("Worse");
    expect(collect(cwd, ...args, "--force").code).toBe(0);
    expect(readFileSync(marks, "utf8")).toContain("Worse");
  });

  test("refuses a mark sheet of somebody else's with advice about mark sheets", () => {
    const cwd = workspace();
    writeFileSync(join(cwd, "marks.csv"), "mine");
    const { stderr, code } = collect(cwd, "returned", "--csv", "marks.csv");
    expect(code).toBe(3);
    expect(stderr).toContain("Move it away, name another file with --csv, or overwrite it with --force.");
  });

  test("is not read again where it lies beside what came back", () => {
    const cwd = workspace();
    collect(cwd, "returned", "--out", "returned/records");
    const { stdout } = collect(cwd, "returned", "--out", "returned/records");
    expect(stdout).toContain("Read 2 papers: nothing wrong found.");
  });

  test("is a mark sheet alone on standard output where that is asked for", () => {
    const { stdout, stderr, code } = collect(workspace(), "returned", "--csv", "-");
    const [, first = []] = parseCsv(stdout);
    expect([code, first.includes("Often, é\nand well")]).toEqual([0, true]);
    expect(stderr).toBe("Read 2 papers: nothing wrong found.\n");
  });

  test("is nothing where nothing can be read back", () => {
    const cwd = workspace();
    writeFileSync(join(cwd, "a.docx"), "%PDF");
    expect(collect(cwd, "a.docx", "--out", "records").code).toBe(1);
    expect(existsSync(join(cwd, "records"))).toBe(false);
  });
});

test("papers are read where there are no specifications, and held against those that are named", () => {
  const cwd = emptyFolder();
  writeInto(cwd, { "sam.docx": filled("Sam", "=1+1") });
  copyWorkspace(starterFolder, join(cwd, "specs"));
  const alone = collect(cwd, "sam.docx", "--specs", "specs", "--format", "json");
  expect((JSON.parse(alone.stdout) as Report).files[0]?.fit).toEqual({ fits: 3, changed: [], gone: [], added: [] });
  const elsewhere = emptyFolder();
  writeInto(elsewhere, { "sam.docx": filled("Sam", "=1+1") });
  const { stdout, code } = collect(elsewhere, "sam.docx");
  expect(code).toBe(0);
  expect(stdout).toMatch(/answered 1 of 3[\s\S]*warning {2}paper-specification-unknown/u);
});
