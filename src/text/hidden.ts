/**
 * Letters that nobody sees and word processors leave behind: zero-width spaces and joiners of words, soft hyphens, marks of
 * the byte order, orders to write the other way round; and blanks that do not break, at the ends of a text.
 */
const hidden = "[\\u200b\\u00ad\\u2060\\ufeff\\u202d\\u202e]|^[\\u00a0\\u2007\\u202f]+|[\\u00a0\\u2007\\u202f]+$";
/** One quick look passes most files. */
const suspect = /[\u200b\u00ad\u2060\ufeff\u00a0\u2007\u202d-\u202f]/u;
/** Languages whose words are not set apart by spaces show with one where a line may break. */
const withoutSpaces = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u4e00-\u9fff]/u;

export function mayHide(text: string): boolean {
  return suspect.test(text);
}

/** The first of these in a text, by its name; null where there is none. */
export function hiddenIn(text: string): string | null {
  const [found] = mayHide(text) && !withoutSpaces.test(text) ? (new RegExp(hidden, "u").exec(text) ?? []) : [];
  return found === undefined ? null : (names[found.charAt(0)] ?? null);
}

export function withoutHidden(text: string): string {
  return text.replace(new RegExp(hidden, "gu"), "");
}

const names: Readonly<Record<string, string>> = {
  "\u200b": "zero-width space",
  "\u00ad": "soft hyphen",
  "\u2060": "word joiner",
  "\ufeff": "byte-order mark",
  "\u202d": "left-to-right override",
  "\u202e": "right-to-left override",
  "\u00a0": "non-breaking space at the end",
  "\u2007": "non-breaking space at the end",
  "\u202f": "non-breaking space at the end",
};
