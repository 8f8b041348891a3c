/**
 * Rows as CSV (RFC 4180): commas, quotation marks around every cell that needs them, CRLF; with a byte-order mark, by which
 * spreadsheet programs know UTF-8. A text that one of them would run as a formula has an apostrophe before it, and so has
 * one that begins with an apostrophe: taking the first away always gives back what was written.
 */
export function writeCsv(rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(encodeCell).join(",")}\r\n`).join("")}`;
}

function encodeCell(cell: string | number): string {
  if (typeof cell === "number") return String(cell);
  const guarded = /^[=+\-@\t\r']/u.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]|^\s|\s$/u.test(guarded) ? `"${guarded.replace(/"/gu, '""')}"` : guarded;
}
