import { posix } from "node:path";
import { afterAll, expect, test } from "vitest";
import { buildSite } from "./built-site.ts";

const site = buildSite();
afterAll(site.remove);

const hrefsOf = (text: string) => [...text.matchAll(/ (?:href|src)="([^"]*)"/gu)].map(([, href = ""]) => href);
const idsOf = (text: string) => [...text.matchAll(/ id="([^"]*)"/gu)].map(([, id = ""]) => id);
const isOutside = (href: string) => /^(?:https?:|mailto:|data:)/u.test(href);

test("every link within the site leads to a page that is there, and to a place on it", () => {
  const broken: string[] = [];
  const ids = new Map(
    site.files.filter((path) => path.endsWith(".html")).map((path) => [path, new Set(idsOf(site.text(path)))]),
  );
  let links = 0;
  for (const page of site.pages)
    for (const href of hrefsOf(site.text(page))) {
      if (isOutside(href)) continue;
      links += 1;
      const [path = "", anchor] = href.split("#");
      const target = path === "" ? page : posix.join(posix.dirname(page), path);
      if (!site.files.includes(target) || href.startsWith("/")) broken.push(`${page}: ${href}`);
      else if (anchor !== undefined && ids.get(target)?.has(anchor) !== true) broken.push(`${page}: ${href}`);
    }
  expect(broken).toEqual([]);
  expect(links).toBeGreaterThan(1000);
});

test("every file can be reached from the start page", () => {
  const reached = new Set(["index.html"]);
  for (const page of reached) {
    if (!site.pages.includes(page)) continue;
    for (const href of hrefsOf(site.text(page)))
      if (!isOutside(href)) reached.add(posix.join(posix.dirname(page), href.split("#", 1)[0] || posix.basename(page)));
  }
  const alone = site.files.filter((path) => !reached.has(path) && !path.startsWith("assets/"));
  expect(alone).toEqual([".qualspec-site.json", "sitemap.xml"]);
});

test("each place has one name, each page one heading of its own, and none is large", () => {
  for (const page of site.pages) {
    const text = site.text(page);
    const ids = idsOf(text);
    expect(
      ids.filter((id, at) => ids.indexOf(id) !== at),
      page,
    ).toEqual([]);
    expect(text.match(/<h1/gu), page).toHaveLength(1);
    expect(Buffer.byteLength(text), page).toBeLessThan(200_000);
  }
});
