import { addresses } from "../address.ts";
import type { SitePage } from "../define-page.ts";
import type { Difference } from "../differences.ts";
import { inParts, type Part, pagerOf } from "../lists.ts";
import { type MarkedList, type Marks, markList, marksOf } from "../marks.ts";
import type { Site } from "../site.ts";
import { addressOf, countWords, sinceWords } from "./difference.ts";

const mostEntries = 150;

/** Everything that is different from an earlier state, with what is new and what is gone. */
export function sincePages(site: Site): readonly (() => SitePage)[] {
  const { differences } = site;
  if (differences === null || differences.all.length + differences.gone.length === 0) return [];
  const parts = inParts(differences.all, mostEntries);
  const marksFor = marksById(site);
  const list = markList(differences.all.map(marksFor), site);
  return parts.map((part) => () => pageOf(site, { ...list, marksFor }, part, parts));
}

interface List extends MarkedList {
  readonly marksFor: (difference: Difference) => Marks;
}

/** A qualification, a unit and a framework may have the same id. */
function marksById(site: Site): List["marksFor"] {
  const all = [...site.qualifications, ...site.units, ...site.frameworks];
  const known = new Map(all.map((one) => [`${one.type} ${one.id}`, one]));
  return ({ kind, id }) => {
    const one = known.get(`${kind} ${id}`);
    return one === undefined ? { statuses: [], notices: [] } : marksOf(one, site);
  };
}

function pageOf(
  site: Site,
  list: List,
  { page, entries }: Part<Difference>,
  parts: readonly Part<Difference>[],
): SitePage {
  const { words, differences } = site;
  if (differences === null) throw new Error("nothing was compared");
  return {
    about: {
      path: addresses.since(page),
      title: words("site.since.heading", { since: differences.since }),
      section: "changes",
      notices: list.notices,
    },
    template: "since",
    view: {
      heading: words("site.since.heading", { since: differences.since }),
      entries: entries.map((one) => ({
        href: one.isNew ? addressOf(one) : addresses.difference(one.id, 1),
        title: one.title,
        language: one.language ?? site.language,
        kind: words(`site.kind.${one.kind}`),
        tags: list.tagsOf(list.marksFor(one)),
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
