import { indentOf, type Line, lineAbove, lineBelow } from "./case.ts";

/** The columns in which the lines stand that a line may belong to, innermost first. */
export function columnsAbove(text: string, line: Line): readonly number[] {
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
export function siblingsBelow(text: string, line: Line): readonly number[] {
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
export function columnsOf(line: Line): readonly number[] {
  const indent = indentOf(line);
  const dashes = [...(/^ *((?:- +)*)/u.exec(line.text)?.[1] ?? "").matchAll(/- +/gu)];
  return [...dashes.map((dash) => indent + dash.index + dash[0].length).reverse(), indent];
}

/** By how many spaces lines of the file mostly stand deeper than the one before. */
export function usualStep(text: string): number {
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
