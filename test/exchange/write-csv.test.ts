import { describe, expect, test } from "vitest";
import { writeCsv } from "../../src/exchange/write-csv.ts";
import { parseCsv } from "../collect/parse-csv.ts";

const hostile = [
  "plain",
  "",
  "a,b",
  'say "so"',
  '"',
  "one\ntwo",
  "one\r\ntwo",
  "ends in a return\r",
  " spaces around ",
  "שלום 😀",
  "a;b\tc",
];

test("what is written is read", () => {
  const rows = [hostile, [...hostile].reverse(), hostile.map((cell) => cell + cell)];
  expect(parseCsv(writeCsv(rows))).toEqual(rows);
});

test("numbers are written as they are", () => {
  expect(writeCsv([[1, 0, -2]])).toBe("\uFEFF1,0,-2\r\n");
});

describe("a text that a spreadsheet would run", () => {
  test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("https://example.org","x")', "'quoted", "''"])(
    "has an apostrophe before it, and is given back without: %j",
    (text) => {
      const [[cell = ""] = []] = parseCsv(writeCsv([[text]]));
      expect(cell).toMatch(/^'/u);
      expect(cell.replace(/^'/u, "")).toBe(text);
    },
  );

  test.each(["1.1", "a=b", "2 Oct 2026", "it's"])("is not one that only looks a little like it: %j", (text) => {
    expect(parseCsv(writeCsv([[text]]))).toEqual([[text]]);
  });
});
