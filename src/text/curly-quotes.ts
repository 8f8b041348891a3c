/** Quotation marks around a whole text of which one at least is a curly one, as word processors make them. */
const double = /^[\u201c\u201d\u201e"]([^\u201c\u201d\u201e"]*)[\u201c\u201d"]$/su;
const single = /^[\u2018\u2019\u201a']([^\u2018\u2019\u201a']*)[\u2018\u2019']$/su;

/** What stands between curly quotes that begin and end a text; null where none do. */
export function insideCurlyQuotes(text: string): string | null {
  const trimmed = text.trim();
  if (/^["'].*["']$/su.test(trimmed)) return null;
  return (double.exec(trimmed) ?? single.exec(trimmed))?.[1] ?? null;
}
