import { type Document, visit } from "yaml";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { code, countOf } from "../../text/words.ts";
import { at, type Case, indentOf, type Line, lineAbove, lineBelow, lineOfError, type Reader } from "./case.ts";
import { columnsAbove, columnsOf, siblingsBelow, usualStep } from "./columns.ts";
import { findRepair, type Repair, repairs } from "./repair.ts";

/** A line that stands between the columns of the lines around it. Which line it is, and where it belongs, is tried out. */
export const indentation: Reader = (one) => {
  if (!/BAD_INDENT|IMPLICIT_KEY|MISSING_CHAR|UNEXPECTED_TOKEN/u.test(one.error.code)) return null;
  const line = lineOfError(one);
  if (line === null || /Flow|quote|YAML stream/u.test(one.error.message)) return null;
  const found = movedLine(one, line) ?? missingDash(one, line) ?? missingKey(one, line) ?? strayDash(one, line);
  return found ?? report(one, line, indentationMessage(indentOf(line), nearestColumns(one.text, line)));
};

export function indentationMessage(indent: number, expected: string): string {
  const what = indent === 0 ? "line without indentation" : `indentation of ${countOf(indent, "space")}`;
  const unit = indent === 0 && expected !== "none" ? " spaces" : "";
  return `Unexpected ${what}, expected ${expected}${unit}; line it up with the keys or dashes that it belongs to`;
}

function report(one: Case, line: Line, message: string): Diagnostic {
  return at(one, "indentation", message, line.start, line.start + Math.max(indentOf(line), 1));
}

/** A line that another column would put right. */
function movedLine(one: Case, line: Line): Diagnostic | null {
  const { text } = one;
  const candidates = suspectsOf(one, line).flatMap((suspect, rank) => moves(text, suspect, rank));
  const moved = findRepair(text, candidates.sort(byLikelihood));
  if (moved === null) return null;
  const { indent, target } = moved;
  const mirrored = candidates.find((other) => other.start === moved.start && other.target === 2 * indent - target);
  const isEither = mirrored?.isUsual === moved.isUsual && repairs(text, mirrored);
  const message = indentationMessage(indent, isEither ? `${target} or ${mirrored.target}` : String(target));
  const isOrphaned =
    moved.start < line.start && !moved.isOdd && hasSibling(text, line) && missingKey(one, line) !== null;
  const or = isOrphaned ? ", or write the key that the lines below it belong to, with a colon" : "";
  return report(one, moved.line, message + or);
}

/** Whether the line below, or the one after what belongs to it, stands in the same column: lines that lost their key. */
function hasSibling(text: string, line: Line): boolean {
  let below = lineBelow(text, line);
  while (below !== null && indentOf(below) > indentOf(line)) below = lineBelow(text, below);
  return below !== null && indentOf(below) === indentOf(line);
}

/** A dash before a key that stands among keys. */
function strayDash(one: Case, line: Line): Diagnostic | null {
  const [, margin, dash, key] = /^( *)(- +)([\w-]+:)(?:\s|$)/u.exec(line.text) ?? [];
  if (margin === undefined || dash === undefined || key === undefined) return null;
  const start = line.start + margin.length;
  const end = start + dash.length;
  const texts = ["", " ".repeat(dash.length), " ".repeat(dash.length - 1)];
  if (!texts.some((text) => repairs(one.text, { start, end, text }))) return null;
  const message = `Unexpected ${code("-")} before ${code(key)}, which stands among keys; remove it`;
  return at(one, "yaml-syntax", message, start, start + 1);
}

