import { coverageHead, versionedTitle } from "../../documents/framework-coverage.ts";
import { given } from "../../documents/given.ts";
import type { Framework } from "../../model/types.ts";
import { pathwaySteps } from "../../pictures/pathway-steps.ts";
import { directionOf } from "../../text/direction.ts";
import { addresses, wayUp } from "../address.ts";
import type { PlacedPage, SitePage } from "../define-page.ts";
import { titleOf } from "../entry-title.ts";
import type { FrameworkBook } from "../framework-book.ts";
import type { FrameworkBooks } from "../framework-books.ts";
import { nodesOf } from "../framework-nodes.ts";
import { type Part, pagerOf } from "../lists.ts";
import type { Site } from "../site.ts";
import { mapOf, stepsOf } from "../steps.ts";
import { entryPages } from "./framework-entry.ts";
import { routesPages, tableView } from "./framework-routes.ts";

/** A framework: the way through it, its entries, and what answers to each, over as many pages as that takes. */
export function frameworkPages(book: FrameworkBook, all: FrameworkBooks, site: Site): readonly PlacedPage[] {
  const { id } = book.coverage.framework;
  return [
    ...book.parts.map((part) => ({
      path: addresses.framework(id, part.page),
      make: () => frameworkPage(book, part, all, site),
    })),
    ...(book.way ?? []).map((part) => ({ path: addresses.way(id, part.page), make: () => wayPage(book, part, site) })),
    ...routesPages(book, all.routes, site),
    ...entryPages(book, site),
  ];
}

function frameworkPage(
  book: FrameworkBook,
  { page, entries }: FrameworkBook["parts"][number],
  all: FrameworkBooks,
  site: Site,
): SitePage {
  const { words, language, frameworks } = site;
  const { coverage, parts, way, tables, hasTableApart } = book;
  const [table] = tables;
  const { framework, replacedBy } = coverage;
  const head = coverageHead(coverage, words);
  const { id, title, source, replaces } = framework;
  const path = addresses.framework(id, page);
  const root = wayUp(path);
  const isFirst = page === 1;
  const linkTo = (other: Framework) => ({
    href: frameworks.some((one) => one.id === other.id) ? root + addresses.framework(other.id) : null,
    text: versionedTitle(other, words),
  });
  return {
    about: { path, title, section: "frameworks", notices: head.notices },
    template: "framework",
    view: {
      title,
      language: source.language ?? language,
      direction: directionOf(source.language ?? language),
      isFirst,
      facts: [
        ...(source.publisher === undefined ? [] : [{ label: words("site.publisher"), value: source.publisher }]),
        ...(source.version === undefined ? [] : [{ label: words("facts.version"), value: source.version }]),
      ],
      source: given(source.source),
      covered: head.summary,
      replacedBy: replacedBy.map(linkTo),
      replaces: frameworks.filter((one) => one.id === replaces).map(linkTo),
      wayHref: isFirst && way !== null ? root + addresses.way(id, 1) : null,
      ...(isFirst && way === null ? wayView(pathwaySteps(framework), book, path, site) : { map: null, steps: [] }),
      routesHref: isFirst && table !== undefined && hasTableApart ? root + addresses.routes(id, 1) : null,
      table: table === undefined || hasTableApart ? null : tableView(table, book, all.routes, path, site),
      nodes: nodesOf(entries, book, all, path, site),
      pager: pagerOf(
        parts,
        page,
        (other) => root + addresses.framework(id, other),
        (first) => words("site.part", { page: pageIn(parts, first), first: titleOf(first.node) }),
      ),
    },
  };
}

/** The way from step to step where it fills pages of its own: the map is on the first. */
function wayPage(
  book: FrameworkBook,
  { page, entries }: NonNullable<FrameworkBook["way"]>[number],
  site: Site,
): SitePage {
  const { words } = site;
  const { coverage, way } = book;
  const { id, title, source } = coverage.framework;
  const path = addresses.way(id, page);
  const root = wayUp(path);
  const language = source.language ?? site.language;
  const parts = way ?? [];
  const view = wayView(entries, book, path, site);
  return {
    about: { path, title, section: "frameworks", notices: coverageHead(coverage, words).notices },
    template: "framework-way",
    view: {
      title,
      language,
      direction: directionOf(language),
      href: root + addresses.framework(id),
      map: page === 1 ? view.map : null,
      steps: view.steps,
      pager: pagerOf(
        parts,
        page,
        (other) => root + addresses.way(id, other),
        (first) => words("site.part", { page: pageIn(parts, first), first: titleOf(first.node) }),
      ),
    },
  };
}

function wayView(steps: Parameters<typeof stepsOf>[0], book: FrameworkBook, path: string, site: Site) {
  return { map: mapOf(book, path, site), steps: stepsOf(steps, book, path, site) };
}

function pageIn<T>(parts: readonly Part<T>[], first: T): number {
  return parts.findIndex(({ entries: [own] }) => own === first) + 1;
}
