import { createHash } from "node:crypto";
import { logoSize } from "../page/brand.ts";
import { directionOf } from "../text/direction.ts";
import { addresses, wayUp } from "./address.ts";
import { hasFeed } from "./feed.ts";
import type { Site } from "./site.ts";

/** The parts of the site that every page leads to. */
export type Section = "qualifications" | "units" | "frameworks" | "glossary" | "changes";

export interface PageAbout {
  /** Below the folder of the site. */
  readonly path: string;
  readonly title: string;
  readonly section: Section | null;
  readonly notices: readonly string[];
  /** What it is, for search engines; null where nothing can be said. */
  readonly description?: string;
  readonly structured?: object | null;
  /** What a script of this page alone knows. */
  readonly plan?: object;
}

/** What stands around every page: the way to the others, search, notices. */
export function frameOf(site: Site, about: PageAbout) {
  const { words, url, brand, name, language } = site;
  const root = wayUp(about.path);
  const isStart = about.path === addresses.qualifications(1);
  return {
    language,
    direction: directionOf(language),
    title: isStart ? name : words("site.page-title", { title: about.title, site: name }),
    description: about.description ?? "",
    policy: policyOf(root, about.plan !== undefined),
    root,
    name,
    canonical: url === null ? null : url + (isStart ? "" : about.path),
    feed: hasFeed(site) ? root + addresses.feed() : null,
    logo: logoOf(site, root),
    sections: sectionsOf(site).map(({ section, path }) => ({
      href: root + path,
      text: words(`site.section.${section}`),
      isHere: about.path === path,
      isAround: about.section === section && about.path !== path,
    })),
    notices: about.notices,
    footer: brand?.footer ?? null,
    structured: url === null || !about.structured ? null : scriptJson(about.structured),
    say: scriptJson({ root, say: site.say }),
    plan: about.plan === undefined ? null : scriptJson(about.plan),
    loader: loaderFor(root),
  };
}

/** Those that there is anything in. */
function sectionsOf({ units, frameworks, qualifications, differences }: Site) {
  const all: readonly { readonly section: Section; readonly path: string; readonly isThere: boolean }[] = [
    { section: "qualifications", path: addresses.qualifications(1), isThere: true },
    { section: "units", path: addresses.units(1), isThere: units.length > 0 },
    { section: "frameworks", path: addresses.frameworks(), isThere: frameworks.length > 0 },
    {
      section: "glossary",
      path: addresses.glossary(1),
      isThere: units.some(({ source }) => (source.glossary ?? []).length > 0),
    },
    {
      section: "changes",
      path: addresses.changes(1),
      isThere: differences !== null || qualifications.some(({ source }) => (source.changes ?? []).length > 0),
    },
  ];
  return all.filter(({ isThere }) => isThere);
}

export function logoName({ brand }: Site): string | null {
  const type = brand?.logo?.type;
  if (type === undefined) return null;
  return addresses.asset(`logo.${{ "image/png": "png", "image/jpeg": "jpg", "image/svg+xml": "svg" }[type]}`);
}

function logoOf(site: Site, root: string) {
  const logo = site.brand?.logo ?? null;
  const name = logoName(site);
  if (logo === null || name === null) return null;
  const { width, height } = logoSize(logo, { width: 135, height: 36 });
  const pixels = (points: number) => String(Math.max(1, Math.round((points * 96) / 72)));
  return { source: root + name, alt: logo.alt, width: pixels(width), height: pixels(height) };
}

/** The one script that stands in the page. It fetches the others: what it fetches may run, and nothing else may. */
function loaderFor(root: string): string {
  return `const s=document.createElement("script");s.src="${root}${addresses.asset("site.js")}";document.head.append(s)`;
}

/**
 * The page's own script is known by its hash, and what it fetches is trusted with it: in a file, browsers do not agree on
 * what `'self'` is. The planner works in a worker that is made of a script that is there already. Styles and pictures come from beside the page, whether that is a file or not.
 */
function policyOf(root: string, hasPlan: boolean): string {
  const hash = createHash("sha256").update(loaderFor(root)).digest("base64");
  return `default-src 'none'; script-src 'sha256-${hash}' 'strict-dynamic';${hasPlan ? " worker-src blob:;" : ""} style-src 'self' file:; img-src 'self' file: data:; base-uri 'none'; form-action 'none'`;
}

/** Data in an element that never runs: nothing in it can end the element. */
export function scriptJson(value: object): string {
  return JSON.stringify(value).replace(/</gu, "\\u003c");
}
