/** How YAML writes a text. */
export type ScalarStyle = "plain" | "single" | "double" | "block";

/** A letter, or an escape, as it is written; `value` is empty where it says nothing. */
interface Piece {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Where a part of a text is written, as offsets into `written`; null where the two do not agree.
 *
 * YAML folds lines, indents and escapes, but keeps everything that is not blank, in its order: so the letters of both are
 * walked through side by side, and blanks are passed over.
 */
export function writtenStretch(
  written: string,
  style: ScalarStyle,
  value: string,
  start: number,
  end: number,
): readonly [start: number, end: number] | null {
  let at = 0;
  let from: number | null = null;
  let to: number | null = null;
  for (const piece of piecesOf(written, style)) {
    while (at < value.length && isBlank(value.charAt(at))) at += 1;
    if (at >= end) break;
    if (!value.startsWith(piece.value, at)) return null;
    const next = at + piece.value.length;
    if (next > start && from === null) from = piece.start;
    if (next > start) to = piece.end;
    at = next;
  }
  return from === null || to === null ? null : [from, to];
}

/** Everything that is not blank. */
function* piecesOf(written: string, style: ScalarStyle): Iterable<Piece> {
  const isQuoted = style === "single" || style === "double";
  const last = isQuoted ? written.length - 1 : written.length;
  let at = isQuoted ? 1 : style === "block" ? headerEnd(written) : 0;
  while (at < last) {
    const [value, length] = style === "double" ? unescaped(written, at) : [written.charAt(at), 1];
    const end = at + length + (style === "single" && value === "'" ? 1 : 0);
    if (value !== "" && !isBlank(value)) yield { value, start: at, end };
    at = end;
  }
}

/** `|` or `>` stands on a line of its own, a comment after it. */
function headerEnd(written: string): number {
  const newline = written.indexOf("\n");
  return newline === -1 ? written.length : newline + 1;
}

const codeLengths: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** Escapes that stand for a blank, or for nothing, need not be told apart. */
const named: Readonly<Record<string, string>> = {
  '"': '"',
  "/": "/",
  "\\": "\\",
  "0": "\0",
  a: "\x07",
  b: "\b",
  e: "\x1b",
};

/** What is written at an offset in double quotes: the text, and how long it is as written. */
function unescaped(written: string, at: number): readonly [value: string, length: number] {
  const letter = written.charAt(at);
  if (letter !== "\\") return [letter, 1];
  const kind = written.charAt(at + 1);
  const digits = codeLengths[kind];
  if (digits === undefined) return [named[kind] ?? "", 2];
  const code = Number.parseInt(written.slice(at + 2, at + 2 + digits), 16);
  return [Number.isNaN(code) ? "" : String.fromCodePoint(code), 2 + digits];
}

function isBlank(letter: string): boolean {
  return /^[\s\u0085]+$/u.test(letter);
}
