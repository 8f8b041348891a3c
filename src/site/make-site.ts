import { join, resolve } from "node:path";
import { exitCode } from "../cli/exit-code.ts";
import { UserError, usageError } from "../cli/user-error.ts";
import { coverFrameworks } from "../coverage/cover.ts";
import type { Framework } from "../model/types.ts";
import { type Making, makingOf } from "../papers/making.ts";
import type { Paper } from "../papers/plan-papers.ts";
import { siteRenderer } from "../render/site-renderer.ts";
import { code } from "../text/words.ts";
import { wordsFor } from "../words/words.ts";
import type { Checked, CheckedWorkspace } from "../workspace/check.ts";
import { outputFolder } from "../workspace/workspace.ts";
import { addresses } from "./address.ts";
import { assetsOf } from "./assets.ts";
import { type PlacedPage, type SitePage, writePage } from "./define-page.ts";
import type { Differences } from "./differences.ts";
import { feed } from "./feed.ts";
import { openBooks } from "./framework-books.ts";
import { changePages } from "./pages/changes.ts";
import { differencePages } from "./pages/difference.ts";
import { frameworkPages } from "./pages/framework.ts";
import { frameworkList } from "./pages/frameworks.ts";
import { glossaryPages, placePages } from "./pages/glossary.ts";
import { canBePlanned, planPage } from "./pages/plan.ts";
import { qualificationPage } from "./pages/qualification.ts";
import { qualificationPages } from "./pages/qualifications.ts";
import { sincePages } from "./pages/since.ts";
import { unitPage, userPages } from "./pages/unit.ts";
import { unitLists } from "./pages/units.ts";
import { openSite, type Site, type SitePaper } from "./site.ts";
import { sitemap } from "./sitemap.ts";

export interface HowToPublish {
  /** Relative to where the user stands; null for the folder `site` among what the workspace builds. */
  readonly out: string | null;
  /** Where it will be found, with a slash at its end. */
  readonly url: string | null;
  readonly differences: Differences | null;
  readonly cwd: string;
}

/** Every file of the site, each made when it is asked for. @throws UserError where there is nothing to publish */
export function siteMakings(checked: Checked, papers: readonly Paper[], how: HowToPublish): readonly Making[] {
  const workspace = onlyWorkspace(checked);
  refuseReports(papers);
  const { out, url, differences, cwd } = how;
  const folder = out === null ? join(outputFolder(workspace.workspace), "site") : resolve(cwd, out);
  const { config } = workspace.workspace;
  const placed = papers.map((paper) => ({ ...paper, folder, path: addresses.paper(paper.path) }));
  const site = openSite(workspace.asked, {
    papers: byId(placed),
    words: wordsFor(config.house?.terms ?? {}),
    language: config.language ?? "en-GB",
    brand: workspace.house.brand,
    url,
    differences,
  });
  if (site.qualifications.length === 0 && site.units.length === 0) {
    throw usageError("Nothing to publish: there is no qualification and no unit in what you named");
  }
  const render = siteRenderer(site.words);
  const making = (path: string, qualification: string | null, encode: Making["encode"]): Making => ({
    folder,
    path,
    document: "site",
    format: path.slice(path.lastIndexOf(".") + 1),
    qualification,
    encode,
  });
  const pages = pagesOf(site, workspace.corpus.frameworks).map(({ path, qualification, make }) =>
    making(path, qualification, (_, crew) => writePage(site, make(), render, crew)),
  );
  return [
    ...pages,
    ...assetsOf(site).map(({ path, bytes }) => making(path, null, bytes)),
    ...addressed(site, pages).map(({ path, text }) => making(path, null, () => new TextEncoder().encode(text()))),
    ...placed.map(makingOf),
  ];
}

/** @throws UserError where the paths lie in several workspaces, each of which is a site of its own */
export function onlyWorkspace({ workspaces }: Checked): CheckedWorkspace {
  const [only, another] = workspaces.filter(({ asked }) => asked.length > 0);
  if (another !== undefined) {
    throw usageError("A site is made of one workspace, and the paths lie in several; publish each by itself");
  }
  if (only === undefined) {
    throw new UserError("Nothing to publish: no specification could be read", exitCode.findings);
  }
  return only;
}

/** What is for those who check a specification is not for those who read it. */
function refuseReports(papers: readonly Paper[]): void {
  const report = papers.find(({ document }) => document.audience === "reviewer")?.document;
  if (report !== undefined) {
    throw usageError(
      `Unexpected ${code(report.id)}, expected papers for a website; make this one with ${code(`qualspec build --document ${report.id}`)}`,
    );
  }
}

/** The papers of each qualification, and of each unit by itself. */
function byId(papers: readonly Paper[]): Site["papers"] {
  const all = new Map<string, SitePaper[]>();
  for (const { document, format, path, subject } of papers) {
    const id = subject.qualification?.id ?? subject.units[0]?.id ?? "";
    all.set(id, [...(all.get(id) ?? []), { document: document.id, format: format.id, path }]);
  }
  return all;
}

interface PlannedPage {
  readonly path: string;
  readonly qualification: string | null;
  readonly make: () => SitePage;
}

function pagesOf(site: Site, known: readonly Framework[]): readonly PlannedPage[] {
  const { qualifications, units, frameworks } = site;
  const coverages = coverFrameworks({ qualifications, units, frameworks, known });
  const books = openBooks(coverages, known, site);
  const page = (path: string, qualification: string | null, make: () => SitePage) => ({ path, qualification, make });
  const placed = (pages: readonly PlacedPage[]) => pages.map(({ path, make }) => page(path, null, make));
  const several = (makes: readonly (() => SitePage)[], addressOf: (page: number) => string) =>
    makes.map((make, at) => page(addressOf(at + 1), null, make));
  return [
    ...several(qualificationPages(site), addresses.qualifications),
    ...several(unitLists(site), addresses.units),
    ...several(frameworkList(coverages, site), addresses.frameworks),
    ...several(glossaryPages(site), addresses.glossary),
    ...several(changePages(site), addresses.changes),
    ...several(sincePages(site), addresses.since),
    ...(site.differences?.all ?? []).flatMap((one) =>
      several(differencePages(one, site), (page) => addresses.difference(one.id, page)),
    ),
    ...qualifications.flatMap((one) => [
      page(addresses.qualification(one.id), one.id, () => qualificationPage(one, books, site)),
      ...(canBePlanned(one) ? [page(addresses.plan(one.id), one.id, () => planPage(one, site))] : []),
    ]),
    ...units.map((one) => page(addresses.unit(one.id), null, () => unitPage(one, site))),
    ...placed(placePages(site)),
    ...units.flatMap((one) => placed(userPages(one, site))),
    ...books.books.flatMap((one) => placed(frameworkPages(one, books, site))),
  ];
}

/** What only a site with an address has. */
function addressed(site: Site, pages: readonly Making[]): readonly { path: string; text: () => string }[] {
  const { url } = site;
  if (url === null) return [];
  const changes = feed(site);
  const maps = sitemap(
    pages.map(({ path }) => path),
    url,
  );
  return [
    ...(changes === null ? [] : [{ path: addresses.feed(), text: () => changes }]),
    ...maps.map(({ path, text }) => ({ path, text: () => text })),
  ];
}
