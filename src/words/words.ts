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

/** The words of a house: ours, with its own terms in place of some. What stands in braces there and means nothing is printed as it is. */
export function wordsFor(terms: Readonly<Record<string, string>>): Words {
  const phrases: Readonly<Record<string, string>> = { ...english, ...terms };
  const fill = (key: string, values: NonNullable<Parameters<Words>[1]>, outer: readonly string[]): string => {
    const phrase = Object.hasOwn(phrases, key) ? phrases[key] : undefined;
    if (phrase === undefined) throw new Error(`No words for ${key}`);
    return phrase.replace(/\{([\w.-]+)\}/gu, (written, name: string) => {
      if (Object.hasOwn(values, name)) return String(values[name]);
      const other = name.charAt(0).toLowerCase() + name.slice(1);
      const isMeaningless = !Object.hasOwn(phrases, other) || other === key || outer.includes(other);
      if (isMeaningless && Object.hasOwn(terms, key)) return written;
      const text = fill(other, values, [...outer, key]);
      return other === name ? text : capitalise(text);
    });
  };
  return (key, values = {}) => fill(key, values, []);
}
