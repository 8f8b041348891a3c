import { changeCounts } from "../../documents/change-rows.ts";
import { noticesOf } from "../../documents/cover.ts";
import { directionOf } from "../../text/direction.ts";
import { addresses, wayUp } from "../address.ts";
import type { SitePage } from "../define-page.ts";
import type { Difference, Differences } from "../differences.ts";
import type { Part } from "../lists.ts";
import { qualificationNotices, type Site, unitNotices } from "../site.ts";

type Section = Difference["sections"][number];

/** Letters of changes on one page: with its markup it stays far below what a page may have. */
const mostLetters = 60_000;

/** What is different in one thing, change by change, over as many pages as that takes. */
export function differencePages(difference: Difference, site: Site): readonly (() => SitePage)[] {
  if (difference.isNew) return [];
  const parts = inPages(difference.sections);
  return parts.map((part) => () => pageOf(difference, part, parts.length, site));
}

/** What the earlier state is called: by its version, where that was another. */
export function sinceWords({ versions }: Difference, { since }: Differences, { words }: Site): string {
  return versions === null ? words("site.since.revision", { since }) : words("site.since.versions", versions);
}

/** "2 changes for learners", for each class that there are changes of. */
export function countWords({ counts }: Difference, { words }: Site): readonly string[] {
  return counts.map(({ class: touched, count }) =>
    count === 1 ? words(`site.since.one.${touched}`) : words(`site.since.many.${touched}`, { count }),
  );
}

/** The page of the thing itself. */
export function addressOf({ kind, id }: Difference): string {
  return addresses[kind](id);
}

function pageOf(difference: Difference, { page, entries }: Part<Section>, pages: number, site: Site): SitePage {
  const { words, differences } = site;
  if (differences === null) throw new Error("nothing was compared");
  const { id, title } = difference;
  const path = addresses.difference(id, page);
  const root = wayUp(path);
  const language = difference.language ?? site.language;
  return {
    about: {
      path,
      title: words("site.since.title", { title }),
      section: "changes",
      notices: noticesFor(difference, site),
    },
    template: "difference",
    view: {
      title,
      language,
      direction: directionOf(language),
      href: root + addressOf(difference),
      since: sinceWords(difference, differences, site),
      counts: page === 1 ? changeCounts(difference.counts) : [],
      isFirst: page === 1,
      sections: entries,
      pager:
        pages < 2
          ? []
          : Array.from({ length: pages }, (_, at) => ({
              href: root + addresses.difference(id, at + 1),
              text: String(at + 1),
              isHere: at + 1 === page,
            })),
    },
  };
}

function noticesFor({ kind, id }: Difference, site: Site): readonly string[] {
  if (kind === "framework") {
    const notice = site.frameworks.find((one) => one.id === id)?.source.notice ?? "none";
    return notice === "none" ? [] : [notice];
  }
  const qualification = site.qualifications.find((one) => one.id === id);
  if (kind === "qualification")
    return qualification === undefined ? [] : qualificationNotices(qualification, site.words);
  const unit = site.units.find((one) => one.id === id);
  return unit === undefined ? noticesOf({ qualification: null, units: [] }, site.words) : unitNotices(unit, site);
}

/** Sections go on over pages; each page has the headings of what stands on it. */
function inPages(sections: readonly Section[]): readonly Part<Section>[] {
  const pages: Section[][] = [[]];
  let letters = 0;
  for (const section of sections) {
    for (const change of section.changes) {
      const own = JSON.stringify(change).length;
      if (letters > 0 && letters + own > mostLetters) {
        pages.push([]);
        letters = 0;
      }
      letters += own;
      const page = pages.at(-1) ?? [];
      const last = page.at(-1);
      if (last?.id === section.id) page[page.length - 1] = { ...last, changes: [...last.changes, change] };
      else page.push({ ...section, changes: [change] });
    }
  }
  return pages.map((entries, at) => ({ page: at + 1, entries }));
}