/** A list whose first item has keys but no dash: `key: x`, then `- key: y`. */
function missingDash(one: Case, line: Line): Diagnostic | null {
  if (!/^ *- +[\w-]+:(?:\s|$)/u.test(line.text)) return null;
  const column = indentOf(line) + 2;
  let first = line;
  for (let above = lineAbove(one.text, line); above !== null; above = lineAbove(one.text, above)) {
    if (indentOf(above) < column) break;
    first = above;
  }
  const key = /^[\w-]+(?=:)/u.exec(first.text.trimStart())?.[0];
  const start = first.start + column;
  if (key === undefined || indentOf(first) !== column) return null;
  if (!repairs(one.text, { start: start - 2, end: start, text: "- " })) return null;
  const message = `Unexpected key ${code(key)}, expected ${code("- ")} before the first key of each item; write the dash, or the line that begins the item`;
  return at(one, "indentation", message, start, start + key.length);
}

/** Lines that a key above them, with a colon, would put right. */
function missingKey(one: Case, line: Line): Diagnostic | null {
  const near = [line, lineAbove(one.text, line), lineBelow(one.text, line)].filter((suspect) => suspect !== null);
  const candidates = near.flatMap((suspect) =>
    columnsAbove(one.text, suspect)
      .filter((column) => column < indentOf(suspect))
      .map((column) => {
        const { start } = suspect;
        return { start, end: start, text: `${" ".repeat(column)}missing:\n`, line: suspect, column };
      }),
  );
  const found = findRepair(one.text, candidates);
  if (found === null) return null;
  const message = `Unexpected indentation of ${countOf(indentOf(found.line), "space")}, expected ${found.column}; line it up with what stands above, or write the key that it belongs to on a line before it, with a colon`;
  return report(one, found.line, message);
}

/**
 * The lines that may be at fault, the likeliest first: the one that the parser names, its neighbours, and the first of
 * the deeper lines above it with the line that these belong to. Where a value is followed by a deeper line, the parser
 * names the value: the line at fault is the next.
 */
function suspectsOf({ text, error }: Case, line: Line): readonly Line[] {
  const [above, below] = [lineAbove(text, line), lineBelow(text, line)];
  const first = firstDeeper(text, line);
  const isValueFirst = error.code === "BLOCK_AS_IMPLICIT_KEY" && /:\s+\S/u.test(line.text);
  const near = isValueFirst ? [below, line, above] : [line, above, below];
  const lines = [...near, ...(first === null ? [] : [first, lineAbove(text, first)])];
  const starts = lines.map((one) => one?.start);
  return lines.filter((one, position): one is Line => one !== null && starts.indexOf(one.start) === position);
}

/** The first of the lines above that all stand deeper than this one, or null. */
function firstDeeper(text: string, line: Line): Line | null {
  let first: Line | null = null;
  for (let above = lineAbove(text, line); above !== null; above = lineAbove(text, above)) {
    if (indentOf(above) <= indentOf(line)) break;
    first = above;
  }
  return first;
}

interface Move extends Repair {
  readonly line: Line;
  readonly indent: number;
  readonly target: number;
  /** Whether the line is part of a text: neither a key nor an item. */
  readonly isText: boolean;
  /** Whether the line stands at a distance from what it belongs to that is unusual in this file. */
  readonly isOdd: boolean;
  /** Whether it leaves the line as far from the one it belongs to as lines of this file mostly are. */
  readonly isUsual: boolean;
  /** How far down the line stands among those suspected. */
  readonly rank: number;
}

