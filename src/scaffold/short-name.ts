import { makeKey } from "../keys/make-key.ts";

/**
 * An id that a title suggests; the level and the subject of a qualification, as "l2-preparing-hot-drinks". null where the
 * title has no letters that an id can have.
 */
export function shortName(title: string): string | null {
  const [, entry = "", level, subject] = /\b(Entry )?Level (\d)\b.*?\b(?:in|for) (.+)$/iu.exec(title) ?? [];
  const isOfLevel = level !== undefined && subject !== undefined;
  const name = keyOf(isOfLevel ? subject : title);
  return isOfLevel && name !== null ? `${entry === "" ? "l" : "e"}${level}-${name}` : name;
}

function keyOf(text: string): string | null {
  return /[a-z]/iu.test(text.normalize("NFKD")) ? makeKey(text, new Set(), false) : null;
}
