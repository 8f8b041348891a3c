import { isElement, type PageElement } from "../../page/page.ts";
import { elementsOf } from "../../page/parse-page.ts";
import { hasClass } from "../classes.ts";
import { encodeBlocks } from "./blocks.ts";
import { columnWidths } from "./columns.ts";
import { type Context, enter } from "./context.ts";
import { type GridCell, type GridRow, tableOf } from "./grid.ts";
import type { Block } from "./paragraph.ts";
import { encodeRuns, plainText } from "./runs.ts";
import { textWidth } from "./sheet.ts";
import { lookOf } from "./styles.ts";

/** Wider than this, two columns are hard to read across. */
const widestPair = 8700;
/** How wide a character of a table is on average, in twentieths of a point. */
const character = 105;
/** A row with more to read than this may go on over the end of a sheet. */
const longestWholeRow = 1800;
const rowToWriteIn = 640;

interface Row {
  readonly element: PageElement;
  readonly cells: readonly PageElement[];
  readonly isHead: boolean;
}

/** A table of the page; what it is called stands over it. */
export function encodeTable(table: PageElement, context: Context): readonly Block[] {
  const rows = rowsOf(table);
  if (rows.length === 0) return [];
  const caption = table.children.find((child) => isElement(child, "caption"));
  const words = caption !== undefined && isElement(caption) ? caption.children : [];
  const title = plainText(words);
  const isWhole = hasClass(table, "signatures");
  const isKept = (row: Row, at: number) => row.isHead || at === 0 || (isWhole && at < rows.length - 1);
  const grid = tableOf({
    widths: widthsOf(table, rows, context),
    title,
    hasHeadColumn: rows.some(({ cells }) => cells[0]?.attributes["scope"] === "row"),
    isRightToLeft: context.page.direction === "rtl",
    tint: lookOf(context.page).palette.tint,
    rows: rows.map((row, at) => rowOf(row, table, context, isKept(row, at))),
  });
  if (title === "") return [grid];
  return [{ kind: "paragraph", style: "Caption", content: encodeRuns(words, context), length: title.length }, grid];
}

function rowsOf(table: PageElement): readonly Row[] {
  return (["thead", "tbody"] as const).flatMap((name) =>
    table.children
      .filter((child) => isElement(child, name))
      .flatMap((child) => (child as PageElement).children.filter((row) => isElement(row, "tr")))
      .map((row) => ({
        element: row as PageElement,
        cells: (row as PageElement).children.filter((cell) => isElement(cell)) as PageElement[],
        isHead: name === "thead",
      })),
  );
}

function widthsOf(table: PageElement, rows: readonly Row[], { page }: Context): readonly number[] {
  const isWide = rows.some(({ cells }) => cells.length > 2) || hasField(rows);
  const room = isWide ? textWidth(page) : Math.min(textWidth(page), widestPair);
  if (!hasClass(table, "facts"))
    return columnWidths(
      rows.map(({ cells }) => cells),
      room,
      character,
    );
  const first = Math.round(room * 0.4);
  return [first, room - first];
}

function hasField(rows: readonly Row[]): boolean {
  return rows.some(({ cells }) => elementsOf(cells).some(({ name }) => name === "field"));
}

function rowOf(row: Row, table: PageElement, outer: Context, isKeptWithNext: boolean): GridRow {
  const context = enter(row.element, { ...outer, isInTable: true, depth: 0 });
  return {
    isHead: row.isHead,
    isWhole: row.isHead || plainText(row.cells).length <= longestWholeRow,
    isKeptWithNext,
    height: hasField([row]) ? rowToWriteIn : 0,
    cells: row.cells.map((cell) => cellOf(cell, row, table, context)),
  };
}

function cellOf(cell: PageElement, { isHead }: Row, table: PageElement, outer: Context): GridCell {
  const isHeading = cell.name === "th" && (isHead || !namesRowsInSentences(table));
  const context = enter(cell, { ...outer, style: isHeading ? "TableHead" : "TableText" });
  return {
    isTinted: isHead || (cell.name === "th" && hasClass(table, "facts")),
    blocks: encodeBlocks(cell.children, context),
  };
}

/** Where a row is named by a sentence or a title, it would be too much in bold letters. */
function namesRowsInSentences(table: PageElement): boolean {
  return ["structure", "self", "review"].some((name) => hasClass(table, name));
}
