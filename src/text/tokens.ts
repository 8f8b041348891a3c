/** A word of a text: letters and digits, with the hyphens and apostrophes inside it. */
export interface Token {
  /** In lower case. */
  readonly word: string;
  /** As written. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Letters of the alphabets of Europe by their ranges: `\p{L}` takes a millisecond to prepare. */
const letter = "A-Za-z0-9\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0370-\u1fff";
const aWord = new RegExp(`(?:[Ee]\\.g|[Ii]\\.e)(?![${letter}])|[${letter}]+(?:['’‑-][${letter}]+)*`, "gu");

/** The words of a text of CommonMark, where they stand in it; addresses and code are no words. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const { 0: written, index } of withoutAddresses(text).matchAll(aWord)) {
    const word = written.toLowerCase().replace(/[’‑]/gu, (mark) => (mark === "’" ? "'" : "-"));
    tokens.push({ word, text: written, start: index, end: index + written.length });
  }
  return tokens;
}

/** What is printed as an address or as code, blanked out: all else keeps its place. */
function withoutAddresses(text: string): string {
  if (!/[`\]<:]/u.test(text)) return text;
  return text.replace(/`[^`]*`|\]\([^)]*\)|<[^<>\s]+>|https?:\/\/\S+/gu, (part) => " ".repeat(part.length));
}
