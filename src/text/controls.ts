/**
 * Characters that are no part of any text: those that once controlled machines, but for tabs and line ends, and halves of
 * characters. Each form of paper would deal with them in its own way: Word documents may not hold them at all.
 */
const controls = /[^\t\n\r\u0020-\u007e\u00a0-\ufffd\u{10000}-\u{10ffff}]|\p{Cs}/gu;
/** Among them those that word processors write where a line or a page ends. */
const parting = "\v\f\u0085";

/** The first of them, by its code point; null where there is none. */
export function controlIn(text: string): string | null {
  const at = text.search(controls);
  return at === -1 ? null : nameOf(text.charCodeAt(at));
}

export function withoutControls(text: string): string {
  return text.replace(controls, insteadOf);
}

/** A blank where it parts two words, else nothing. */
export function insteadOf(control: string): string {
  return parting.includes(control) ? " " : "";
}

function nameOf(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}
