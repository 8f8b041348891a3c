import type { Node, Pair, YAMLMap, YAMLSeq } from "yaml";
import { blockLines } from "./block-lines.ts";
import { commentsIn, lineEnd, lineStart } from "./lines.ts";
import type { Piece, Taken } from "./take-items.ts";

/** Items between brackets. */
export function fromBrackets(text: string, pair: Pair, list: YAMLSeq, items: readonly YAMLMap[]): Taken {
  const pieces: Piece[] = [];
  let from = startOf(list) + 1;
  for (const item of items) {
    const gap = text.slice(from, startOf(item));
    const line = gap.includes("\n") ? gap.slice(0, lineEnd(gap, 0)) : "";
    const before = pieces.pop();
    if (before !== undefined) pieces.push({ ...before, lines: [...before.lines, ...commentsIn(line)] });
    const above = commentsIn(gap.slice(before === undefined ? 0 : line.length));
    pieces.push({ above, lines: blockLines(text, item), keepsEnd: false });
    from = endOf(item);
  }
  const last = pieces.pop();
  const left = commentsIn(text.slice(from, endOf(list) - 1));
  if (last !== undefined) pieces.push({ ...last, lines: [...last.lines, ...left] });
  const to = lineEnd(text, endOf(list));
  const start = lineStart(text, startOf(pair.key));
  return {
    before: text.slice(0, start),
    list: text.slice(start, to),
    after: text.slice(to),
    pieces,
    beside: [
      ...commentsIn(text.slice(endOf(pair.key), startOf(list))),
      ...(last === undefined ? left : []),
      ...commentsIn(text.slice(endOf(list), to)),
    ],
    layout: null,
  };
}

function startOf(node: unknown): number {
  return (node as Node | null)?.range?.[0] ?? 0;
}

function endOf(node: unknown): number {
  return (node as Node | null)?.range?.[1] ?? 0;
}
