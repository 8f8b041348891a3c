import { articleFor } from "../text/article.ts";
import { capitalise } from "../text/words.ts";
import english from "./en.json" with { type: "json" };

/**
 * The interface words of papers: the phrase of a key, with `{name}` replaced by a value and `{learner.one}` by another
 * phrase (`{Learner.one}` with a capital letter, `{a learner.one}` with its article). @throws Error where the key or a
 * value is missing: a fault of ours.
 */
export type Words = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** Every key that a house may override. */
export const wordKeys: readonly string[] = Object.keys(english);

export function hasWord(key: string): boolean {
  return Object.hasOwn(english, key);
}

/** The phrases whose key begins with a prefix, by the rest of their key; values that are known later stay in their braces. */
export function phrasesUnder(prefix: string, words: Words): Readonly<Record<string, string>> {
  const keys = wordKeys.filter((key) => key.startsWith(prefix));
  return Object.fromEntries(
    keys.map((key) => {
      const names = [...((english as Readonly<Record<string, string>>)[key]?.matchAll(/\{([a-z]+)\}/gu) ?? [])];
      return [key.slice(prefix.length), words(key, Object.fromEntries(names.map(([hole, name]) => [name, hole])))];
    }),
  );
}

/** What a phrase has to be given: the names in its braces that are no phrases themselves. */
export function placeholdersOf(key: string): readonly string[] {
  const phrase = (english as Readonly<Record<string, string>>)[key] ?? "";
  const names = [...phrase.matchAll(/\{([\w.-]+)\}/gu)].map(([, name = ""]) => name);
  return names.filter((name) => !hasWord(name.charAt(0).toLowerCase() + name.slice(1)));
}

/** The names of things that many phrases are made of, each with the others that name the same: one, several, in short. */
export function familyOf(key: string): readonly string[] {
  const [, stem = ""] = /^([A-Za-z]+)\.(?:one|many|short|shortOne|shortMany)$/u.exec(key) ?? [];
  return stem === "" ? [] : termKeys.filter((other) => other.startsWith(`${stem}.`) && isPrinted(other));
}

/** Some are there for the templates of houses alone: no phrase of ours speaks of several awarding organisations. */
function isPrinted(key: string): boolean {
  if (!key.endsWith("any")) return true;
  const name = new RegExp(`\\{(?:[Aa]n? )?${key}\\}`, "iu");
  return Object.values<string>(english).some((phrase) => name.test(phrase));
}

/** The keys of these names. */
export const termKeys: readonly string[] = wordKeys.filter((key) =>
  /^(?!credit\.)[A-Za-z]+\.(?:one|many|short|shortOne|shortMany)$/u.test(key),
);

/** What a phrase is unless a house says otherwise. */
export function ownWord(key: string): string {
  return (english as Readonly<Record<string, string>>)[key] ?? "";
}

export type Terms = Readonly<Record<string, string>>;

const termsByWords = new WeakMap<Words, Terms>();

/** What a house calls things, of the words that were made with it. */
export function termsOf(words: Words): Terms {
  return termsByWords.get(words) ?? {};
}

/** The words of a house: ours, with its own terms in place of some. What stands in braces there and means nothing is printed as it is. */
export function wordsFor(terms: Terms): Words {
  const phrases: Readonly<Record<string, string>> = { ...english, ...terms };
  const partsOf = keptBy((key) => {
    const phrase = Object.hasOwn(phrases, key) ? phrases[key] : undefined;
    if (phrase === undefined) throw new Error(`No words for ${key}`);
    return splitPhrase(phrase);
  });
  const fill = (key: string, values: NonNullable<Parameters<Words>[1]>, outer: readonly string[]): string => {
    const fillHole = ({ written, article, name }: Hole): string => {
      if (article === undefined && Object.hasOwn(values, name)) return String(values[name]);
      const other = name.charAt(0).toLowerCase() + name.slice(1);
      const isMeaningless = !Object.hasOwn(phrases, other) || other === key || outer.includes(other);
      if (isMeaningless && Object.hasOwn(terms, key)) return written;
      const text = fill(other, values, [...outer, key]);
      const cased = other === name ? text : capitalise(text);
      if (article === undefined) return cased;
      const before = articleFor(text);
      return `${article === "A" ? capitalise(before) : before} ${cased}`;
    };
    let filled = "";
    for (const part of partsOf(key)) filled += typeof part === "string" ? part : fillHole(part);
    return filled;
  };
  const fillOnce = keptBy((key) => fill(key, {}, []));
  const words: Words = (key, values) => (values === undefined ? fillOnce(key) : fill(key, values, []));
  termsByWords.set(words, terms);
  return words;
}

/** What stands in braces in a phrase. */
interface Hole {
  readonly written: string;
  readonly article: string | undefined;
  readonly name: string;
}

function splitPhrase(phrase: string): readonly (string | Hole)[] {
  const parts: (string | Hole)[] = [];
  let done = 0;
  for (const { 0: written, 1: article, 2: name = "", index } of phrase.matchAll(/\{(?:([Aa])n? )?([\w.-]+)\}/gu)) {
    parts.push(phrase.slice(done, index), { written, article, name });
    done = index + written.length;
  }
  return [...parts, phrase.slice(done)];
}

/** Papers say the same phrases many thousand times. */
function keptBy<T>(make: (key: string) => T): (key: string) => T {
  const kept = new Map<string, T>();
  return (key) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = make(key);
    kept.set(key, made);
    return made;
  };
}
