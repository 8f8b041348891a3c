import type { CoveredNode } from "../../coverage/cover.ts";
import type { QualificationCoverage } from "../../coverage/route-cover.ts";
import { coverageHead } from "../../documents/framework-coverage.ts";
import type { Qualification } from "../../model/types.ts";
import { directionOf } from "../../text/direction.ts";
import { addresses, routesAnchor, wayUp } from "../address.ts";
import type { PlacedPage, SitePage } from "../define-page.ts";
import { titleOf } from "../entry-title.ts";
import type { FrameworkBook } from "../framework-book.ts";
import type { RoutesOf, RoutesTable } from "../framework-routes.ts";
import type { Site } from "../site.ts";

/** Which qualifications cover what of a framework, where that fills pages of its own. */
export function routesPages(book: FrameworkBook, routes: RoutesOf, site: Site): readonly PlacedPage[] {
  if (!book.hasTableApart) return [];
  return book.tables.map((table, at) => ({
    path: addresses.routes(book.coverage.framework.id, at + 1),
    make: () => pageOf(table, at, book, routes, site),
  }));
}

function pageOf(table: RoutesTable, at: number, book: FrameworkBook, routes: RoutesOf, site: Site): SitePage {
  const { words } = site;
  const { coverage, tables } = book;
  const { id, title, source } = coverage.framework;
  const path = addresses.routes(id, at + 1);
  const root = wayUp(path);
  const language = source.language ?? site.language;
  return {
    about: {
      path,
      title: `${words("site.framework.routes-heading")}: ${title}`,
      section: "frameworks",
      notices: coverageHead(coverage, words).notices,
    },
    template: "framework-routes",
    view: {
      title,
      language,
      direction: directionOf(language),
      href: root + addresses.framework(id),
      table: tableView(table, book, routes, path, site),
      pager:
        tables.length < 2
          ? []
          : tables.map(({ qualifications: [first] }, page) => ({
              href: root + addresses.routes(id, page + 1),
              text: words("site.part", { page: page + 1, first: first?.title ?? "" }),
              isHere: page === at,
            })),
    },
  };
}

/** A table with a row for each entry, and a column for each qualification. */
export function tableView(
  { qualifications, rows }: RoutesTable,
  book: FrameworkBook,
  routes: RoutesOf,
  path: string,
  { words }: Site,
) {
  const root = wayUp(path);
  const columns = qualifications.flatMap((qualification) => {
    const own = routes.of(qualification).find(({ coverage }) => coverage === book.coverage);
    return own === undefined ? [] : [{ qualification, own: own.routes, cellOf: cellsOf(own.routes) }];
  });
  return {
    columns: columns.map(({ qualification }) => ({
      anchor: routesAnchor(qualification),
      href: root + addresses.qualification(qualification.id),
      title: qualification.title,
    })),
    unknown: columns.flatMap(({ qualification: { title }, own: { reason } }) =>
      reason === null ? [] : [{ title, why: words(`coverage.unknown.${reason}`) }],
    ),
    width: String(columns.length + 1),
    rows: rows.map((covered) => ({
      href: book.linkTo(covered.node, path),
      title: titleOf(covered.node),
      depth: String(Math.min(covered.node.within.length, deepest)),
      cells: covered.isCounted
        ? columns.map(({ cellOf }) => {
            const kind = cellOf(covered);
            return {
              kind,
              text: kind === "gap" ? words("coverage.state.gap") : words(`coverage.route.${kind}`),
            };
          })
        : [],
    })),
  };
}

/** Those that stand deeper look like these. */
const deepest = 3;

/** Nothing of a qualification answers to an entry, or what does stands on every, some or no route. */
function cellsOf({ qualification, everyRoute, someRoutes, unknown }: QualificationCoverage) {
  const kinds = new Map<CoveredNode, "every" | "some" | "unknown">([
    ...everyRoute.map((one) => [one, "every"] as const),
    ...someRoutes.map((one) => [one, "some"] as const),
    ...unknown.map((one) => [one, "unknown"] as const),
  ]);
  return (covered: CoveredNode) =>
    isAddressed(covered, qualification) ? (kinds.get(covered) ?? "none") : ("gap" as const);
}

function isAddressed({ units }: CoveredNode, qualification: Qualification): boolean {
  return units.some(({ qualifications }) => qualifications.includes(qualification));
}