/** The line in each of the columns that it may have been meant for. */
function moves(text: string, line: Line, rank: number): readonly Move[] {
  const indent = indentOf(line);
  const step = usualStep(text);
  const above = columnsAbove(text, line);
  const below = lineBelow(text, line);
  const parent = above.find((column) => column < indent) ?? 0;
  const own = [parent + step, (above[0] ?? 0) + step];
  const targets = new Set([
    ...above,
    ...(below === null ? [] : columnsOf(below)),
    ...siblingsBelow(text, line),
    ...own,
  ]);
  targets.delete(indent);
  const isParent = /:\s*$/u.test(line.text) && below !== null;
  const isUsual = (column: number) =>
    column - (above.find((one) => one < column) ?? -step) === step && (!isParent || indentOf(below) - column === step);
  return [...targets]
    .filter((target) => holdsWhatFollows(line, below, target))
    .map((target) => ({
      start: line.start,
      end: line.start + indent,
      text: " ".repeat(target),
      line,
      indent,
      target,
      isText: isText(line),
      isOdd: isText(line) ? isOddText(text, line, step) : !isUsual(indent),
      isUsual: isUsual(target),
      rank,
      fits: (document, position) => {
        const shift = position - line.start;
        const roleOf = (other: Line) => {
          const start = other.start + (/^ *(?:- +)*/u.exec(other.text)?.[0].length ?? 0);
          return roleAt(document, start + shift - (other.start < line.start ? target : indent));
        };
        return isReadAsMeant(roleOf, line, lineAbove(text, line), below);
      },
    }));
}

/** Whether a line is neither a key nor an item. */
function isText(line: Line | null): line is Line {
  return line !== null && !/^ *(?:- |[\w-]+:(?:\s|$))/u.test(line.text);
}

/** Whether a line of a text stands neither where its neighbours do nor where the key above them leads to expect. */
function isOddText(text: string, line: Line, step: number): boolean {
  const indent = indentOf(line);
  const isApart = [lineAbove(text, line), lineBelow(text, line)].some((one) => isText(one) && indentOf(one) !== indent);
  let opener = lineAbove(text, line);
  while (isText(opener)) opener = lineAbove(text, opener);
  return isApart && indent !== (opener === null ? 0 : (columnsOf(opener)[0] ?? 0)) + step;
}

/** Whether a line that ends with a colon or a text mark has, in that column, something deeper below it. */
function holdsWhatFollows(line: Line, below: Line | null, column: number): boolean {
  if (!/:(?:\s+[|>][+-]?)?\s*$/u.test(line.text)) return true;
  const isList = /^ *- /u.test(below?.text ?? "");
  return below !== null && indentOf(below) >= (isList ? column : column + 1);
}

/** Whether a line that looks like a key or an item is one, as is the item below it, and any other is part of a text. */
function isReadAsMeant(roleOf: (line: Line) => Role, line: Line, above: Line | null, below: Line | null): boolean {
  const isItem = (other: Line | null) => /^ *- /u.test(other?.text ?? "");
  const role = roleOf(line);
  if (/^ *(?:- +)*[\w-]+:(?:\s|$)/u.test(line.text)) return role === "key";
  if (!isItem(line)) return role !== "key";
  // A list inside a text: the line above is part of that text too.
  if (role === null) return above !== null && (roleOf(above) === null || /[|>][+-]?\s*$/u.test(above.text));
  return below === null || !isItem(below) || indentOf(below) !== indentOf(line) || roleOf(below) !== null;
}

type Role = "key" | "value" | null;

/** Whether a key or another value begins at a position; null where none does. */
function roleAt(document: Document.Parsed, position: number): Role {
  let found: Role = null;
  visit(document.contents, {
    Node: (role, node) => {
      if (node.range?.[0] !== position || found === "key") return;
      found = role === "key" ? "key" : "value";
    },
  });
  return found;
}

/** A line at an odd place first, keys and items before texts, usual places before others; then the smaller slip. */
function byLikelihood(a: Move, b: Move): number {
  const slip = (move: Move) => Math.abs(move.target - move.indent);
  return (
    Number(b.isOdd) - Number(a.isOdd) ||
    Number(a.isText) - Number(b.isText) ||
    Number(b.isUsual) - Number(a.isUsual) ||
    slip(a) - slip(b) ||
    a.rank - b.rank ||
    b.target - a.target
  );
}

function nearestColumns(text: string, line: Line): string {
  const columns = columnsAbove(text, line).filter((column) => column !== indentOf(line));
  return columns.slice(0, 2).join(" or ") || "none";
}
