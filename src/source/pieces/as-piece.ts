import { isMap, type Node, type Pair, type YAMLMap } from "yaml";
import { lastLeaf, lastOf } from "../edits/last-leaf.ts";
import { keyText } from "../key-text.ts";
import type { SpecFile } from "../spec-file.ts";
import { blockLines } from "./block-lines.ts";
import { bodyEnd, keepsEnd } from "./body-end.ts";
import {
  columnOf,
  commentsIn,
  emptyBefore,
  isComment,
  isEmpty,
  lineEnd,
  lineStart,
  linesOf,
  nextLine,
  outdented,
  wholeLines,
} from "./lines.ts";
import type { Piece } from "./take-items.ts";

/** What only editors read. */
const forEditors = /^#\s*yaml-language-server:/u;

/** What a file says as a piece of another, without some of its keys; null where the file holds no map. */
export function asPiece(spec: SpecFile, leftOut: readonly string[]): Piece | null {
  const { text } = spec.source;
  const root = spec.nodesTo([])?.[0];
  if (!isMap(root) || root.anchor !== undefined) return null;
  const start = root.range?.[0] ?? 0;
  const end = bodyEnd(text, lastLeaf(root, root));
  const head = wholeLines(text.slice(0, lineStart(text, start)))
    .flatMap((line) => (isEmpty(line) ? "" : commentsIn(line)))
    .filter((line) => !forEditors.test(line));
  const tail = tailOf(text.slice(nextLine(text, end))).map((line) => outdented(line, columnOf(text, start)));
  const own = root.flow === true ? ofBraces(text, root, leftOut, end) : ofLines(text, root, leftOut, end);
  const lines = [...own.lines, ...tail];
  return {
    above: [...head.slice(emptyBefore(head)), ...own.above].map((line) => line.trimStart()),
    lines,
    keepsEnd: keepsEnd(text, lastOf(keptIn(root, leftOut).at(-1))) && !isComment(lines.at(-1) ?? ""),
  };
}

function keptIn(root: YAMLMap, leftOut: readonly string[]) {
  return root.items.filter((one) => !leftOut.includes(keyText(one)));
}

type Own = Pick<Piece, "above" | "lines">;

function ofBraces(text: string, root: YAMLMap, leftOut: readonly string[], end: number): Own {
  const beside = commentsIn(text.slice(root.range?.[1] ?? 0, end));
  return { above: [], lines: [...blockLines(text, root, leftOut), ...beside] };
}

/** The lines of a map but for those of some keys, each on one line; what stands beside these goes above all. */
function ofLines(text: string, root: YAMLMap, leftOut: readonly string[], end: number): Own {
  const start = root.range?.[0] ?? 0;
  const cut = root.items.filter((one) => leftOut.includes(keyText(one))).map((one) => stretchOf(text, one));
  const bounds = [lineStart(text, start), ...cut.flatMap(({ from, to }) => [from, Math.min(to, end)]), end];
  const kept = bounds.flatMap((at, step) => (step % 2 === 0 ? text.slice(at, bounds[step + 1]) : []));
  // What follows the last line end is a line only of a text that keeps its end.
  const isCut = cut.some(({ to }) => to >= end);
  const lines = (isCut ? wholeLines(kept.join("")) : linesOf(kept.join(""))).map((line) =>
    outdented(line, columnOf(text, start)),
  );
  const first = lines.findIndex((line) => !isEmpty(line) && !isComment(line));
  const beside = cut.flatMap((one) => one.beside);
  return { above: [...beside, ...lines.slice(0, first).filter(isComment)], lines: lines.slice(first) };
}

/** The whole line of a key, and the comment beside it. */
function stretchOf(text: string, { key, value }: Pair) {
  const end = ((value ?? key) as Node | null)?.range?.[1] ?? 0;
  const from = lineStart(text, (key as Node | null)?.range?.[0] ?? 0);
  return { from, to: nextLine(text, end), beside: commentsIn(text.slice(end, lineEnd(text, end))) };
}

/** Comments below all that is said, and the empty lines above and between them. */
function tailOf(text: string): readonly string[] {
  const lines = wholeLines(text).filter((line) => isComment(line) || isEmpty(line));
  return lines.slice(0, lines.findLastIndex(isComment) + 1);
}
