import { type Document, visit } from "yaml";
import { code, countOf } from "../../text/words.ts";
import { at, type Case, indentOf, type Line, lineAbove, lineBelow, lineOfError, type Reader } from "./case.ts";
import { findRepair, type Repair, repairs } from "./repair.ts";

/** A line that stands between the columns of the lines around it. Which line it is, and where it belongs, is tried out. */
export const indentation: Reader = (one) => {
  const { text, error } = one;
  if (!/BAD_INDENT|IMPLICIT_KEY|MISSING_CHAR|UNEXPECTED_TOKEN/u.test(error.code)) return null;
  const line = lineOfError(one);
  if (line === null || /Flow|quote|YAML stream/u.test(error.message)) return null;
  const suspects = suspectsOf(one, line);
  const candidates = suspects.flatMap((suspect, rank) => moves(text, suspect, rank));

  const moved = findRepair(text, candidates.sort(byLikelihood));
  if (moved !== null) {
    const { indent, start, target } = moved;
    const mirrored = candidates.find((other) => other.start === start && other.target === 2 * indent - target);
    const isEither = mirrored?.isUsual === moved.isUsual && repairs(text, mirrored);
    const expected = isEither ? `${target} or ${mirrored.target}` : String(target);
    const message = `Unexpected indentation of ${countOf(indent, "space")}, expected ${expected}; line it up with the keys or dashes that it belongs to`;
    return at(one, "indentation", message, start, start + Math.max(indent, 1));
  }
  const dashed = findRepair(text, missingDash(text, line));
  if (dashed !== null) {
    const message = `Unexpected key ${code(dashed.key)}, expected ${code("- ")} before the first key of each item; write the dash, or the line that begins the item`;
    const start = dashed.end;
    return at(one, "indentation", message, start, start + dashed.key.length);
  }
  const orphan = findRepair(
    text,
    suspects.flatMap((suspect) => missingKeys(text, suspect)),
  );
  const fault = orphan?.line ?? line;
  const expected = orphan === null ? nearestColumns(text, fault) : String(orphan.column);
  const how =
    orphan === null
      ? "line it up with the keys or dashes that it belongs to"
      : "line it up with what stands above, or write the key that it belongs to on a line before it, with a colon";
  const message = `Unexpected indentation of ${countOf(indentOf(fault), "space")}, expected ${expected}; ${how}`;
  return at(one, "indentation", message, fault.start, fault.start + Math.max(indentOf(fault), 1));
};

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
  return [...targets].filter((target) => holdsWhatFollows(line, below, target)).map((target) => ({
    start: line.start,
    end: line.start + indent,
    text: " ".repeat(target),
    indent,
    target,
    isText: !/^ *(?:- |[\w-]+:(?:\s|$))/u.test(line.text),
    isOdd: !isUsual(indent),
    isUsual: isUsual(target),
    rank,
    fits: (document, position) => isReadAsMeant(document, position, line),
  }));
}

/** Whether a line that ends with a colon or a text mark has, in that column, something deeper below it. */
function holdsWhatFollows(line: Line, below: Line | null, column: number): boolean {
  if (!/:(?:\s+[|>][+-]?)?\s*$/u.test(line.text)) return true;
  const isList = /^ *- /u.test(below?.text ?? "");
  return below !== null && indentOf(below) >= (isList ? column : column + 1);
}

/** Whether a line that looks like a key or an item is one, and any other is part of a text. */
function isReadAsMeant(document: Document.Parsed, position: number, line: Line): boolean {
  const [, dashes = "", key] = /^ *((?:- +)*)([\w-]+:(?=\s|$))?/u.exec(line.text) ?? [];
  let isKey = false;
  let isNode = false;
  visit(document.contents, {
    Node: (role, node) => {
      if (node.range?.[0] !== position + dashes.length) return;
      isNode = true;
      if (role === "key") isKey = true;
    },
  });
  if (key !== undefined) return isKey;
  return dashes === "" ? !isKey : isNode;
}

/** Keys and items before texts, a line at an odd place before others, usual places first; then the smaller slip. */
function byLikelihood(a: Move, b: Move): number {
  const slip = (move: Move) => Math.abs(move.target - move.indent);
  return (
    Number(a.isText) - Number(b.isText) ||
    Number(b.isOdd) - Number(a.isOdd) ||
    Number(b.isUsual) - Number(a.isUsual) ||
    slip(a) - slip(b) ||
    a.rank - b.rank ||
    b.target - a.target
  );
}

/** A list whose first item has keys but no dash: `key: x`, then `- key: y`. */
function missingDash(text: string, line: Line): readonly (Repair & { readonly key: string })[] {
  if (!/^ *- /u.test(line.text)) return [];
  const column = indentOf(line) + 2;
  let first = line;
  for (let above = lineAbove(text, line); above !== null; above = lineAbove(text, above)) {
    if (indentOf(above) < column) break;
    first = above;
  }
  const key = /^[\w-]+(?=:)/u.exec(first.text.trimStart())?.[0];
  if (key === undefined || indentOf(first) !== column) return [];
  return [{ start: first.start + column - 2, end: first.start + column, text: "- ", key }];
}

/** A line above that a key, with a colon, would make whole. */
function missingKeys(text: string, line: Line): readonly (Repair & { readonly line: Line; readonly column: number })[] {
  return columnsAbove(text, line)
    .filter((column) => column < indentOf(line))
    .map((column) => ({ start: line.start, end: line.start, text: `${" ".repeat(column)}missing:\n`, line, column }));
}

function nearestColumns(text: string, line: Line): string {
  const columns = columnsAbove(text, line).filter((column) => column !== indentOf(line));
  return columns.slice(0, 2).join(" or ") || "none";
}

/** The columns in which the lines stand that a line may belong to, innermost first. */
function columnsAbove(text: string, line: Line): readonly number[] {
  const columns: number[] = [];
  let smallest = Number.POSITIVE_INFINITY;
  for (let above = lineAbove(text, line); above !== null && smallest > 0; above = lineAbove(text, above)) {
    const own = columnsOf(above).filter((column) => column < smallest);
    columns.push(...own);
    smallest = Math.min(smallest, indentOf(above));
  }
  return columns;
}

/** The columns of the lines next below, each less deep than those before it. */
function siblingsBelow(text: string, line: Line): readonly number[] {
  const columns: number[] = [];
  let smallest = Number.POSITIVE_INFINITY;
  let below = lineBelow(text, line);
  for (let count = 0; count < 10 && below !== null; count += 1) {
    if (indentOf(below) < smallest) {
      smallest = indentOf(below);
      columns.push(smallest);
    }
    below = lineBelow(text, below);
  }
  return columns;
}

/** The column of a line and, innermost first, those of what its dashes begin. */
function columnsOf(line: Line): readonly number[] {
  const indent = indentOf(line);
  const dashes = [...(/^ *((?:- +)*)/u.exec(line.text)?.[1] ?? "").matchAll(/- +/gu)];
  return [...dashes.map((dash) => indent + dash.index + dash[0].length).reverse(), indent];
}

/** By how many spaces lines of the file mostly stand deeper than the one before. */
function usualStep(text: string): number {
  const counts = new Map<number, number>();
  let before = 0;
  for (const match of text.matchAll(/^( *)[^\s#]/gmu)) {
    const indent = match[1]?.length ?? 0;
    if (indent > before) counts.set(indent - before, (counts.get(indent - before) ?? 0) + 1);
    before = indent;
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? 2;
}
