import type { Query } from "minisearch";
import { formsOf, isWholeLetter, piecesOf } from "../../../../src/site/search/words.ts";

/** How the words that were typed may be met. */
export interface Way {
  readonly combineWith: "AND" | "OR";
  readonly isForgiving: boolean;
}

/** Each word in any of its forms. Only the last word may be unfinished; a slip is forgiven in long words. */
export function queryFor(typed: string, { combineWith, isForgiving }: Way): Query {
  const words = piecesOf(withoutBeginning(typed)).map(({ word }) => word);
  return {
    combineWith,
    tokenize: (form) => [form],
    processTerm: (form) => form,
    boost: { title: 6, aim: 2 },
    fuzzy: (form) => (isForgiving && form.length > 5 ? 1 : false),
    weights: { fuzzy: 0.3, prefix: 0.6 },
    queries: queried(words).map((word, at, { length }) => ({
      combineWith: "OR",
      prefix: at === length - 1 || isWholeLetter(word),
      queries: formsOf(word),
    })),
  };
}

/** In a run of letters without spaces the last one is in the pair before it. */
function queried(words: readonly string[]): readonly string[] {
  return words.filter((word, at) => !(isWholeLetter(word) && words[at - 1]?.endsWith(word) === true));
}

/** A single letter at the end of a query is a word that has hardly begun: half of all words may follow. */
function withoutBeginning(typed: string): string {
  return typed.replace(/(?<=\S)\s+(\p{L})$/u, (end, letter: string) => (isWholeLetter(letter) ? end : ""));
}
