import type { Field, Phrases } from "../../page/page.ts";

const longestOnOneLine = 24;
/** In a cell the head of the column says what to write; spaces leave it free for a pen. */
const room = "\u00a0".repeat(4);

/** What stands in an empty field: on paper, boxes of which one is ticked. */
export function promptOf({ kind, options, hidesLabel }: Field, phrases: Phrases, isInTable: boolean): string {
  if (kind === "choice") return boxesBefore(options);
  if (isInTable && hidesLabel) return room;
  return kind === "date" ? phrases.date : phrases.write;
}

/** A box and its word stay on one line where they are short. */
export function boxesBefore(options: readonly string[]): string {
  return options
    .map((option) => `☐\u00a0${option.length > longestOnOneLine ? option : option.replace(/ /gu, "\u00a0")}`)
    .join("   ");
}
