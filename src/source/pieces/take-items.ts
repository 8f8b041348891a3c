import { isMap, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from "yaml";
import type { Place } from "../../diagnostics/diagnostic.ts";
import { code } from "../../text/words.ts";
import { lastLeaf } from "../edits/last-leaf.ts";
import { keyText } from "../key-text.ts";
import type { SpecFile, Stretch } from "../spec-file.ts";
import { blockLines } from "./block-lines.ts";
import { crossingAlias } from "./crossing-alias.ts";
import { columnOf, commentsIn, isComment, lineEnd, lineStart, linesOf, nextLine, outdented } from "./lines.ts";

/** A map of a list, as the text of a file of its own. */
export interface Piece {
  /** The comments above it. */
  readonly above: readonly string[];
  /** Its keys, at the start of the line, with all that stands beside and below them. */
  readonly lines: readonly string[];
}

export interface Taken {
  /** The file without the list, comments above its key included. */
  readonly rest: string;
  readonly pieces: readonly Piece[];
}

/** Why a list cannot be taken out as it is written. */
export interface Refusal {
  readonly place: Place;
  /** "Unexpected X, expected Y; what to do". */
  readonly message: string;
}

/** Takes a list of maps at the top of a file out of it. What describes an item goes with it: comments above, beside and in it. */
export function takeItems(spec: SpecFile, name: string): Taken | Refusal {
  const { text } = spec.source;
  const root = spec.nodesTo([])?.[0];
  const place = (node: Node): Place => {
    const [start, end] = node.range ?? [0, 0];
    return { file: spec.source, start, end: Math.min(end, lineEnd(text, start)), pointer: "" };
  };
  if (!isMap(root)) return { rest: text, pieces: [] };
  const pair = root.items.find((one) => keyText(one) === name);
  if (pair === undefined) return { rest: text, pieces: [] };
  if (root.flow === true) {
    const message = "Unexpected `{` around the whole file, expected each key on a line of its own; write it so";
    return { place: { ...place(root), end: (root.range?.[0] ?? 0) + 1 }, message };
  }
  const list = pair.value;
  const rare = () => ({
    place: place(pair.key as Node),
    message: `Unexpected way of writing ${code(name)}, expected a list with a dash before each item; write it so`,
  });
  if (!isSeq(list) || list.anchor !== undefined) return rare();
  const items = list.items.flatMap((item) => (isMap(item) && item.anchor === undefined ? [item] : []));
  if (items.length !== list.items.length) return rare();
  const crossing = crossingAlias(root, items.map(stretchOf));
  if (crossing !== null) {
    const message = `Unexpected ${code(`*${crossing.source}`)}, which refers to a text that will stand in another file; write the text out`;
    return { place: place(crossing), message };
  }
  return list.flow === true ? fromBrackets(text, root, pair, list, items) : fromDashes(text, root, pair, items);
}

/** Items that begin with a dash, each on lines of its own. */
function fromDashes(text: string, root: YAMLMap, pair: Pair, items: readonly YAMLMap[]): Taken {
  const key = startOf(pair.key);
  const margin = columnOf(text, key);
  const afterKey = endOf(pair.key);
  let head: readonly string[] = linesOf(
    text.slice(nextLine(text, afterKey), lineStart(text, dashBefore(text, afterKey, items[0]))),
  ).filter(isComment);
  const beside = commentsIn(
    text.slice(afterKey, Math.min(lineEnd(text, afterKey), dashBefore(text, afterKey, items[0]))),
  );
  const pieces: Piece[] = [];
  let end = afterKey;
  for (const [at, item] of items.entries()) {
    const dash = dashBefore(text, end, item);
    const start = startOf(item);
    const column = columnOf(text, start);
    const besideDash = commentsIn(text.slice(dash + 1, start));
    end = endOf(lastLeaf(item, item));
    const isWhole = columnOf(text, end) === 0;
    const bodyEnd = isWhole ? end : lineEnd(text, end);
    const own =
      item.flow === true
        ? [...blockLines(text, item), ...commentsIn(text.slice(end, bodyEnd))]
        : linesOf(text.slice(start, bodyEnd)).map((line, row) => (row === 0 ? line : outdented(line, column)));
    if (isWhole && item.flow !== true) own.pop();
    const next = items[at + 1];
    const gapStart = isWhole ? end : nextLine(text, end);
    const gapEnd =
      next === undefined ? endOfList(text, root, pair, gapStart, margin) : lineStart(text, dashBefore(text, end, next));
    const gap = linesOf(text.slice(gapStart, Math.max(gapStart, gapEnd))).filter(isComment);
    const least = next === undefined ? margin : column - 1;
    const split = gap.findIndex((line) => line.search(/\S/u) <= least);
    const tail = split === -1 ? gap : gap.slice(0, split);
    pieces.push({
      above: [...head, ...besideDash].map((line) => line.trim()),
      lines: [...own, ...tail.map((line) => outdented(line, column))],
    });
    head = gap.slice(tail.length);
  }
  const from = lineStart(text, key);
  const last = items.at(-1);
  const isWhole = last !== undefined && columnOf(text, end) === 0;
  const to =
    last === undefined
      ? nextLine(text, endOf(pair.value))
      : endOfList(text, root, pair, isWhole ? end : nextLine(text, end), margin);
  return { rest: without(text, from, to, [...beside, ...head.map((line) => line.trim())]), pieces };
}

/** Items between brackets. */
function fromBrackets(text: string, root: YAMLMap, pair: Pair, list: YAMLSeq, items: readonly YAMLMap[]): Taken {
  const pieces: Piece[] = [];
  let from = startOf(list) + 1;
  for (const item of items) {
    const gap = text.slice(from, startOf(item));
    const line = gap.includes("\n") ? gap.slice(0, lineEnd(gap, 0)) : "";
    const before = pieces.pop();
    if (before !== undefined) pieces.push({ ...before, lines: [...before.lines, ...commentsIn(line)] });
    const head = commentsIn(gap.slice(before === undefined ? 0 : line.length));
    pieces.push({ above: head, lines: blockLines(text, item) });
    from = endOf(item);
  }
  const last = pieces.pop();
  const left = commentsIn(text.slice(from, endOf(list) - 1));
  if (last !== undefined) pieces.push({ ...last, lines: [...last.lines, ...left] });
  const margin = columnOf(text, startOf(pair.key));
  const beside = [
    ...commentsIn(text.slice(endOf(pair.key), startOf(list))),
    ...commentsIn(text.slice(endOf(list), lineEnd(text, endOf(list)))),
    ...(last === undefined ? left : []),
  ];
  const to = endOfList(text, root, pair, nextLine(text, endOf(list)), margin);
  return {
    rest: without(text, lineStart(text, startOf(pair.key)), Math.min(to, nextLine(text, endOf(list))), beside),
    pieces,
  };
}

/** Where the dash of an item stands: from the end of what is before it there are only spaces and comments. */
function dashBefore(text: string, from: number, item: Node | undefined): number {
  if (item === undefined) return from;
  const gap = text.slice(from, startOf(item));
  const blank = /^(?:[\s:]|#[^\n]*)*/u.exec(gap)?.[0].length ?? 0;
  return from + blank;
}

/** Where the lines of a list end: comments that stand as far left as its key belong to what follows. */
function endOfList(text: string, root: YAMLMap, pair: Pair, from: number, margin: number): number {
  const next = root.items[root.items.indexOf(pair) + 1];
  const limit = next === undefined ? text.length : lineStart(text, startOf(next.key));
  let end = from;
  for (let at = from; at < limit; at = nextLine(text, at)) {
    const line = text.slice(at, lineEnd(text, at));
    if (!isComment(line)) {
      if (line.trim() !== "") break;
      continue;
    }
    if (line.search(/\S/u) <= margin) break;
    end = nextLine(text, at);
  }
  return end;
}

/** A text without a stretch of whole lines, with some comments in their place. */
function without(text: string, from: number, to: number, comments: readonly string[]): string {
  const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
  const kept = comments.map((line) => line + lineBreak).join("");
  const [before, after] = [text.slice(0, from), text.slice(to)];
  if (after.trim() !== "" || kept !== "") return before + kept + after;
  return before.replace(/(?:[ \t]*\r?\n)+$/u, "") + lineBreak;
}

function stretchOf(node: Node): Stretch {
  return [startOf(node), endOf(node)];
}

function startOf(node: unknown): number {
  return (node as Node | null)?.range?.[0] ?? 0;
}

function endOf(node: unknown): number {
  return (node as Node | null)?.range?.[1] ?? 0;
}
