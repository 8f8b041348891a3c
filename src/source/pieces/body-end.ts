import { isScalar, type Node } from "yaml";
import { lineEnd } from "./lines.ts";

/**
 * Where something ends whose last leaf is given: the comment beside it is within, and the last line end not. Empty lines
 * below are layout.
 */
export function bodyEnd(text: string, leaf: Node): number {
  const [start, end] = leaf.range ?? [0, 0];
  if (!isBlockText(leaf) || text[end - 1] !== "\n") return lineEnd(text, end);
  const written = text.slice(start, end).replace(keepsEnd(text, leaf) ? /\r?\n$/u : /(?:\r?\n)+$/u, "");
  return start + written.length;
}

/** Whether a text begins with `|+` or `>+`, so that empty lines below it belong to it. */
export function keepsEnd(text: string, leaf: Node): boolean {
  const start = leaf.range?.[0] ?? 0;
  return isBlockText(leaf) && /^[|>]\d?\+/u.test(text.slice(start, start + 3));
}

function isBlockText(leaf: Node): boolean {
  return isScalar(leaf) && leaf.type?.startsWith("BLOCK") === true;
}
