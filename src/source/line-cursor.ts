import { type FlowPlace, placeInFlow } from "./flow-cursor.ts";
import type { Path } from "./spec-file.ts";

/** What could be written at an offset of a text that is being typed, told by indentation alone: the text need not be YAML yet. */
export interface LineCursor {
  /** key: another key at `path`. value: what `path` says. item: the first thing of an item, a value or a key in it. */
  readonly wants: "key" | "value" | "item";
  readonly path: Path;
  /** The word that is being typed, without quotes: all of it, also behind the cursor. */
  readonly start: number;
  readonly end: number;
  readonly quote: "" | '"' | "'";
  /** The keys that are there already; in a list in brackets, its items. */
  readonly present: readonly string[];
  /** A key is followed by its colon already. */
  readonly hasColon: boolean;
  /** Inside brackets or braces. */
  readonly isFlow: boolean;
}

interface Line {
  readonly start: number;
  readonly text: string;
  /** Where its dashes stand. */
  readonly dashes: readonly number[];
  /** Where what follows the dashes begins. */
  readonly column: number;
  /** The key that it begins with, or null. */
  readonly key: string | null;
  /** Where the value of that key may begin. */
  readonly valueColumn: number;
}

/** @returns null inside a comment or a text */
export function lineCursorAt(text: string, offset: number): LineCursor | null {
  const lines = splitLines(text);
  const at = lines.findLastIndex(({ start }) => start <= offset);
  const line = lines[at];
  if (line === undefined) return null;
  const column = offset - line.start;
  if (isInComment(line.text.slice(0, column))) return null;
  const isBlank = line.text.trim() === "";
  const own = isBlank ? { ...line, column, dashes: [] } : line;
  if (column < own.column && !isBlank) return null;
  const above = climb(lines, at, own);
  if (above.isInText) return null;
  const inFlow = flowAround(text, above, own, offset);
  if (inFlow !== null) return { ...inFlow, isFlow: true };
  return inBlock(text, own, column, above, presentKeys(lines, at, own, above.top));
}

