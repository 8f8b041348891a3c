import { type Block, encodeBlock, keepWithNext, type Table } from "./paragraph.ts";
import { tableStyle } from "./styles.ts";
import { element, shorten, value, type Xml } from "./xml.ts";

/** A table as Word has it. */
export interface Grid {
  /** Of each column, in twentieths of a point. */
  readonly widths: readonly number[];
  /** What it is called: its alternative text. */
  readonly title: string;
  readonly hasHeadColumn: boolean;
  readonly isRightToLeft: boolean;
  /** Of heads and of what is tinted like them: RRGGBB. */
  readonly tint: string;
  readonly rows: readonly GridRow[];
}

export interface GridRow {
  /** Repeated on every sheet that the table goes on to. */
  readonly isHead: boolean;
  /** Never parted by the end of a sheet. */
  readonly isWhole: boolean;
  readonly isKeptWithNext: boolean;
  /** At least, in twentieths of a point; 0 for what the words need. */
  readonly height: number;
  readonly cells: readonly GridCell[];
}

export interface GridCell {
  readonly isTinted: boolean;
  readonly blocks: readonly Block[];
}

const longestTitle = 255;

export function tableOf(grid: Grid): Table {
  const { widths, rows, tint } = grid;
  const start =
    encodeProperties(grid) + element("w:tblGrid", {}, ...widths.map((width) => element("w:gridCol", { "w:w": width })));
  const encode = (isKept: boolean) => rows.map((row) => encodeRow(row, { widths, tint }, isKept || row.isKeptWithNext));
  return { kind: "table", write: (isKept) => element("w:tbl", {}, start, ...encode(isKept)) };
}

/** The order of the properties is the schema's. */
function encodeProperties({ widths, title, hasHeadColumn, isRightToLeft, rows }: Grid): Xml {
  const hasHead = rows.some(({ isHead }) => isHead);
  const width = widths.reduce((sum, one) => sum + one, 0);
  return element(
    "w:tblPr",
    {},
    value("w:tblStyle", tableStyle),
    isRightToLeft ? element("w:bidiVisual") : "",
    element("w:tblW", { "w:w": width, "w:type": "dxa" }),
    element("w:tblLayout", { "w:type": "fixed" }),
    element("w:tblLook", {
      "w:val": (0x0600 + (hasHead ? 0x0020 : 0) + (hasHeadColumn ? 0x0080 : 0))
        .toString(16)
        .padStart(4, "0")
        .toUpperCase(),
      "w:firstRow": hasHead ? 1 : 0,
      "w:lastRow": 0,
      "w:firstColumn": hasHeadColumn ? 1 : 0,
      "w:lastColumn": 0,
      "w:noHBand": 1,
      "w:noVBand": 1,
    }),
    title === "" ? "" : value("w:tblCaption", shorten(title, longestTitle)),
  );
}

type Frame = Pick<Grid, "widths" | "tint">;

function encodeRow({ isHead, isWhole, height, cells }: GridRow, { widths, tint }: Frame, isKept: boolean): Xml {
  const properties = [
    isWhole ? element("w:cantSplit") : "",
    height === 0 ? "" : element("w:trHeight", { "w:val": height, "w:hRule": "atLeast" }),
    isHead ? element("w:tblHeader") : "",
  ].join("");
  return element(
    "w:tr",
    {},
    properties === "" ? "" : element("w:trPr", {}, properties),
    ...cells.map((cell, at) => encodeCell(cell, widths[at] ?? 0, tint, isKept)),
  );
}

function encodeCell({ isTinted, blocks }: GridCell, width: number, tint: string, isKept: boolean): Xml {
  const empty: Block = { kind: "paragraph", style: "TableText", content: "", length: 0 };
  // A cell ends with a paragraph.
  const whole = blocks.at(-1)?.kind === "paragraph" ? blocks : [...blocks, empty];
  return element(
    "w:tc",
    {},
    element(
      "w:tcPr",
      {},
      element("w:tcW", { "w:w": width, "w:type": "dxa" }),
      isTinted ? element("w:shd", { "w:val": "clear", "w:color": "auto", "w:fill": tint }) : "",
    ),
    ...whole.map((block) => encodeBlock(isKept ? keepWithNext(block) : block)),
  );
}
