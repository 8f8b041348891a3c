import type { Field } from "../../page/page.ts";
import type { Context } from "./context.ts";
import { tableOf } from "./grid.ts";
import { type Block, keepWithNext } from "./paragraph.ts";
import { promptOf } from "./prompt.ts";
import { encodeText } from "./runs.ts";
import { textWidth } from "./sheet.ts";
import { lookOf, type ParagraphStyle } from "./styles.ts";
import { bookmarkOf, longestTag, tagOf } from "./tag.ts";
import { element, shorten, value, type Xml } from "./xml.ts";

/** The most lines of room that are left: a box has to fit on a sheet. */
const mostLines = 25;
/** Six millimetres, in twentieths of a point. */
const heightOfLine = 340;
/** The most that Word takes as a word of a list to choose from. */
const longestOption = 255;

/** Something to fill in as a content control: on paper there is room to write, and what is written can be read back. */
export function encodeField(field: Field, context: Context): readonly Block[] {
  const style = context.isInTable ? "TableText" : "Normal";
  const label = encodeText(field.label, context, field.kind === "tick" ? {} : { style: "FieldName" });
  const control = encodeControl(field, context);
  const paragraph = (own: ParagraphStyle, content: Xml): Block => ({
    kind: "paragraph",
    style: own,
    content,
    length: field.label.length,
  });
  if (field.kind === "tick") return [paragraph(context.isInTable ? style : "FieldTick", control + tab + label)];
  if (field.hidesLabel) return [paragraph(style, control)];
  if (context.isInTable) return [keepWithNext(paragraph(style, label)), paragraph(style, control)];
  if (field.kind !== "lines") return [paragraph("FieldLine", label + tab + control)];
  const head = encodeText(field.label, context);
  return [box(field, paragraph("TableHead", head), paragraph("TableText", control), context)];
}

const tab = element("w:r", {}, element("w:tab"));

/** A table of one column: its head says what to write, and is said again where the answer goes on to another sheet. */
function box(field: Field, label: Block, control: Block, { page }: Context): Block {
  const row = { isHead: false, isWhole: true, isKeptWithNext: false, height: 0 };
  return tableOf({
    widths: [textWidth(page)],
    title: field.label,
    hasHeadColumn: false,
    isRightToLeft: page.direction === "rtl",
    tint: lookOf(page).palette.tint,
    rows: [
      { ...row, isHead: true, isKeptWithNext: true, cells: [{ isTinted: true, blocks: [label] }] },
      {
        ...row,
        height: heightOfLine * Math.min(field.lines, mostLines),
        cells: [{ isTinted: false, blocks: [control] }],
      },
    ],
  });
}

function encodeControl(field: Field, context: Context): Xml {
  const tag = tagOf(field.name);
  const { control, bookmark } = context.ledger.enter(tag);
  const isTick = field.kind === "tick";
  const properties = [
    value("w:alias", shorten(field.label, longestTag)),
    value("w:tag", tag),
    value("w:id", control),
    // What is written can be changed; the control itself cannot be lost by a stray key.
    value("w:lock", "sdtLocked"),
    isTick ? "" : element("w:showingPlcHdr"),
    encodeKind(field, context),
  ];
  const content = isTick
    ? uncheckedBox
    : encodeText(promptOf(field, context.page.phrases, context.isInTable), context, { style: "PlaceholderText" });
  return [
    element("w:bookmarkStart", { "w:id": bookmark, "w:name": bookmarkOf(field.name) }),
    element("w:sdt", {}, element("w:sdtPr", {}, ...properties), element("w:sdtContent", {}, content)),
    element("w:bookmarkEnd", { "w:id": bookmark }),
  ].join("");
}

function encodeKind({ kind, options }: Field, { page }: Context): Xml {
  switch (kind) {
    case "tick":
      return element(
        "w14:checkbox",
        {},
        element("w14:checked", { "w14:val": 0 }),
        element("w14:checkedState", { "w14:val": "2612", "w14:font": boxFont }),
        element("w14:uncheckedState", { "w14:val": "2610", "w14:font": boxFont }),
      );
    case "date":
      return element(
        "w:date",
        {},
        value("w:dateFormat", "d MMM yyyy"),
        value("w:lid", page.language),
        value("w:storeMappedDataAs", "date"),
        value("w:calendar", "gregorian"),
      );
    case "choice": {
      const words = [...new Set(options.map((option) => shorten(option, longestOption)))];
      const items = words.map((option) => element("w:listItem", { "w:displayText": option, "w:value": option }));
      return element("w:dropDownList", {}, ...items);
    }
    case "lines":
      return element("w:text", { "w:multiLine": 1 });
    case "line":
      return element("w:text");
  }
}

const boxFont = "MS Gothic";
const boxFonts = element("w:rFonts", {
  "w:ascii": boxFont,
  "w:hAnsi": boxFont,
  "w:eastAsia": boxFont,
  "w:hint": "eastAsia",
});
const uncheckedBox = element("w:r", {}, element("w:rPr", {}, boxFonts), element("w:t", {}, "☐"));
