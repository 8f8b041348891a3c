import type { Unit } from "../../model/types.ts";
import { addresses } from "../address.ts";
import type { PlacedPage, SitePage } from "../define-page.ts";
import { bytesOf, inWeighedParts, type Part, pagerOf } from "../lists.ts";
import { type MarkedList, markList, marksOf, sharedMarks, withoutMarks } from "../marks.ts";
import { type Site, sortKey } from "../site.ts";
import { type WholeList, wholeList } from "./whole-list.ts";

const mostTerms = 150;
/** What the terms of a page may take. */
const mostBytes = 130_000;
/** More units than these stand on a page of their own: a term of the house may stand in all of them. */
const mostPlaces = 12;

interface Term {
  /** Its place among all, from 1. */
  readonly number: number;
  readonly term: string;
  readonly meaning: string;
  readonly units: readonly Unit[];
}

/** The terms that units explain, with each of their meanings, and where they are used. */
export function glossaryPages(site: Site): readonly (() => SitePage)[] {
  const terms = termsOf(site.units);
  if (terms.length === 0) return [];
  const parts = inPages(terms);
  const explaining = new Set(terms.flatMap(({ units }) => units));
  const all = [...explaining].map((unit) => marksOf(unit, site));
  const list = markList(all, site);
  return parts.map((part) => () => pageOf(site, list, part, parts));
}

function pageOf(site: Site, list: MarkedList, { page, entries }: Part<Term>, parts: readonly Part<Term>[]): SitePage {
  const { words } = site;
  return {
    about: {
      path: addresses.glossary(page),
      title: words("site.section.glossary"),
      section: "glossary",
      notices: list.notices,
    },
    template: "glossary",
    view: {
      terms: entries.map(({ number, term, meaning, units }) => {
        // What holds for all its units stands beside the term, the rest beside the unit.
        const shared = sharedMarks(units.map((unit) => marksOf(unit, site)));
        return {
          term,
          meaning,
          language: units[0]?.language ?? site.language,
          tags: list.tagsOf(shared),
          places: units.slice(0, mostPlaces).map((unit) => ({
            href: addresses.unit(unit.id),
            title: unit.title,
            tags: list.tagsOf(withoutMarks(marksOf(unit, site), shared)),
          })),
          moreHref: addresses.places(number, 1),
          more: units.length > mostPlaces ? words("site.more-units", { count: units.length - mostPlaces }) : null,
        };
      }),
      pager: pagerOf(parts, page, addresses.glossary, (first) =>
        words("site.part", { page: parts.findIndex(({ entries: [own] }) => own === first) + 1, first: first.term }),
      ),
    },
  };
}

/** All units that explain a term, where the glossary does not name them all. */
export function placePages(site: Site): readonly PlacedPage[] {
  const { words } = site;
  const terms = termsOf(site.units);
  const parts = inPages(terms);
  return terms
    .filter(({ units }) => units.length > mostPlaces)
    .flatMap((own) => {
      const { number, term, units } = own;
      const marked = markList(
        units.map((unit) => marksOf(unit, site)),
        site,
      );
      const list: WholeList = {
        title: term,
        section: "glossary",
        notices: marked.notices,
        language: units[0]?.language ?? site.language,
        from: addresses.glossary(parts.find(({ entries }) => entries.includes(own))?.page ?? 1),
        fromTitle: words("site.section.glossary"),
        entries: units.map((unit) => ({
          path: addresses.unit(unit.id),
          title: unit.title,
          tags: marked.tagsOf(marksOf(unit, site)),
        })),
      };
      return wholeList(list, (page) => addresses.places(number, page), site);
    });
}

/** A page holds no more terms than can be looked through, and no more than it may have. */
function inPages(terms: readonly Term[]): readonly Part<Term>[] {
  return inWeighedParts(terms, (one) => Math.max(Math.floor(mostBytes / mostTerms), termBytes(one)), mostBytes);
}

function termBytes({ term, meaning, units }: Term): number {
  return units
    .slice(0, mostPlaces)
    .reduce(
      (bytes, { id, title }) => bytes + 130 + id.length + bytesOf(title),
      200 + bytesOf(term) + 2 * bytesOf(meaning),
    );
}

/** By their letters; the same words with another meaning stand by themselves. */
function termsOf(units: readonly Unit[]): readonly Term[] {
  const byMeaning = new Map<string, { readonly term: string; readonly meaning: string; readonly units: Unit[] }>();
  for (const unit of units)
    for (const { term, meaning } of unit.source.glossary ?? []) {
      const key = JSON.stringify([sortKey(term), meaning.replace(/\s+/gu, " ").trim(), unit.language]);
      const known = byMeaning.get(key);
      if (known === undefined) byMeaning.set(key, { term, meaning, units: [unit] });
      else if (!known.units.includes(unit)) known.units.push(unit);
    }
  return [...byMeaning].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, term], at) => ({ number: at + 1, ...term }));
}
