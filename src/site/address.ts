import { fieldOf } from "../documents/field-name.ts";
import type { Criterion, Framework, FrameworkNode, Outcome, Qualification, Unit } from "../model/types.ts";

/** Where each page of a site is, below its folder. Names are made of ids and of ours: the ids are never at the top. */
export const addresses = {
  qualifications: (page: number) => numbered("index", page),
  units: (page: number) => numbered("units", page),
  glossary: (page: number) => numbered("glossary", page),
  places: (term: number, page: number) => `glossary/${dotted(String(term), page)}.html`,
  changes: (page: number) => numbered("changes", page),
  since: (page: number) => numbered("since", page),
  frameworks: () => "frameworks.html",
  qualification: (id: string) => `qualifications/${id}.html`,
  unit: (id: string) => `units/${id}.html`,
  users: (id: string, page: number) => `units/${dotted(`${id}.users`, page)}.html`,
  // Ids hold no full stop: the second page of one is never the first of another.
  framework: (id: string, page = 1) => `frameworks/${dotted(id, page)}.html`,
  way: (id: string, page: number) => `frameworks/${dotted(`${id}.way`, page)}.html`,
  routes: (id: string, page: number) => `frameworks/${dotted(`${id}.routes`, page)}.html`,
  entry: (framework: string, id: string, page: number) => `frameworks/${framework}/${dotted(id, page)}.html`,
  difference: (id: string, page: number) => `changes/${dotted(id, page)}.html`,
  plan: (id: string) => `plans/${id}.html`,
  paper: (path: string) => `papers/${path}`,
  asset: (name: string) => `assets/${name}`,
  feed: () => "feed.xml",
  sitemap: () => "sitemap.xml",
} as const;

function numbered(name: string, page: number): string {
  return page === 1 ? `${name}.html` : `${name}-${page}.html`;
}

function dotted(name: string, page: number): string {
  return page === 1 ? name : `${name}.${page}`;
}

/** The way from a page to the top of its site: empty there, else `../` for each folder. */
export function wayUp(from: string): string {
  return "../".repeat(from.split("/").length - 1);
}

/** The way from one page to a place on another, or on the same. */
export function wayTo(from: string, path: string, anchor: string): string {
  return `${from === path ? "" : wayUp(from) + path}#${anchor}`;
}

/** The permanent name of a criterion, or of an outcome, on the page of its unit: by its key, in drafts without keys by its number. */
export function anchorOf(unit: Unit, part: Criterion | Outcome): string {
  return "criteria" in part ? `${unit.id}.${part.key ?? `outcome-${plain(part.number)}`}` : fieldOf(unit, part);
}

/** The permanent name of an entry of a framework on its page. */
export function nodeAnchor(framework: Framework, node: FrameworkNode): string {
  return `${framework.id}.${node.id}`;
}

/** The name of the column of a qualification in the tables of frameworks. */
export function routesAnchor(qualification: Qualification): string {
  return `routes:${qualification.id}`;
}

/** The permanent name of an entry of the changes on the page of its qualification. */
export function changeAnchor(version: string): string {
  return `version-${plain(version)}`;
}

function plain(number: string): string {
  return number.replace(/[^A-Za-z0-9.]/gu, "_");
}
