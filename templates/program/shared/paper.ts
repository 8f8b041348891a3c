import type { PaperMap } from "../../../src/record/paper-map.ts";
import type { Structure } from "../../../src/routes/structure.ts";

/** What the page knows about itself: `src/formats/html.ts` writes it. */
export interface Paper {
  readonly map: PaperMap;
  readonly phrases: Readonly<Record<string, string>>;
  readonly structure: Structure | null;
  /** The rules of combination in words; `at` is the beginning of the place of each rule that a sentence says. */
  readonly rules: readonly { readonly at: string; readonly text: string }[];
}

export function readPaper(): Paper {
  const island = document.getElementById("paper");
  if (island === null) throw new Error("The page does not say what it is");
  return JSON.parse(island.textContent ?? "") as Paper;
}

/**
 * The phrase of a key, with `{name}` replaced by a value: the paper's own phrase `<paper>.<key>` where there is one.
 * With a `count`, `<key>.one` or `<key>.many`.
 */
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

export function sayFrom({ phrases, map }: Paper): Say {
  const find = (key: string) => phrases[`${map.document}.${key}`] ?? phrases[key];
  return (key, values = {}) => {
    const number = values["count"] === 1 ? "one" : "many";
    const phrase = find(key) ?? find(`${key}.${number}`);
    if (phrase === undefined) throw new Error(`No phrase ${key}`);
    return phrase.replace(/\{(\w+)\}/gu, (hole, name: string) => String(values[name] ?? hole));
  };
}
