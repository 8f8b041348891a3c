import { expect, test } from "vitest";
import { sitemap } from "../../src/site/sitemap.ts";
import { qualification, unit } from "../build/specs.ts";
import { siteOf } from "./site-of.ts";

const address = "https://example.org/q/";
const facts = [
  "awardingOrganisation: { name: Example Awards, acronym: EXA }",
  "version: '1.1'",
  "changes:",
  "  - { version: '1.1', date: 2026-05-01, summary: Units *renamed* & more. }",
  "  - { version: '1.0', date: 2026-02-02, summary: First issue. }",
  "  - { version: '1.0', summary: Without a day. }",
  "",
].join("\n");
const files = { "q.yaml": qualification("a", `number: none\n${facts}`), "a.yaml": unit("a") };

test("without an address nothing says where the site is", async () => {
  const site = await siteOf(files);
  expect(Object.keys(site).filter((path) => path.endsWith(".xml"))).toEqual([]);
  expect(Object.values(site).join("")).not.toMatch(/rel="canonical"|ld\+json|feed\.xml/u);
});

test("with one there are a feed, a map of the site and data for search engines", async () => {
  const site = await siteOf(files, address);
  expect(site["feed.xml"]).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="utf-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
      <id>https://example.org/q/feed.xml</id>
      <title>What has changed · Example Awards: qualifications</title>
      <link rel="self" href="https://example.org/q/feed.xml"/>
      <link href="https://example.org/q/changes.html"/>
      <updated>2026-05-01T00:00:00Z</updated>
      <entry>
        <id>https://example.org/q/qualifications/q.html#version-1.1</id>
        <title>Qualification q: Version 1.1</title>
        <link href="https://example.org/q/qualifications/q.html#version-1.1"/>
        <updated>2026-05-01T00:00:00Z</updated>
        <author><name>Example Awards</name></author>
        <category term="unregulated" label="Not regulated"/>
        <summary>This is not a regulated qualification. Units renamed &amp; more.</summary>
      </entry>
      <entry>
        <id>https://example.org/q/qualifications/q.html#version-1.0</id>
        <title>Qualification q: Version 1.0</title>
        <link href="https://example.org/q/qualifications/q.html#version-1.0"/>
        <updated>2026-02-02T00:00:00Z</updated>
        <author><name>Example Awards</name></author>
        <category term="unregulated" label="Not regulated"/>
        <summary>This is not a regulated qualification. First issue.</summary>
      </entry>
    </feed>
    "
  `);
  expect(site["sitemap.xml"]).toContain(`<loc>${address}units/a.html</loc>`);
  expect(site["sitemap.xml"]).toContain(`<loc>${address}</loc>`);
  expect(site["qualifications/q.html"]).toContain(`<link rel="canonical" href="${address}qualifications/q.html">`);
  expect(site["qualifications/q.html"]).toContain('title="What has changed" href="../feed.xml"');
  expect(site["qualifications/q.html"]?.match(/id="version-1\.0"/gu)).toHaveLength(1);
  const dataOf = (path: string) => JSON.parse(/ld\+json">(.*?)<\/script>/u.exec(site[path] ?? "")?.[1] ?? "null");
  // A qualification without a number has no identifier, and one without a day no date.
  expect(dataOf("qualifications/q.html")).toEqual({
    "@context": "https://schema.org",
    "@type": "EducationalOccupationalCredential",
    "@id": `${address}qualifications/q.html`,
    url: `${address}qualifications/q.html`,
    name: "Qualification q",
    inLanguage: "en-GB",
    educationalLevel: ["Level 3"],
    version: "1.1",
    description: "This is not a regulated qualification.",
    creativeWorkStatus: ["Not regulated"],
    usageInfo: { "@type": "CreativeWork", text: "This is not a regulated qualification." },
    publisher: { "@type": "Organization", name: "Example Awards", alternateName: "EXA" },
  });
  expect(dataOf("units/a.html")).toMatchObject({ "@type": "Course", numberOfCredits: 2, teaches: ["Know A"] });
  expect(dataOf("index.html")).toBeNull();
});

test("the feed and the data say what is a draft, and what comes with a notice", async () => {
  const notice = "notice: Only for <show>.\n";
  const changes = 'changes: [{ version: "1", date: 2026-01-02, summary: First }]\n';
  const site = await siteOf(
    {
      "q.yaml": qualification("a", `status: draft\nnumber: "100/1234/5"\n${changes}${notice}`),
      "r.yaml": qualification("b", `status: published\nnumber: "100/1234/6"\n${changes}`, "r"),
      "a.yaml": unit("a"),
      "b.yaml": unit("b"),
    },
    address,
  );
  const warning = "Draft. Not for use with learners. Only for <show>.";
  expect(site["feed.xml"]).toContain(
    '<category term="draft" label="Draft"/>\n    <category term="noted" label="With a notice"/>\n    <summary>Draft. Not for use with learners. Only for &lt;show&gt;. First</summary>',
  );
  expect(site["feed.xml"]).toContain("</author>\n    <summary>First</summary>");
  const dataOf = (path: string) => JSON.parse(/ld\+json">(.*?)<\/script>/u.exec(site[path] ?? "")?.[1] ?? "null");
  const warned = { creativeWorkStatus: ["Draft", "With a notice"], usageInfo: { text: warning } };
  expect(dataOf("qualifications/q.html")).toMatchObject({ ...warned, description: warning });
  expect(dataOf("units/a.html")).toMatchObject({ ...warned, description: `${warning} A` });
  expect(dataOf("qualifications/r.html")).toMatchObject({ creativeWorkStatus: "Published" });
  expect(dataOf("units/b.html")).toMatchObject({ creativeWorkStatus: "Published", description: "A" });
});

test("a map of more pages than one file may hold is several files", () => {
  const maps = sitemap(["index.html", "units.html", "a&b.html"], address, 2);
  expect(maps.map(({ path }) => path)).toEqual(["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]);
  expect(maps[0]?.text).toContain("<sitemap><loc>https://example.org/q/sitemap-2.xml</loc></sitemap>");
  expect(maps[2]?.text).toContain("<url><loc>https://example.org/q/a&amp;b.html</loc></url>");
});
