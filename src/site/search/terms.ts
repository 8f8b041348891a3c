import { formsOf, piecesOf } from "./words.ts";

/** What is looked at in an entry, and how much a hit there counts. Building and asking have to agree, so both read this. */
const searchFields = ["title", "aim", "criteria"] as const;

/** How an index is made and read. */
export const indexOptions = {
  fields: [...searchFields],
  storeFields: ["kind", "name", "facts", "text", "numbers"],
  tokenize: (text: string) => piecesOf(text).map(({ word }) => word),
  processTerm: formsOf,
};

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
  /** The printed numbers of its outcomes and criteria in small letters, with a space before and after each. */
  readonly numbers: string;
  /** Title and codes. */
  readonly title: string;
  /** Aim and outcomes. */
  readonly aim: string;
  readonly criteria: string;
}

/** Outcomes and criteria of units as they are shown where one of them is found: anchor, number, words. */
export type EntryTexts = Readonly<Record<string, readonly (readonly [anchor: string, number: string, text: string])[]>>;
