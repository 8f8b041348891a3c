import type { Edit } from "../../diagnostics/diagnostic.ts";
import { controlIn, insteadOf } from "../../text/controls.ts";

const codeLengths: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };
/** What stands for a control character behind a backslash, between double quotes. */
const named: Readonly<Record<string, string>> = {
  "0": "\0",
  a: "\x07",
  b: "\b",
  e: "\x1b",
  f: "\f",
  N: "\u0085",
  v: "\v",
};

/** Deletes the control characters in a stretch of a file: as they are and, between double quotes, as escapes. */
export function removeControls(text: string, start: number, end: number, isEscaped: boolean): readonly Edit[] {
  const edits: Edit[] = [];
  for (let at = start; at < end; ) {
    const [character, length] = isEscaped && text.charAt(at) === "\\" ? escapeAt(text, at) : [text.charAt(at), 1];
    // Halves of characters are whole in twos, and are nobody's slip: they stay for their author to look at.
    if (/^\P{Cs}$/u.test(character) && controlIn(character) !== null)
      edits.push({ start: at, end: at + length, text: insteadOf(character) });
    at += length;
  }
  return edits;
}

function escapeAt(text: string, at: number): readonly [character: string, length: number] {
  const kind = text.charAt(at + 1);
  const digits = codeLengths[kind];
  if (digits === undefined) return [named[kind] ?? "", 2];
  const code = Number.parseInt(text.slice(at + 2, at + 2 + digits), 16);
  return [Number.isNaN(code) ? "" : String.fromCodePoint(code), 2 + digits];
}
