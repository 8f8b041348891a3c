import { escapeXml } from "../text/escape-xml.ts";
import { addresses } from "./address.ts";

/** The most addresses that one file may hold (sitemaps.org). */
const most = 50_000;

export interface SiteMapFile {
  readonly path: string;
  readonly text: string;
}

/** Every page for search engines: one file, or a list of files where there are too many pages for one. */
export function sitemap(paths: readonly string[], url: string, mostInOne: number = most): readonly SiteMapFile[] {
  const count = Math.ceil(paths.length / mostInOne);
  if (count <= 1) return [{ path: addresses.sitemap(), text: listOf("urlset", "url", paths, url) }];
  const parts = Array.from({ length: count }, (_, at) => ({
    path: `sitemap-${at + 1}.xml`,
    own: paths.slice(at * mostInOne, (at + 1) * mostInOne),
  }));
  const names = parts.map(({ path }) => path);
  return [
    { path: addresses.sitemap(), text: listOf("sitemapindex", "sitemap", names, url) },
    ...parts.map(({ path, own }) => ({ path, text: listOf("urlset", "url", own, url) })),
  ];
}

function listOf(root: string, element: string, paths: readonly string[], url: string): string {
  const start = addresses.qualifications(1);
  const entries = paths.map(
    (path) => `  <${element}><loc>${escapeXml(url + (path === start ? "" : path))}</loc></${element}>\n`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join("")}</${root}>\n`;
}
