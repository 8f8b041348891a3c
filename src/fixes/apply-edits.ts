import type { Edit } from "../diagnostics/diagnostic.ts";

/** From an offset to another, end exclusive. */
export type Stretch = readonly [start: number, end: number];

export interface Edited {
  readonly text: string;
  /** Where in the new text the edits stand. */
  readonly stretches: readonly Stretch[];
}

/** The text with edits that do not overlap; those at one place in the order in which they are given. */
export function applyEdits(text: string, edits: readonly Edit[]): Edited {
  const stretches: Stretch[] = [];
  let made = "";
  let from = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    made += text.slice(from, edit.start);
    stretches.push([made.length, made.length + edit.text.length]);
    made += edit.text;
    from = edit.end;
  }
  return { text: made + text.slice(from), stretches };
}
