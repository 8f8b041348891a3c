import MiniSearch from "minisearch";
import type { Site } from "../site.ts";
import { frameworkEntry, qualificationEntry, textsOf, unitEntry, unitsInTexts } from "./entries.ts";
import { indexOptions, type SearchEntry } from "./terms.ts";

/** Entries in one file of the index. */
const entriesInIndex = 1000;

export interface SearchFile {
  /** Below the folder of assets. */
  readonly name: string;
  /** Made when it is asked for: an index of many units is large. */
  readonly text: () => string;
}

/**
 * What is searched, as scripts: a page that is opened from a file can fetch nothing else. The index is made here, so that a
 * page only loads it.
 */
export function searchFiles(site: Site): readonly SearchFile[] {
  const { qualifications, units, frameworks } = site;
  const entries: readonly (() => SearchEntry)[] = [
    ...qualifications.map((one) => () => qualificationEntry(one, site)),
    ...frameworks.map((one) => () => frameworkEntry(one, site)),
    ...units.map((one, position) => () => unitEntry(one, position, site)),
  ];
  const count = Math.ceil(entries.length / entriesInIndex);
  const texts = Math.ceil(units.length / unitsInTexts);
  return [
    { name: "search/parts.js", text: () => call("parts", [count]) },
    ...Array.from({ length: count }, (_, at) => ({
      name: `search/index-${at}.js`,
      text: () => call("index", [at, indexOf(entries.slice(at * entriesInIndex, (at + 1) * entriesInIndex))]),
    })),
    ...Array.from({ length: texts }, (_, at) => ({
      name: `search/texts-${at}.js`,
      text: () => call("texts", [at, JSON.stringify(textsOf(units.slice(at * unitsInTexts, (at + 1) * unitsInTexts)))]),
    })),
  ];
}

function indexOf(entries: readonly (() => SearchEntry)[]): string {
  const index = new MiniSearch<SearchEntry>(indexOptions);
  for (const entry of entries) index.add(entry());
  return JSON.stringify(index);
}

/** Data as a text that is parsed: quicker than a program that makes it. */
function call(what: string, values: readonly unknown[]): string {
  return `qualspecSearch.${what}(${values.map((value) => JSON.stringify(value)).join(",")});\n`;
}
