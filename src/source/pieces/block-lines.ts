import type { Node, YAMLMap } from "yaml";
import { keyText } from "../key-text.ts";
import { commentsIn, linesOf } from "./lines.ts";

/** `{ id: a, title: A }` as lines of its own: `id: a` and `title: A`, with the comments between them. */
export function blockLines(text: string, map: YAMLMap, leftOut: readonly string[] = []): readonly string[] {
  const lines: string[] = [];
  let from = (map.range?.[0] ?? 0) + 1;
  for (const pair of map.items) {
    const key = pair.key as Node | null;
    const [start = from, keyEnd = start] = key?.range ?? [];
    const end = (pair.value as Node | null)?.range?.[1] ?? keyEnd;
    lines.push(...commentsIn(text.slice(from, start)));
    if (!leftOut.includes(keyText(pair))) {
      const value = text.slice(keyEnd, end).replace(/^\s*:\s*/u, "");
      lines.push(...shifted(`${text.slice(start, keyEnd)}: ${value}`));
    }
    from = end;
  }
  return [...lines, ...commentsIn(text.slice(from, (map.range?.[1] ?? 1) - 1))];
}

/** What goes on over several lines stands a little to the right of its key. */
function shifted(written: string): readonly string[] {
  const [first = "", ...more] = linesOf(written);
  const indents = more.filter((line) => line.trim() !== "").map((line) => line.search(/\S/u));
  const least = Math.min(...indents);
  return [first, ...more.map((line) => (line.trim() === "" ? "" : `  ${line.slice(least)}`))];
}
