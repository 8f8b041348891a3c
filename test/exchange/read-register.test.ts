import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { UserError } from "../../src/cli/user-error.ts";
import { readRegister } from "../../src/exchange/read-register.ts";
import { writeInto } from "../check-folder.ts";
import { emptyFolder } from "../run-qualspec.ts";

const header = "Qualification Number,Qualification Title";
const today = "../shared/interop/schemas/ofqual/register-columns.csv";

/** An export with this content. */
function read(content: string | Uint8Array) {
  const folder = emptyFolder();
  writeInto(folder, { "register.csv": content });
  return readRegister("register.csv", folder);
}

function refusalOf(content: string | Uint8Array): UserError {
  try {
    read(content).register.rowsOf("999/0000/2");
  } catch (error) {
    if (error instanceof UserError) return error;
  }
  throw new Error("It was not refused");
}

test.each(["999/0000/2", "99900002", "999 0000 2"])("a row is found by the number %s", (number) => {
  const { register } = read(`${header}\n999/0001/4,Cooking\n999/0000/2,Baking\n`);
  expect(register.rowsOf(number).map(({ title }) => title?.text)).toEqual(["Baking"]);
});

test("a number without slashes in the export, and one that is not there", () => {
  const { register } = read("qualificationNumberNoObliques,title\n9990000X,Baking\n");
  expect(register.rowsOf("999/0000/x")).toHaveLength(1);
  expect(register.rowsOf("999/0000/2")).toEqual([]);
});

test("all rows of a number are found, in their order", () => {
  const { register } = read(`${header}\n999/0000/2,Baking\n999/0001/4,Cooking\n99900002,Baking Bread\n`);
  expect(register.rowsOf("999/0000/2").map(({ title }) => title?.text)).toEqual(["Baking", "Baking Bread"]);
});

test("columns are found by name, whatever their order, case and spaces, after a byte-order mark", () => {
  const { register, missing } = read(
    '\ufeffGRADING  SCALE, qualification_title ,"Qualification Number",tqt\r\n"A*/A/B",Baking,999/0000/2,120\r\n',
  );
  const [row] = register.rowsOf("999/0000/2");
  expect([row?.gradingScale, row?.title, row?.totalQualificationTime].map((cell) => cell?.text)).toEqual([
    "A*/A/B",
    "Baking",
    "120",
  ]);
  expect(row?.credit).toBeUndefined();
  expect(missing).toContain("Total Credits");
  expect(missing).not.toContain("Total Qualification Time");
  expect(missing).not.toContain("Review Date");
});

test("a cell knows where it stands", () => {
  const { register } = read(`${header}\n999/0001/4,"Two\nlines"\n999/0000/2,"Baking, Bread"\n`);
  const place = register.rowsOf("999/0000/2")[0]?.title?.place;
  expect(place?.file.path).toBe("register.csv");
  expect(place?.file.positionAt(place.start)).toEqual({ line: 4, column: 12 });
  expect(place?.file.text.slice(place.start, place.end)).toBe('"Baking, Bread"');
});

test.each([
  ["2026-09-01", "", ["2026-09-01"]],
  ["2026-09-01T00:00:00", "", ["2026-09-01"]],
  ["2026/09/01 00:00:00", "", ["2026-09-01"]],
  ["", "", []],
  ["soon", "", []],
  ["13/09/2026", "", ["2026-09-13"]],
  ["09/13/2026 00:00:00", "", ["2026-09-13"]],
  // Nothing tells the two apart.
  ["01/09/2026", "", ["2026-09-01", "2026-01-09"]],
  ["1/9/2026", "", ["2026-09-01", "2026-01-09"]],
  ["09/09/2026", "", ["2026-09-09"]],
  // Another date of the export does.
  ["01/09/2026", "31/08/2029", ["2026-09-01"]],
  ["09/01/2026 00:00:00", "08/31/2029 00:00:00", ["2026-09-01"]],
])("the date %s beside %s", (start, end, days) => {
  const dates = "Operational Start Date,Operational End Date";
  const { register } = read(`${header},${dates}\n999/0000/2,Baking,${start},\n999/0001/4,Cooking,,${end}\n`);
  expect(register.rowsOf("999/0000/2")[0]?.operationalStart?.days).toEqual(days);
});

test.each([
  ["an empty file", "", /^Unexpected empty file/u],
  ["a web page", "<!doctype html><title>Sign in</title>", /^Unexpected web page/u],
  ["a workbook", Buffer.from("PK\u0003\u0004 and so on"), /^Unexpected workbook/u],
  ["text in an old encoding", Buffer.from(`${header}\n999/0000/2,Caf\u00e9\n`, "latin1"), /not UTF-8 in line 2/u],
  [
    "another table",
    "Recognition Number,Name\nRN5000,Example Awards\n",
    /columns `Recognition Number,Name` without `Qualification Number` and `Qualification Title`/u,
  ],
  ["a table without titles", "Qualification Number,Name\n", /without `Qualification Title`/u],
  ["semicolons", `${header.replace(",", ";")}\n999/0000/2;Baking\n`, /semicolons between the columns/u],
  ["tabs", `${header.replace(",", "\t")}\n999/0000/2\tBaking\n`, /tabs between the columns/u],
  ["an open quotation mark", `${header}\n999/0000/2,"Baking\n999/0001/4,Cooking\n`, /in line 2 that is never closed/u],
  [
    "a download that was cut short",
    `${header},Total Credits\n999/0000/2,Baking`,
    /2 columns in line 2 under a header of 3/u,
  ],
])("%s is refused, with how to get the export", (_, content, message) => {
  const error = refusalOf(content);
  expect(error.exitCode).toBe(2);
  expect(error.message).toMatch(message);
  expect(error.message).toMatch(/download the qualifications as a CSV file from the Register/u);
});

test.each(["register.csv", "."])("%s is no file", (typed) => {
  expect(() => readRegister(typed, emptyFolder())).toThrow(/^No such file: /u);
});

test("an export as large as the Register is read whole", () => {
  const rows = Array.from({ length: 60_000 }, (_, at) => `${100_0000 + at}X,"Title ${at}, in ""full"""`);
  const { register } = read(`${header}\r\n${rows.join("\r\n")}\r\n`);
  expect(register.rowsOf("105/9999/X")[0]?.title?.text).toBe('Title 59999, in "full"');
});

test.skipIf(!existsSync(today))("the header of today's download has every column", () => {
  expect(read(readFileSync(today)).missing).toEqual([]);
});