function inBlock(
  text: string,
  line: Line,
  column: number,
  above: Above,
  present: readonly string[],
): LineCursor | null {
  const isValue = line.key !== null && column >= line.valueColumn;
  const from = isValue ? line.valueColumn : line.column;
  const raw = line.text.slice(from);
  const gap = /^[ \t]*/u.exec(raw)?.[0].length ?? 0;
  const quote = (/^["']/u.exec(raw.slice(gap))?.[0] ?? "") as LineCursor["quote"];
  const start = line.start + Math.min(from + gap + quote.length, Math.max(column, from));
  const keyEnd = line.start + line.column + (line.key?.length ?? 0);
  const valueEnd = endOfWord(text, start, quote);
  const base = { start, quote, present, isFlow: false };
  if (isValue)
    return {
      ...base,
      wants: "value",
      path: [...above.path, line.key ?? ""],
      end: valueEnd,
      present: [],
      hasColon: false,
    };
  const hasColon = line.key !== null;
  const wants = line.dashes.length > 0 && !hasColon ? "item" : "key";
  return { ...base, wants, path: above.path, end: hasColon ? keyEnd : valueEnd, hasColon };
}

/** Up to a comment, the end of the line or the closing quote. */
function endOfWord(text: string, start: number, quote: string): number {
  const rest = /^[^\r\n]*/u.exec(text.slice(start))?.[0] ?? "";
  if (quote !== "") return start + (rest.includes(quote) ? rest.indexOf(quote) : rest.trimEnd().length);
  return start + rest.replace(/(?:^|\s)#.*$/u, "").trimEnd().length;
}

interface Parent {
  readonly line: Line;
  /** Down to the value of its key, or to its item. */
  readonly path: Path;
}

interface Above {
  readonly path: Path;
  /** The lines that it goes through, the innermost first. */
  readonly parents: readonly Parent[];
  /** Inside a text that begins with | or >. */
  readonly isInText: boolean;
  /** The index of the innermost. */
  readonly top: number;
}

/** The path down to what a line stands in, from the lines above that are less deep. */
function climb(lines: readonly Line[], at: number, line: Line): Above {
  const steps: (string | number)[] = [];
  const parents: { line: Line; length: number }[] = [];
  let { column } = line;
  let isItem = false;
  let index = 0;
  let top = -1;
  const enterItems = (one: Line, below: number): void => {
    for (const dash of one.dashes.toReversed()) {
      if (dash >= below) continue;
      steps.unshift(0);
      column = dash;
      isItem = true;
      index = 0;
    }
  };
  enterItems(line, line.column);
  for (let row = at - 1; row >= 0 && (column > 0 || isItem); row -= 1) {
    const one = lines[row];
    if (one === undefined || one.text.trim() === "" || /^[ \t]*#/u.test(one.text)) continue;
    const first = one.dashes[0] ?? one.column;
    if (isItem && one.dashes.includes(column)) {
      index += 1;
      steps[0] = index;
    }
    const isParent = one.key !== null && (one.column < column || (isItem && one.column === column));
    if (isParent) {
      steps.unshift(one.key ?? "");
      column = one.column;
      isItem = false;
      parents.push({ line: one, length: steps.length });
      if (top === -1) top = row;
      enterItems(one, one.column);
    } else if (one.dashes.length === 0 && one.column < column && /^[ ]*[[{]/u.test(one.text)) {
      // Brackets that stand on a line of their own, below their key.
      parents.push({ line: one, length: steps.length + 1 });
      column = one.column;
    } else if (first < column && one.dashes.length > 0) {
      if (one.key === null) parents.push({ line: one, length: steps.length + 1 });
      if (top === -1) top = row;
      enterItems(one, column);
    }
  }
  return {
    path: steps,
    parents: parents.map((parent) => ({ line: parent.line, path: steps.slice(0, steps.length - parent.length + 1) })),
    isInText: parents.some((parent) => /(?:^|\s)[|>][-+\d]*[ \t]*(?:#.*)?$/u.test(parent.line.text)),
    top,
  };
}

/** The keys beside the one that a line has or may get. */
function presentKeys(lines: readonly Line[], at: number, line: Line, top: number): readonly string[] {
  const keys: string[] = [];
  const isBeside = (one: Line) => one.key !== null && one.column === line.column;
  if (line.dashes.length === 0) {
    for (const one of lines.slice(Math.max(0, top), at).reverse()) {
      if (isBeside(one)) keys.unshift(one.key ?? "");
      if (isBeside(one) && one.dashes.length > 0) break;
    }
  }
  for (const one of lines.slice(at + 1)) {
    if (one.text.trim() === "" || /^[ \t]*#/u.test(one.text)) continue;
    if ((one.dashes[0] ?? one.column) < line.column) break;
    if (isBeside(one)) keys.push(one.key ?? "");
  }
  return keys;
}

/** The brackets around an offset, where a value above begins with one that is not closed before it. */
function flowAround(text: string, above: Above, line: Line, offset: number): FlowPlace | null {
  const own: Parent = { line, path: line.key === null ? above.path : [...above.path, line.key] };
  const candidates = [...above.parents.toReversed(), own];
  for (const { line: one, path } of candidates) {
    const from = one.start + (one.key === null ? one.column : one.valueColumn);
    const gap = /^[ \t]*/u.exec(text.slice(from))?.[0].length ?? 0;
    if (!/[[{]/u.test(text.charAt(from + gap)) || from + gap >= offset) continue;
    const found = placeInFlow(text, from + gap, offset, path);
    if (found !== null) return found;
  }
  return null;
}

function isInComment(before: string): boolean {
  const plain = before.replace(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'/gu, (quoted) => "x".repeat(quoted.length));
  return /(?:^|\s)#/u.test(plain);
}

function splitLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (const match of text.matchAll(/([^\r\n]*)(\r\n|\n|\r|$)/gu)) {
    lines.push(readLine(match.index, match[1] ?? ""));
    if (match[2] === "") break;
  }
  return lines;
}

function readLine(start: number, text: string): Line {
  const [lead = ""] = /^[ ]*(?:-(?:[ ]+|$))*/u.exec(text) ?? [];
  const dashes = [...lead.matchAll(/-/gu)].map(({ index }) => index);
  const found = /^(?:"([^"]*)"|'([^']*)'|([^\s"'[\]{},#&*!|>%@`-][^#:]*?|-[^\s#:][^#:]*?))[ \t]*:(?=\s|$)/u.exec(
    text.slice(lead.length),
  );
  return {
    start,
    text,
    dashes,
    column: lead.length,
    key: found === null ? null : (found[1] ?? found[2] ?? found[3] ?? ""),
    valueColumn: lead.length + (found?.[0].length ?? 0),
  };
}
