import { levelName, levelRank } from "../../model/level.ts";
import type { Level, Qualification } from "../../model/types.ts";
import { capitalise, countOf } from "../../text/words.ts";
import { addresses } from "../address.ts";
import type { SitePage } from "../define-page.ts";
import { inParts, type Part, pagerOf } from "../lists.ts";
import { type MarkedList, markList, marksOf } from "../marks.ts";
import { ownNotice, type Site } from "../site.ts";

const mostEntries = 150;

/** The start page: every qualification by its level, over as many pages as that takes. */
export function qualificationPages(site: Site): readonly (() => SitePage)[] {
  const byLevel = [...site.qualifications].sort((a, b) => lowestRank(a) - lowestRank(b));
  const parts = inParts(byLevel, mostEntries);
  const all = byLevel.map((one) => marksOf(one, site));
  const list = markList(all, site, true);
  return parts.map((part) => () => pageOf(site, list, part, parts));
}

function pageOf(
  site: Site,
  list: MarkedList,
  { page, entries }: Part<Qualification>,
  parts: readonly Part<Qualification>[],
): SitePage {
  const { words, units, frameworks, qualifications } = site;
  const count = (key: string, number: number) =>
    number === 0 ? [] : [words(`site.count.${key}${number === 1 ? "-one" : ""}`, { count: number })];
  const criteria = units.reduce(
    (sum, { outcomes }) => sum + outcomes.reduce((all, one) => all + one.criteria.length, 0),
    0,
  );
  return {
    about: {
      path: addresses.qualifications(page),
      title: words("site.section.qualifications"),
      section: "qualifications",
      notices: list.notices,
    },
    template: "qualifications",
    view: {
      heading: page === 1 ? site.name : words("site.section.qualifications"),
      isStart: page === 1,
      counts: [
        ...count("qualifications", qualifications.length),
        ...count("units", units.length),
        ...count("criteria", criteria),
        ...count("frameworks", frameworks.length),
      ],
      levels: levelsOf(entries).map(([level, own]) => ({
        heading: level === null ? words("site.no-level") : levelName(level),
        entries: own.map((one) => entryOf(one, site, list)),
      })),
      pager: pagerOf(parts, page, addresses.qualifications, (one) => {
        const [level] = one.levels;
        const first = level === undefined ? words("site.no-level") : levelName(level);
        return words("site.part", { page: partNumber(parts, one), first });
      }),
    },
  };
}

function partNumber(parts: readonly Part<Qualification>[], first: Qualification): number {
  return parts.find(({ entries }) => entries[0] === first)?.page ?? 1;
}

function lowestRank({ levels: [level] }: Qualification): number {
  return level === undefined ? Number.MAX_SAFE_INTEGER : levelRank(level);
}

function levelsOf(entries: readonly Qualification[]): readonly (readonly [Level | null, readonly Qualification[]])[] {
  const byLevel = new Map<Level | null, Qualification[]>();
  for (const one of entries) {
    const level = one.levels[0] ?? null;
    byLevel.set(level, [...(byLevel.get(level) ?? []), one]);
  }
  return [...byLevel];
}

function entryOf(qualification: Qualification, site: Site, list: MarkedList) {
  const { words } = site;
  const { id, title, credit, totalQualificationTime, units } = qualification;
  const notice = ownNotice(qualification);
  return {
    href: addresses.qualification(id),
    title,
    tags: list.tagsOf(marksOf(qualification, site)),
    facts: [
      credit === null ? "" : words(credit === 1 ? "site.credit-one" : "site.credit", { count: credit }),
      totalQualificationTime === null ? "" : words("facts.hours", { count: totalQualificationTime }),
      capitalise(countOf(units.length, words("unit.one"), words("unit.many"))),
    ]
      .filter((fact) => fact !== "")
      .join(" · "),
    notice: notice === null || list.notices.includes(notice) ? null : notice,
  };
}
