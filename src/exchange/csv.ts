const quote = 0x22;
const comma = 0x2c;
const newline = 0x0a;

/** Where one row of a CSV text (RFC 4180) stands. */
export interface CsvRow {
  /** Where each cell begins, and one past the end of the row's last: cell n ends one before `bounds[n + 1]`. */
  readonly bounds: readonly number[];
  /** Where the row after it begins. */
  readonly next: number;
  /** Where a quotation mark opens a cell that nothing closes, or null. */
  readonly open: number | null;
}

/**
 * The row that begins at `start`. Nothing is copied: an export of tens of megabytes is gone through in a tenth of a second,
 * and only the cells that are asked for become text.
 */
export function readRow(text: string, start: number): CsvRow {
  const bounds = [start];
  let at = start;
  for (;;) {
    if (text.charCodeAt(at) === quote) {
      const end = endOfQuoted(text, at);
      if (end === -1) return { bounds: [...bounds, text.length + 1], next: text.length, open: at };
      at = end;
    }
    while (at < text.length && text.charCodeAt(at) !== comma && text.charCodeAt(at) !== newline) at += 1;
    bounds.push(at + 1);
    if (text.charCodeAt(at) !== comma) return { bounds, next: at + 1, open: null };
    at += 1;
  }
}

/** How many cells a row has: a line that says nothing has none. */
export function countCells(text: string, { bounds }: CsvRow): number {
  const cells = bounds.length - 1;
  return cells === 1 && text.slice(bounds[0], (bounds[1] ?? 0) - 1).trim() === "" ? 0 : cells;
}

/** From where to where a cell is written, quotation marks included; null where the row has no such cell. */
export function boundsOfCell(
  text: string,
  { bounds }: CsvRow,
  position: number,
): readonly [start: number, end: number] | null {
  const [start, next] = [bounds[position], bounds[position + 1]];
  if (start === undefined || next === undefined) return null;
  // The carriage return before a line end belongs to the line end.
  const end = text.charCodeAt(next - 2) === 0x0d && next - 1 > start ? next - 2 : next - 1;
  return [start, end];
}

/** What a cell says, without the spaces around it; empty where the row has no such cell. */
export function readCell(text: string, row: CsvRow, position: number): string {
  const bounds = boundsOfCell(text, row, position);
  if (bounds === null) return "";
  const written = text.slice(...bounds).trim();
  if (!written.startsWith('"')) return written;
  const end = written.lastIndexOf('"');
  return written.slice(1, Math.max(1, end)).replaceAll('""', '"').trim();
}

/** One past the quotation mark that closes what opens at `start`; doubled, it stands for itself. */
function endOfQuoted(text: string, start: number): number {
  let close = text.indexOf('"', start + 1);
  while (close !== -1 && text.charCodeAt(close + 1) === quote) close = text.indexOf('"', close + 2);
  return close === -1 ? -1 : close + 1;
}
