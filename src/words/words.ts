import { capitalise } from "../text/words.ts";
import english from "./en.json" with { type: "json" };

/**
 * The interface words of papers: the phrase of a key, with `{name}` replaced by a value and `{learner.one}` by another
 * phrase (`{Learner.one}` with a capital letter). @throws Error where the key or a value is missing: a fault of ours.
 */
export type Words = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** Every key that a house may override. */
export const wordKeys: readonly string[] = Object.keys(english);

export function hasWord(key: string): boolean {
  return Object.hasOwn(english, key);
}

/** The words of a house: ours, with its own terms in place of some. */
export function wordsFor(terms: Readonly<Record<string, string>>): Words {
  const phrases: Readonly<Record<string, string>> = { ...english, ...terms };
  const words: Words = (key, values = {}) => {
    const phrase = Object.hasOwn(phrases, key) ? phrases[key] : undefined;
    if (phrase === undefined) throw new Error(`No words for ${key}`);
    return phrase.replace(/\{([\w.-]+)\}/gu, (_, name: string) => {
      const value = values[name];
      if (value !== undefined) return String(value);
      const other = name.charAt(0).toLowerCase() + name.slice(1);
      return other === name ? words(name, values) : capitalise(words(other, values));
    });
  };
  return words;
}
