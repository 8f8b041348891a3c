import type { Node, Pair, YAMLMap } from "yaml";
import { lastLeaf } from "../edits/last-leaf.ts";
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
import type { Piece, Taken } from "./take-items.ts";

/** Items that begin with a dash, each on lines of its own. */
export function fromDashes(text: string, root: YAMLMap, pair: Pair, items: readonly YAMLMap[]): Taken {
  const key = startOf(pair.key);
  const keyEnd = endOf(pair.key);
  const limit = limitOf(text, root, pair);
  const pieces: Piece[] = [];
  const empty: number[] = [];
  let end = keyEnd;
  let gap = wholeLines(text.slice(nextLine(text, keyEnd), lineStart(text, dashBefore(text, keyEnd, items[0]))));
  for (const [at, item] of items.entries()) {
    const dash = dashBefore(text, end, item);
    const column = columnOf(text, startOf(item));
    const leaf = lastLeaf(item, item);
    const body = bodyEnd(text, leaf);
    const next = items[at + 1];
    const below = nextLine(text, body);
    const to = next === undefined ? limit : lineStart(text, dashBefore(text, body, next));
    const lines = wholeLines(text.slice(below, Math.max(below, to)));
    const tail = lines.slice(0, tailOf(lines, column));
    const besideDash = commentsIn(text.slice(dash + 1, startOf(item)));
    empty.push(emptyBefore(gap));
    pieces.push({
      above: [...gap.slice(emptyBefore(gap)), ...besideDash].map((line) => line.trimStart()),
      lines: [...linesOfItem(text, item, body), ...tail.map((line) => outdented(line, column))],
      keepsEnd: keepsEnd(text, leaf) && tail.length === 0,
    });
    gap = lines.slice(tail.length);
    end = tail.length === 0 ? body : below + lengthOf(text, below, tail.length);
  }
  const start = lineStart(text, key);
  const firstDash = dashBefore(text, keyEnd, items[0]);
  return {
    before: text.slice(0, start),
    list: text.slice(start, end),
    after: text.slice(end),
    pieces,
    beside: commentsIn(text.slice(keyEnd, Math.min(lineEnd(text, keyEnd), firstDash))),
    layout: {
      beforeDash: Math.max(0, columnOf(text, firstDash) - columnOf(text, key)),
      afterDash: Math.max(1, columnOf(text, startOf(items[0])) - columnOf(text, firstDash) - 1),
      empty,
    },
  };
}

/** Where the list has to have ended: at the next key, or where anything else but comments stands. */
function limitOf(text: string, root: YAMLMap, pair: Pair): number {
  const next = root.items[root.items.indexOf(pair) + 1];
  return next === undefined ? text.length : lineStart(text, startOf(next.key));
}

function linesOfItem(text: string, item: YAMLMap, to: number): readonly string[] {
  const [start, column] = [startOf(item), columnOf(text, startOf(item))];
  if (item.flow === true) return [...blockLines(text, item), ...commentsIn(text.slice(endOf(item), to))];
  return linesOf(text.slice(start, to)).map((line, row) => (row === 0 ? line : outdented(line, column)));
}

/** How many of the lines below an item still belong to it: comments as deep as its text, and what stands between them. */
function tailOf(lines: readonly string[], column: number): number {
  let length = 0;
  for (const [at, line] of lines.entries()) {
    if (isEmpty(line)) continue;
    if (!isComment(line) || line.search(/\S/u) < column) break;
    length = at + 1;
  }
  return length;
}

/** How long some lines are, without the end of the last. */
function lengthOf(text: string, from: number, lines: number): number {
  let at = from;
  for (let line = 1; line < lines; line += 1) at = nextLine(text, at);
  return lineEnd(text, at) - from;
}

/** Where the dash of an item stands: from the end of what is before it there are only spaces and comments. */
function dashBefore(text: string, from: number, item: Node | undefined): number {
  if (item === undefined) return from;
  const gap = text.slice(from, startOf(item));
  const blank = /^(?:[\s:]|#[^\n]*)*/u.exec(gap)?.[0].length ?? 0;
  return from + blank;
}

function startOf(node: unknown): number {
  return (node as Node | null | undefined)?.range?.[0] ?? 0;
}

function endOf(node: unknown): number {
  return (node as Node | null)?.range?.[1] ?? 0;
}
