/** Words that say how many of what follows are asked for. */
export const saysHowMuch =
  /\b(?:all|any|both|each|either|every|one|two|three|four|five|six|seven|eight|nine|ten|at least|minimum|\d+)\b/iu;

/** "etc.", but not in the name of an act; null where a text names all that it means. */
export function findOpenEnd(text: string): RegExpExecArray | null {
  if (!mayBeOpen(text)) return null;
  return /\betc\b(?!\.?,? ?(?:\(|Act\b|Regulations\b|Order\b))\.?|\band so (?:on|forth)\b|\bincluding,? but not limited to\b/iu.exec(
    text,
  );
}

/** Spares nearly all texts the search by pattern. */
export function mayBeOpen(text: string): boolean {
  return ["etc", "Etc", "ETC", "so on", "so forth", "not limited to"].some((words) => text.includes(words));
}
