import type { EntryTexts } from "../../../../src/site/search/terms.ts";
import { formsOf, piecesOf } from "../../../../src/site/search/words.ts";
import { element } from "../../shared/element.ts";
import type { Hit } from "./index.ts";
import { nearness } from "./numbers.ts";

/** Texts shown under one result. */
const mostTexts = 3;

/** The outcomes and criteria with the number that was asked for, else those in which most of the words stand. */
export function matchingTexts(texts: EntryTexts[string], { terms, number }: Hit): EntryTexts[string] {
  const numbered = number === null ? [] : bestOf(texts, ([, printed]) => nearnessOf(printed, number));
  if (numbered.length > 0) return numbered;
  const wanted = new Set(terms);
  return bestOf(texts, ([, , text]) => new Set(foundIn(text, wanted).flatMap(({ forms }) => forms)).size);
}

/** The text with the words that were found marked. */
export function marked(text: string, terms: readonly string[]): readonly (Node | string)[] {
  const pieces: (Node | string)[] = [];
  let end = 0;
  for (const { from, to } of placesIn(text, new Set(terms))) {
    pieces.push(text.slice(end, from), element("mark", {}, text.slice(from, to)));
    end = to;
  }
  return [...pieces, text.slice(end)];
}

function bestOf(texts: EntryTexts[string], scoreOf: (text: EntryTexts[string][number]) => number): EntryTexts[string] {
  const scored = texts.map((text) => ({ text, score: scoreOf(text) }));
  const most = Math.max(0, ...scored.map(({ score }) => score));
  return scored
    .filter(({ score }) => score > 0 && score === most)
    .slice(0, mostTexts)
    .map(({ text }) => text);
}

function nearnessOf(printed: string, number: string): number {
  return nearness(printed.replace(/\s/gu, "").toLowerCase(), number);
}

/** Words that overlap or touch, as letters of a run without spaces do, are one place. */
function placesIn(text: string, wanted: ReadonlySet<string>) {
  const places: { readonly from: number; readonly to: number }[] = [];
  for (const { word, at } of foundIn(text, wanted)) {
    const last = places.at(-1);
    if (last !== undefined && at <= last.to)
      places[places.length - 1] = { ...last, to: Math.max(last.to, at + word.length) };
    else places.push({ from: at, to: at + word.length });
  }
  return places;
}

function foundIn(text: string, wanted: ReadonlySet<string>) {
  return piecesOf(text).flatMap(({ word, at }) => {
    const forms = formsOf(word).filter((form) => wanted.has(form));
    return forms.length === 0 ? [] : [{ word, at, forms }];
  });
}
