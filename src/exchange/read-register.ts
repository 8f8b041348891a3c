import { usageError } from "../cli/user-error.ts";
import type { SourceFile } from "../diagnostics/source-file.ts";
import { printedPath, resolvePath } from "../files/paths.ts";
import { kindOfPath, readBytes } from "../files/read.ts";
import type { Register, RegisterCell, RegisterColumn, RegisterRow } from "../model/register.ts";
import { decode } from "../source/decode.ts";
import { code, excerpt, joinWords } from "../text/words.ts";
import { boundsOfCell, countCells, readCell, readRow } from "./csv.ts";
import { columnName, findColumns, missingColumns } from "./register-columns.ts";
import { type DateOrder, orderShownBy, readDays } from "./register-days.ts";

export interface ReadRegister {
  readonly register: Register;
  /** Names of columns that the Register's download has and this export has not: they cannot be compared. */
  readonly missing: readonly string[];
}

type Columns = ReadonlyMap<"number" | RegisterColumn, number>;

const needed = ["number", "title"] as const;
const dateColumns: readonly RegisterColumn[] = [
  "regulationStart",
  "operationalStart",
  "operationalEnd",
  "certificationEnd",
  "review",
];
const howToGet =
  "download the qualifications as a CSV file from the Register of Regulated Qualifications, and name that file as it came";

/**
 * An export of the Register, from a CSV file. The file is gone through once, for the numbers in it; rows are read when
 * they are asked for.
 *
 * @throws UserError where there is no such file, or it is no such export
 */
export function readRegister(typed: string, cwd: string): ReadRegister {
  const path = resolvePath(typed, cwd);
  const kind = kindOfPath(path);
  if (kind === "folder") throw usageError(`No such file: ${code(typed)}, which is a folder; ${howToGet}`);
  if (kind !== "file") throw usageError(`No such file: ${code(typed)}; ${howToGet}`);
  const file = readText(path, printedPath(path, cwd));
  const header = readHeader(file);
  const { starts, order } = findRows(file, header);
  return {
    register: {
      path: file.path,
      rowsOf: (number) => (starts.get(foldNumber(number)) ?? []).map((start) => pickRow(file, header, start, order)),
    },
    missing: missingColumns(header.columns),
  };
}

function readText(path: string, printed: string): SourceFile {
  const bytes = readBytes(path, printed);
  // The mark of a zip archive, which a spreadsheet's own format is.
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) throw refuse(printed, "workbook of a spreadsheet program");
  const { file, findings } = decode(printed, bytes);
  const [broken] = findings;
  if (broken !== undefined) {
    const { line } = broken.place.file.positionAt(broken.place.start);
    throw refuse(printed, `text that is not UTF-8 in line ${line}`);
  }
  if (file.text.trim() === "") throw refuse(printed, "empty file");
  if (/^\s*</u.test(file.text)) throw refuse(printed, "web page");
  return file;
}

interface Header {
  readonly columns: Columns;
  readonly cells: number;
  readonly next: number;
}

function readHeader(file: SourceFile): Header {
  const row = readRow(file.text, 0);
  const cells = countCells(file.text, row);
  const names = Array.from({ length: cells }, (_, position) => readCell(file.text, row, position));
  const columns = findColumns(names);
  const missing = needed.filter((column) => !columns.has(column)).map((column) => code(columnName(column)));
  if (missing.length === 0) return { columns, cells, next: row.next };
  const split = names.length === 1 ? /[;\t]/u.exec(names[0] ?? "")?.[0] : undefined;
  if (split !== undefined) throw refuse(file.path, `${split === ";" ? "semicolons" : "tabs"} between the columns`);
  throw refuse(file.path, `columns ${excerpt(names.join(","), 80)} without ${joinWords(missing)}`);
}

/** Where the rows of each number begin, and which of day and month comes first in the dates of this export. */
function findRows(file: SourceFile, { columns, next }: Header) {
  const { text } = file;
  const starts = new Map<string, number[]>();
  const numberAt = columns.get("number") ?? 0;
  const dates = dateColumns.flatMap((column) => columns.get(column) ?? []);
  let order: DateOrder | null = null;
  for (let start = next; start < text.length; ) {
    const row = readRow(text, start);
    if (row.open !== null) {
      throw refuse(file.path, `quotation mark in line ${file.positionAt(row.open).line} that is never closed`);
    }
    const number = foldNumber(readCell(text, row, numberAt));
    const known = starts.get(number);
    if (known !== undefined) known.push(start);
    else if (number !== "") starts.set(number, [start]);
    for (const position of dates) order ??= orderShownBy(readCell(text, row, position));
    start = row.next;
  }
  return { starts, order };
}

function pickRow(file: SourceFile, header: Header, start: number, order: DateOrder | null): RegisterRow {
  const row = readRow(file.text, start);
  const cells = countCells(file.text, row);
  if (cells !== header.cells) {
    const { line } = file.positionAt(start);
    throw refuse(file.path, `${cells} columns in line ${line} under a header of ${header.cells}`);
  }
  const picked: Partial<Record<RegisterColumn, RegisterCell>> = {};
  for (const [column, position] of header.columns) {
    if (column === "number") continue;
    const text = readCell(file.text, row, position);
    const [start, end] = boundsOfCell(file.text, row, position) ?? [0, 0];
    const days = dateColumns.includes(column) ? readDays(text, order) : [];
    picked[column] = { text, days, place: { file, start, end, pointer: "" } };
  }
  return picked;
}

/** The number as in a learner's record: without slashes. */
function foldNumber(number: string): string {
  return number.toUpperCase().replace(/[^0-9A-Z]/gu, "");
}

function refuse(path: string, found: string) {
  return usageError(`Unexpected ${found}, expected in ${code(path)} an export of the Register as CSV; ${howToGet}`);
}
