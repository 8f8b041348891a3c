import { isMap, type Node } from "yaml";
import { lastLeaf } from "../edits/last-leaf.ts";
import { keyText } from "../key-text.ts";
import type { SpecFile } from "../spec-file.ts";
import { blockLines } from "./block-lines.ts";
import { columnOf, commentsIn, isComment, lineEnd, lineStart, linesOf, nextLine, outdented } from "./lines.ts";
import type { Piece } from "./take-items.ts";

/** What only editors read. */
const forEditors = /^#\s*yaml-language-server:/u;

/** What a file says as a piece of another, without one of its keys; null where the file holds no map. */
export function asPiece(spec: SpecFile, leftOut: string): Piece | null {
  const { text } = spec.source;
  const root = spec.nodesTo([])?.[0];
  if (!isMap(root) || root.anchor !== undefined) return null;
  const [start, end] = [startOf(root), lastLeaf(root, root).range?.[1] ?? 0];
  const isWhole = columnOf(text, end) === 0;
  const bodyEnd = isWhole ? end : lineEnd(text, end);
  const head = commentsIn(text.slice(0, start)).filter((line) => !forEditors.test(line));
  const tail = linesOf(text.slice(bodyEnd))
    .filter(isComment)
    .map((line) => outdented(line, columnOf(text, start)));
  if (root.flow === true) {
    return {
      above: head,
      lines: [...blockLines(text, root, [leftOut]), ...commentsIn(text.slice(end, bodyEnd)), ...tail],
    };
  }
  const { body, beside } = withoutKey(
    text,
    root.items.find((one) => keyText(one) === leftOut),
    start,
    bodyEnd,
  );
  const lines = linesOf(body).map((line) => outdented(line, columnOf(text, start)));
  const first = lines.findIndex((line) => line.trim() !== "" && !isComment(line));
  const own = lines.slice(first);
  // What follows the last line end is no line; empty lines before it may be a part of a text.
  if (isWhole) own.pop();
  return {
    above: [...head, ...beside, ...lines.slice(0, first).filter(isComment)].map((line) => line.trim()),
    lines: [...own, ...tail],
  };
}

/** The lines from one place to another, without that of a key; and the comment beside that. */
function withoutKey(
  text: string,
  pair: { readonly key: unknown; readonly value: unknown } | undefined,
  start: number,
  end: number,
) {
  const from = lineStart(text, start);
  if (pair === undefined) return { body: text.slice(from, end), beside: [] };
  const line = lineStart(text, startOf(pair.key));
  const valueEnd = (pair.value as Node | null)?.range?.[1] ?? 0;
  return {
    body: text.slice(from, line) + text.slice(Math.min(nextLine(text, valueEnd), end), end),
    beside: commentsIn(text.slice(valueEnd, lineEnd(text, valueEnd))),
  };
}

function startOf(node: unknown): number {
  return (node as Node | null)?.range?.[0] ?? 0;
}
