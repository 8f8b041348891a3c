import type { FrameworkCoverage } from "../coverage/cover.ts";
import { successorsOf } from "../model/successors.ts";
import type { Framework, FrameworkNode } from "../model/types.ts";
import { titleOf } from "./entry-title.ts";
import { bookOf, type FrameworkBook } from "./framework-book.ts";
import { type RoutesOf, routesIn } from "./framework-routes.ts";
import type { Site } from "./site.ts";

/** All frameworks of a site, with what leads from one to another and to qualifications. */
export interface FrameworkBooks {
  readonly books: readonly FrameworkBook[];
  readonly routes: RoutesOf;
  /** What has taken the place of an entry, where the entry says so, as links from a page; those to what is not on the site lead nowhere. */
  readonly replacements: (
    framework: Framework,
    node: FrameworkNode,
    from: string,
  ) => readonly { readonly href: string | null; readonly text: string }[];
}

export function openBooks(
  coverages: readonly FrameworkCoverage[],
  known: readonly Framework[],
  site: Site,
): FrameworkBooks {
  const books = coverages.map((one) => bookOf(one, site));
  const byFramework = new Map(books.map((book) => [book.coverage.framework.id, book]));
  return {
    books,
    routes: routesIn(coverages),
    replacements: (framework, node, from) =>
      node.replacedBy.length === 0
        ? []
        : successorsOf({ framework, node }, known).map((entry) => ({
            href: byFramework.get(entry.framework.id)?.linkTo(entry.node, from) ?? null,
            text: titleOf(entry.node),
          })),
  };
}
