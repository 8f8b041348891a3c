import type { Place } from "../../diagnostics/diagnostic.ts";
import type { Qualification } from "../../model/types.ts";
import { placeOf } from "../place.ts";

/** Where some words of the title stand in the file; the whole title where it is written in another way, such as over lines. */
export function placeInTitle(qualification: Qualification, words: string, from = 0): Place {
  const place = placeOf(qualification, "title");
  const written = place.file.text.slice(place.start, place.end);
  // The offset counts in the title, the text in the file may begin with a quotation mark.
  const before = Math.max(0, written.indexOf(qualification.title));
  const near = written.indexOf(words, before + from);
  const at = near === -1 ? written.indexOf(words) : near;
  return at === -1 ? place : { ...place, start: place.start + at, end: place.start + at + words.length };
}

/** Whether a text holds some words as words of their own: EXA is not in EXAM. */
export function holdsWords(text: string, words: string): boolean {
  return plain(text).includes(plain(words));
}

function plain(text: string): string {
  return ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
}

/** The names of the awarding organisation that a title may have. */
export function organisationNames({ source }: Qualification): readonly string[] {
  const { name = "none", acronym = "none" } = source.awardingOrganisation ?? {};
  return [name, acronym].filter((one) => one !== "none");
}

/** The title with blanks where the name of the awarding organisation stands, so that words in that name are not met. */
export function titleWithoutOrganisation(qualification: Qualification): string {
  return organisationNames(qualification).reduce((title, name) => {
    const at = title.toLowerCase().indexOf(name.toLowerCase());
    if (at === -1 || !holdsWords(title, name)) return title;
    return title.slice(0, at) + " ".repeat(name.length) + title.slice(at + name.length);
  }, qualification.title);
}

/** A pattern that matches words as words of their own, without regard to case. */
export function wordsPattern(words: readonly string[]): RegExp {
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  return new RegExp(`\\b(?:${longestFirst.join("|")})\\b`, "gi");
}
