import type { Field } from "../../page/page.ts";
import type { Context } from "./context.ts";
import type { FieldBlock } from "./sheet.ts";

/** Something to fill in as room for a pen. */
export function encodeField(field: Field, { letters, room, isInTable, isInGrid }: Context): FieldBlock {
  const print = (text: string) => letters.print(text.replace(/\s+/gu, " "), room);
  return {
    k: "field",
    kind: field.kind,
    label: field.hidesLabel && isInTable ? null : print(field.label),
    lines: field.lines,
    options: field.options.map(print),
    height: isInTable ? Math.max(least, field.kind === "lines" && !isInGrid ? field.lines * lineInCell : 0) : null,
  };
}

/** Rows with room for a pen are at least this high within their edges, in millimetres. */
const least = 7.5;
const lineInCell = 6;
