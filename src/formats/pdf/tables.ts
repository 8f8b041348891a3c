import { isElement, type PageElement, type PageNode, textOf } from "../../page/page.ts";
import { elementsOf } from "../../page/parse-page.ts";
import { hasClass } from "../classes.ts";
import { columnWidths } from "../docx/columns.ts";
import { type Context, enter } from "./context.ts";
import { encodeInline } from "./inline.ts";
import type { Blocks, Cell, Row, TableBlock } from "./sheet.ts";

/** The width of a line of the page, in twentieths of a point. */
const lineOf = { portrait: 10206, landscape: 15139 } as const;
/** How wide a character of a table is on average, in the same; the grid of a checklist is set smaller. */
const character = 112;
const smallCharacter = 98;
/** Wider than this, two columns are hard to read across. */
const widestPair = 0.84;
/** A row that would be higher, in lines, may go on over the end of a sheet. */
const highestWhole = { portrait: 24, landscape: 15 } as const;

type EncodeBlocks = (nodes: readonly PageNode[], context: Context) => Blocks;

interface Given {
  readonly row: PageElement;
  readonly cells: readonly PageElement[];
}

/** A table of the page, with the widths of its columns. */
export function encodeTable(table: PageElement, outer: Context, encodeBlocks: EncodeBlocks): Blocks {
  const isFacts = hasClass(table, "facts");
  const look = ["facts", "grid", "log", "signatures", "sheet"].find((name) => hasClass(table, name)) ?? "table";
  const isPaired = isFacts && (outer.isBrief || outer.page.orientation === "landscape" || outer.isInUnit);
  const head = rowsOf(table, "thead")[0] ?? null;
  const body = rowsOf(table, "tbody");
  if (body.length === 0) return [];
  const all = [...(head === null ? [] : [head]), ...body].map(({ cells }) => cells);
  const isWide = isPaired || all.some((cells) => cells.length > 2) || body.some(hasField);
  const share = isWide ? 1 : widestPair;
  const width = lineOf[outer.page.orientation] * share;
  const own = look === "grid" ? smallCharacter : character;
  const widths = isFacts ? factWidths(isPaired) : columnWidths(all, width, own);
  const sum = widths.reduce((total, one) => total + one, 0);
  const rooms = widths.map((one) => ((one / sum) * width - 220) / own);
  const context: Context = { ...outer, isInTable: true, isInGrid: look === "grid" };
  const encode = (given: Given, isHead: boolean): readonly Cell[] =>
    given.cells.map((cell, at) => encodeCell(cell, table, isHead, at, rooms, enter(given.row, context), encodeBlocks));
  const rows = body.map((given): Row => ({ isWhole: isLow(given, rooms, outer), cells: encode(given, false) }));
  const block: TableBlock = {
    k: "table",
    look,
    caption: captionOf(table, outer),
    widths,
    share,
    isWhole: hasClass(table, "signatures"),
    head: head === null ? null : encode(head, true),
    rows: isPaired ? pair(rows) : rows,
  };
  return [block];
}

function factWidths(isPaired: boolean): readonly number[] {
  return isPaired ? [23, 27, 23, 27] : [40, 60];
}

/** The figures of a unit stand two to a row. */
function pair(rows: readonly Row[]): readonly Row[] {
  const half = Math.ceil(rows.length / 2);
  const nothing: readonly Cell[] = [
    { isRowHead: false, isStrong: false, isTinted: false, b: [] },
    { isRowHead: false, isStrong: false, isTinted: false, b: [] },
  ];
  return rows.slice(0, half).map((row, at) => {
    const beside = rows[half + at];
    return { ...row, cells: [...row.cells, ...(beside?.cells ?? nothing)] };
  });
}

function rowsOf(table: PageElement, part: "thead" | "tbody"): readonly Given[] {
  return table.children
    .filter((child): child is PageElement => isElement(child, part))
    .flatMap(({ children }) => children.filter((row): row is PageElement => isElement(row, "tr")))
    .map((row) => ({ row, cells: row.children.filter((cell): cell is PageElement => isElement(cell)) }));
}

function captionOf(table: PageElement, context: Context) {
  const caption = table.children.find((child) => isElement(child, "caption"));
  // The cover of a form says it already.
  if (caption === undefined || !isElement(caption) || textOf(caption).trim() === "") return null;
  if (context.isBrief && hasClass(table, "facts")) return null;
  return encodeInline(caption.children, context);
}

function hasField({ cells }: Given): boolean {
  return elementsOf(cells).some(({ name }) => name === "field");
}

/** Whether a row is so low that no sheet is left half empty for it; blocks and items begin lines of their own. */
function isLow({ cells }: Given, rooms: readonly number[], { page }: Context): boolean {
  const lines = cells.map((cell, at) => {
    const inner = elementsOf(cell.children).filter(({ name }) => ["p", "li", "pre", "br", "field"].includes(name));
    return textOf(cell).length / Math.max(4, rooms[at] ?? 4) + inner.length;
  });
  return Math.max(0, ...lines) <= highestWhole[page.orientation];
}

function encodeCell(
  cell: PageElement,
  table: PageElement,
  isHead: boolean,
  at: number,
  rooms: readonly number[],
  outer: Context,
  encodeBlocks: EncodeBlocks,
): Cell {
  const context = { ...enter(cell, outer), room: rooms[at] ?? outer.room };
  const isHeading = cell.name === "th";
  return {
    isRowHead: isHeading && !isHead,
    isStrong: isHeading && (isHead || !namesRowsInSentences(table)),
    isTinted: isHead || (isHeading && hasClass(table, "facts")),
    b: encodeBlocks(cell.children, context),
  };
}

/** Where a row is named by a sentence or a title, it would be too much in bold letters. */
function namesRowsInSentences(table: PageElement): boolean {
  return ["structure", "self", "review"].some((name) => hasClass(table, name)) && !hasClass(table, "criteria");
}
