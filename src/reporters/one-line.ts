import { printable } from "../text/printable.ts";

/** The text on one line, with nothing in it that a terminal or a log would obey. */
export function onOneLine(text: string): string {
  return printable(text.replace(/\r?\n|\t/gu, " "));
}
