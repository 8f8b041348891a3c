/** What is looked at in an entry, and how much a hit there counts. Building and asking have to agree, so both read this. */
export const searchFields = ["title", "aim", "criteria"] as const;

export const storedFields = ["kind", "name", "facts", "text"] as const;

/** A word as it is looked for: whatever its case and accents. */
export function asTerm(word: string): string | null {
  if (/^[\x20-\x7e]+$/u.test(word)) return word.toLowerCase();
  const term = word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return term === "" ? null : term;
}

/** What leads to an entry: a qualification, a unit or a framework. */
export type EntryKind = "q" | "u" | "f";

/** An entry as the search knows it; its `id` is that of the specification. */
export interface SearchEntry {
  readonly id: string;
  readonly kind: EntryKind;
  /** As shown. */
  readonly name: string;
  readonly facts: string;
  /** The number of the file with its outcomes and criteria; -1 where it has none. */
  readonly text: number;
  /** Title and codes. */
  readonly title: string;
  /** Aim and outcomes. */
  readonly aim: string;
  readonly criteria: string;
}

/** Outcomes and criteria of units as they are shown where one of them is found: anchor, number, words. */
export type EntryTexts = Readonly<Record<string, readonly (readonly [anchor: string, number: string, text: string])[]>>;
