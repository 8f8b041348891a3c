import { expect, test } from "vitest";
import { boundsOfCell, countCells, readCell, readRow } from "../../src/exchange/csv.ts";

/** Every row as its cells. */
function rowsOf(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  for (let start = 0; start < text.length; ) {
    const row = readRow(text, start);
    rows.push(Array.from({ length: countCells(text, row) }, (_, position) => readCell(text, row, position)));
    start = row.next;
  }
  return rows;
}

test.each([
  [
    "plain cells",
    "a,b\nc,d\n",
    [
      ["a", "b"],
      ["c", "d"],
    ],
  ],
  [
    "the line ends of Windows",
    "a,b\r\nc,d\r\n",
    [
      ["a", "b"],
      ["c", "d"],
    ],
  ],
  [
    "no line end at the end",
    "a,b\nc,d",
    [
      ["a", "b"],
      ["c", "d"],
    ],
  ],
  ["cells that say nothing", ",,\n", [["", "", ""]]],
  ["a comma in quotation marks", 'a,"b, c",d\n', [["a", "b, c", "d"]]],
  ["quotation marks in quotation marks", '"say ""so""",b\n', [['say "so"', "b"]]],
  ["nothing in quotation marks", '"",""\r\n', [["", ""]]],
  [
    "a line end in quotation marks",
    '"one\r\ntwo",b\r\nc,d\r\n',
    [
      ["one\r\ntwo", "b"],
      ["c", "d"],
    ],
  ],
  [
    "a quotation mark inside a cell",
    'a 5" pipe,b\nc,d\n',
    [
      ['a 5" pipe', "b"],
      ["c", "d"],
    ],
  ],
  ["spaces around cells", ' a , "b" \n', [["a", "b"]]],
  ["lines that say nothing", "a,b\r\n\r\n  \nc,d\n", [["a", "b"], [], [], ["c", "d"]]],
] as const)("%s", (_, text, rows) => {
  expect(rowsOf(text)).toEqual(rows);
});

test("a cell is where it is written, quotation marks included and line end left out", () => {
  const text = 'a,"b, c"\r\nd,e\r\n';
  const row = readRow(text, 0);
  const written = [0, 1, 2].map((position) => {
    const bounds = boundsOfCell(text, row, position);
    return bounds === null ? null : text.slice(...bounds);
  });
  expect(written).toEqual(["a", '"b, c"', null]);
});

test("a quotation mark that is never closed is told", () => {
  expect(readRow('a,"b\nc,d\n', 0).open).toBe(2);
  expect(readRow('a,"b"\n', 0).open).toBeNull();
});
