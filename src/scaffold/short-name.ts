import { makeKey } from "../keys/make-key.ts";

/**
 * An id that a title suggests; the level and the subject of a qualification, as "l2-preparing-hot-drinks". null where it
 * suggests none, as one without letters from a to z.
 */
export function shortName(title: string): string | null {
  const [, entry = "", level, subject] = /\b(Entry )?Level (\d)\b.*?\b(?:in|for) (.+)$/iu.exec(title) ?? [];
  const isOfLevel = level !== undefined && subject !== undefined;
  const name = keyOf(isOfLevel ? subject : title);
  return isOfLevel && name !== null ? `${entry === "" ? "l" : "e"}${level}-${name}` : name;
}

/** The name of last resort says nothing. */
function keyOf(text: string): string | null {
  const made = makeKey(text, new Set(), false);
  return made !== "item" || /\bitem\b/iu.test(text) ? made : null;
}
