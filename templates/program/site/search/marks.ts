import { asTerm, type EntryTexts } from "../../../../src/site/search/terms.ts";
import { element } from "../../shared/element.ts";

/** Texts shown under one result. */
const mostTexts = 3;

/** The outcomes and criteria in which most of the words stand. */
export function matchingTexts(texts: EntryTexts[string], terms: readonly string[]): EntryTexts[string] {
  const wanted = new Set(terms);
  const scored = texts.map((text) => ({
    text,
    score: new Set(wordsIn(text[2]).flatMap(({ term }) => (term !== null && wanted.has(term) ? [term] : []))).size,
  }));
  const best = scored.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
  const most = best[0]?.score ?? 0;
  return best
    .filter(({ score }) => score === most)
    .slice(0, mostTexts)
    .map(({ text }) => text);
}

/** The text with the words that were found marked. */
export function marked(text: string, terms: readonly string[]): readonly (Node | string)[] {
  const wanted = new Set(terms);
  const pieces: (Node | string)[] = [];
  let end = 0;
  for (const { word, at, term } of wordsIn(text)) {
    if (term === null || !wanted.has(term)) continue;
    pieces.push(text.slice(end, at), element("mark", {}, word));
    end = at + word.length;
  }
  return [...pieces, text.slice(end)];
}

function wordsIn(text: string) {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(({ 0: word, index: at }) => ({ word, at, term: asTerm(word) }));
}
