import { levelName } from "../../model/level.ts";
import type { Unit } from "../../model/types.ts";
import { addresses } from "../address.ts";
import type { SitePage } from "../define-page.ts";
import { inParts, type Part, pagerOf } from "../lists.ts";
import { type MarkedList, markList, marksOf } from "../marks.ts";
import type { Site } from "../site.ts";

const mostEntries = 250;

/** Every unit by its title, with where it is used. */
export function unitLists(site: Site): readonly (() => SitePage)[] {
  if (site.units.length === 0) return [];
  const parts = inParts(site.units, mostEntries);
  const all = site.units.map((unit) => marksOf(unit, site));
  const list = markList(all, site);
  return parts.map((part) => () => pageOf(site, list, part, parts));
}

function pageOf(site: Site, list: MarkedList, { page, entries }: Part<Unit>, parts: readonly Part<Unit>[]): SitePage {
  const { words } = site;
  return {
    about: {
      path: addresses.units(page),
      title: words("site.section.units"),
      section: "units",
      notices: list.notices,
    },
    template: "units",
    view: {
      units: entries.map((unit) => ({
        href: addresses.unit(unit.id),
        language: unit.language,
        title: unit.title,
        tags: list.tagsOf(marksOf(unit, site)),
        facts: factsOf(unit, site),
      })),
      pager: pagerOf(parts, page, addresses.units, ({ title, id }) =>
        words("site.part", {
          page: parts.find((one) => one.entries[0]?.id === id)?.page ?? 1,
          first: title.split(" ", 1)[0] ?? "",
        }),
      ),
    },
  };
}

/** "DL1 · Level 5 · 4 credits · in 2 qualifications". */
export function factsOf({ id, source, level, credit }: Unit, { words, usedBy }: Site): string {
  const users = usedBy.get(id)?.length ?? 0;
  return [
    source.ownerReference ?? "",
    level === null ? "" : levelName(level),
    credit === null ? "" : words(credit === 1 ? "site.credit-one" : "site.credit", { count: credit }),
    users > 1 ? words("site.shared", { count: users }) : "",
  ]
    .filter((fact) => fact !== "")
    .join(" · ");
}
