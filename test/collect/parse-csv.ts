/** RFC 4180 by the letter, and nothing else: what leaves it is an error. */
export function parseCsv(text: string): readonly (readonly string[])[] {
  if (!text.startsWith("\uFEFF")) throw new Error("no byte-order mark");
  const cell = /"((?:[^"]|"")*)"(,|\r\n)|([^",\r\n]*)(,|\r\n)/uy;
  const rows: string[][] = [];
  let row: string[] = [];
  cell.lastIndex = 1;
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex;
    const match = cell.exec(text);
    if (match === null) throw new Error(`no cell at ${at}: ${JSON.stringify(text.slice(at, at + 40))}`);
    const [, quoted, , plain] = match;
    row.push(quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"'));
    if ((match[2] ?? match[4]) === "\r\n") {
      rows.push(row);
      row = [];
    }
  }
  if (row.length > 0) throw new Error("a row without an end");
  return rows;
}
