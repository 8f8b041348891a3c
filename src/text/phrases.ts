import type { Token } from "./tokens.ts";

/** Phrases by their first word, so that a text is gone through once however many there are. */
export type Phrases<T> = ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly value: T }[]>;

/** The longest phrases first, so that "in order to" is found before "in order". */
export function phrasesOf<T>(entries: Iterable<readonly [phrase: string, value: T]>): Phrases<T> {
  const phrases = new Map<string, { readonly words: readonly string[]; readonly value: T }[]>();
  for (const [phrase, value] of entries) {
    const words = phrase.split(" ");
    const [first = ""] = words;
    phrases.set(first, [...(phrases.get(first) ?? []), { words, value }]);
  }
  for (const list of phrases.values()) list.sort((a, b) => b.words.length - a.words.length);
  return phrases;
}

/** The phrase that begins with a word of a text, or null. */
export function phraseAt<T>(
  phrases: Phrases<T>,
  tokens: readonly Token[],
  at: number,
): { readonly value: T; readonly length: number } | null {
  const candidates = phrases.get(tokens[at]?.word ?? "");
  const found = candidates?.find(({ words }) => words.every((word, step) => tokens[at + step]?.word === word));
  return found === undefined ? null : { value: found.value, length: found.words.length };
}
