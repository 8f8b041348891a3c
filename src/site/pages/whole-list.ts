import { wayUp } from "../address.ts";
import type { PlacedPage } from "../define-page.ts";
import type { Section } from "../frame.ts";
import { inParts, pagerOf } from "../lists.ts";
import type { Site } from "../site.ts";

/** A list of which another page shows the beginning. */
export interface WholeList {
  readonly title: string;
  readonly section: Section;
  readonly notices: readonly string[];
  readonly language: string;
  /** The page that shows its beginning, below the folder of the site. */
  readonly from: string;
  readonly fromTitle: string;
  /** The pages that the links lead to are below the folder of the site, too. */
  readonly entries: readonly {
    readonly path: string;
    readonly title: string;
    readonly tags: readonly { readonly kind: string; readonly text: string }[];
  }[];
}

const mostEntries = 250;

/** All of it, over as many pages as that takes. */
export function wholeList(list: WholeList, addressOf: (page: number) => string, site: Site): readonly PlacedPage[] {
  const { title, section, notices, language, from, fromTitle } = list;
  const parts = inParts(list.entries, mostEntries);
  return parts.map(({ page, entries }) => {
    const path = addressOf(page);
    const root = wayUp(path);
    return {
      path,
      make: () => ({
        about: { path, title, section, notices },
        template: "whole-list",
        view: {
          title,
          language,
          href: root + from,
          fromTitle,
          entries: entries.map((one) => ({ href: root + one.path, title: one.title, tags: one.tags })),
          pager: pagerOf(
            parts,
            page,
            (other) => root + addressOf(other),
            (first) =>
              site.words("site.part", {
                page: parts.findIndex(({ entries: [own] }) => own === first) + 1,
                first: first.title,
              }),
          ),
        },
      }),
    };
  });
}
