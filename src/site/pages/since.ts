import { addresses } from "../address.ts";
import type { SitePage } from "../define-page.ts";
import type { Difference } from "../differences.ts";
import { inParts, type Part, pagerOf } from "../lists.ts";
import { commonNotices, type Site } from "../site.ts";
import { addressOf, countWords, sinceWords } from "./difference.ts";

const mostEntries = 150;

/** Everything that is different from an earlier state, with what is new and what is gone. */
export function sincePages(site: Site): readonly (() => SitePage)[] {
  const { differences } = site;
  if (differences === null || differences.all.length + differences.gone.length === 0) return [];
  const parts = inParts(differences.all, mostEntries);
  return parts.map((part) => () => pageOf(site, part, parts));
}

function pageOf(site: Site, { page, entries }: Part<Difference>, parts: readonly Part<Difference>[]): SitePage {
  const { words, differences } = site;
  if (differences === null) throw new Error("nothing was compared");
  return {
    about: {
      path: addresses.since(page),
      title: words("site.since.heading", { since: differences.since }),
      section: "changes",
      notices: commonNotices(site),
    },
    template: "since",
    view: {
      heading: words("site.since.heading", { since: differences.since }),
      entries: entries.map((one) => ({
        href: one.isNew ? addressOf(one) : addresses.difference(one.id, 1),
        title: one.title,
        language: one.language ?? site.language,
        kind: words(`site.kind.${one.kind}`),
        isNew: one.isNew,
        versions: one.versions === null ? null : sinceWords(one, differences, site),
        counts: countWords(one, site),
      })),
      gone: page === 1 ? differences.gone : [],
      pager: pagerOf(parts, page, addresses.since, (first) =>
        words("site.part", { page: parts.findIndex(({ entries: [own] }) => own === first) + 1, first: first.title }),
      ),
    },
  };
}
