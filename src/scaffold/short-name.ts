import { makeKey } from "../keys/make-key.ts";

/** An id that a title suggests; the level and the subject of a qualification, as "l2-preparing-hot-drinks". */
export function shortName(title: string): string {
  const [, entry = "", level, subject] = /\b(Entry )?Level (\d)\b.*?\b(?:in|for) (.+)$/iu.exec(title) ?? [];
  if (level === undefined || subject === undefined) return makeKey(title, new Set(), false);
  return `${entry === "" ? "l" : "e"}${level}-${makeKey(subject, new Set(), false)}`;
}
