import { needsQuotes } from "../needs-quotes.ts";
import { foldAnew } from "./fold.ts";
import type { Leaf } from "./tree.ts";

/** What is written on one line; null where it takes several. */
export function oneLine(leaf: Leaf, inBrackets: boolean): string | null {
  const [first = "", ...more] = leaf.lines;
  if (more.length === 0) return leaf.style === "block" ? null : anchored(leaf, requoted(leaf, first, inBrackets));
  const isFolded = leaf.style !== "block" && !leaf.lines.some((line) => line === "" || line.endsWith("\\"));
  if (!inBrackets || !isFolded) return null;
  return anchored(leaf, requoted(leaf, leaf.lines.join(" "), inBrackets));
}

/** What is written on several lines: the first is that of its key, the others are as wide as there is room. */
export function severalLines(leaf: Leaf, width: number): readonly [first: string, others: readonly string[]] {
  const [first = "", ...others] = leaf.lines;
  return [anchored(leaf, first), first.startsWith(">") && leaf.style === "block" ? foldAnew(others, width) : others];
}

function anchored({ anchor }: Leaf, written: string): string {
  return anchor === null ? written : `&${anchor} ${written}`.trimEnd();
}

/** Quotation marks where the text needs them: double ones, unless it would need a backslash in them. */
function requoted({ style, text }: Leaf, written: string, inBrackets: boolean): string {
  if ((style !== "single" && style !== "double") || text === null) return written;
  if (isUnprintable(text)) return written;
  // Between brackets they show where a sentence ends.
  const isSentence = inBrackets && text.includes(" ");
  if (!isSentence && !needsQuotes(text, inBrackets)) return text;
  return /["\\]/u.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}

/** Whether only escapes can write it, or show that it is there. */
function isUnprintable(text: string): boolean {
  return /[\p{C}\u2028\u2029\u00a0\u2007\u202f]/u.test(text);
}
