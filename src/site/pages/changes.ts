import { printDate } from "../../documents/print-date.ts";
import { addresses } from "../address.ts";
import { latestChanges, type SiteChange } from "../changes.ts";
import type { SitePage } from "../define-page.ts";
import { hasFeed } from "../feed.ts";
import { inParts, type Part, pagerOf } from "../lists.ts";
import { type MarkedList, markList, marksOf } from "../marks.ts";
import type { Site } from "../site.ts";

const mostChanges = 120;

/** What has changed in all qualifications, the latest first. */
export function changePages(site: Site): readonly (() => SitePage)[] {
  const changes = latestChanges(site);
  if (changes.length === 0 && site.differences === null) return [];
  const parts = inParts(changes, mostChanges);
  const all = changes.map(({ qualification }) => marksOf(qualification, site));
  const list = markList(all, site);
  return parts.map((part) => () => pageOf(site, list, part, parts));
}

function pageOf(
  site: Site,
  list: MarkedList,
  { page, entries }: Part<SiteChange>,
  parts: readonly Part<SiteChange>[],
): SitePage {
  const { words } = site;
  return {
    about: {
      path: addresses.changes(page),
      title: words("site.section.changes"),
      section: "changes",
      notices: list.notices,
    },
    template: "changes",
    view: {
      feed: hasFeed(site) ? addresses.feed() : null,
      since: page === 1 ? sinceOf(site) : null,
      changes: entries.map(({ qualification, version, date, summary, anchor }) => ({
        href: addresses.qualification(qualification.id) + (anchor === null ? "" : `#${anchor}`),
        title: qualification.title,
        language: qualification.language,
        tags: list.tagsOf(marksOf(qualification, site)),
        version: version === "" ? null : words("site.version", { version }),
        date: date === "" ? null : printDate(date),
        summary,
      })),
      pager: pagerOf(parts, page, addresses.changes, (first) =>
        words("site.part", {
          page: parts.findIndex(({ entries: [own] }) => own === first) + 1,
          first: first.date === "" ? words("site.no-date") : printDate(first.date),
        }),
      ),
    },
  };
}

/** What there is to read about the earlier state that was named; null where none was. */
function sinceOf({ differences, words }: Site) {
  if (differences === null) return null;
  const { since, all, gone } = differences;
  const isSame = all.length + gone.length === 0;
  return {
    heading: words("site.since.heading", { since }),
    href: isSame ? null : addresses.since(1),
    none: isSame ? words("site.since.none") : null,
  };
}
