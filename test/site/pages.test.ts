import { posix } from "node:path";
import { expect, test } from "vitest";
import { addresses } from "../../src/site/address.ts";
import { inParts, inWeighedParts, pagerOf } from "../../src/site/lists.ts";
import { qualification, unit } from "../build/specs.ts";
import { islandOf, siteOf } from "./site-of.ts";

const address = "https://example.org/q/";
const good = { "q.yaml": qualification("a, b"), "a.yaml": unit("a"), "b.yaml": unit("b") };

test("a workspace has a page for each thing, and what they share", async () => {
  const site = await siteOf(good);
  expect(Object.keys(site)).toEqual([
    "index.html",
    "units.html",
    "qualifications/q.html",
    "units/a.html",
    "units/b.html",
    "assets/site.css",
    "assets/site.js",
    "assets/search.js",
    "assets/plan.js",
    "assets/judge.js",
    "assets/search/parts.js",
    "assets/search/index-0.js",
    "assets/search/texts-0.js",
  ]);
});

test("no text of an author is markup, wherever it stands", async () => {
  const hostile = `"A</script><script>alert(1)</script><b>'&quot;"`;
  const sign = "A</script><script>alert(1)</script><b>'&quot;";
  const yaml = (text: string) => text.replace(/(title|aim|outcome|criterion): (?:[\w ]+)/gu, `$1: ${hostile}`);
  const more = `awardingOrganisation: { name: ${hostile} }\nnotice: ${hostile}\nobjective: { statement: ${hostile} }\nchanges: [{ version: "1", date: 2026-01-02, summary: ${hostile} }]\n`;
  const terms = `glossary: [{ term: ${hostile}, meaning: ${hostile} }]\nresources: [{ title: ${hostile} }]\n`;
  const pathways = `  pathways: [{ id: p, title: ${hostile}, groups: [M] }, { id: o, groups: [M] }]\n`;
  const site = await siteOf(
    {
      "q.yaml": yaml(qualification("a", more)).replace("id: M,", `id: M, title: ${hostile},`) + pathways,
      "a.yaml": yaml(unit("a", terms)),
    },
    address,
  );
  const pages = Object.entries(site).filter(([path]) => /html$/u.test(path));
  expect(pages.map(([path]) => path)).toContain("plans/q.html");
  expect(pages.map(([path]) => path)).toContain("glossary.html");
  for (const [path, page] of pages) {
    expect(page, path).toContain("&lt;script&gt;alert");
    expect(page, path).not.toMatch(/<b>|<script>alert/u);
    const scripts = [...page.matchAll(/<script(?: [^>]*)?>/gu)].map(([tag]) => tag);
    expect(
      scripts.filter((tag) => tag === "<script>"),
      path,
    ).toHaveLength(1);
  }
  expect(site["feed.xml"]).not.toContain("<b>");
  const [, data = ""] = /ld\+json">(.*?)<\/script>/u.exec(site["qualifications/q.html"] ?? "") ?? [];
  expect(JSON.parse(data)).toMatchObject({ name: sign, publisher: { name: sign } });
  expect(islandOf(site["plans/q.html"], "plan")).toMatchObject({ fixed: ["a"] });
});

test("a criterion has a place that its number does not change", async () => {
  const keyed = unit("a");
  const draft = unit("b").replace("{ criterion: State A, key: state-a }", "State B").replace("    key: know-a\n", "");
  const site = await siteOf({ "q.yaml": qualification("a, b"), "a.yaml": keyed, "b.yaml": draft });
  expect(site["units/a.html"]).toContain('<li class="criterion" id="a.state-a">');
  expect(site["units/a.html"]).toContain('<section class="outcome" id="a.know-a">');
  expect(site["units/b.html"]).toContain('<li class="criterion" id="b.1.1">');
  expect(site["units/b.html"]).toContain('<section class="outcome" id="b.outcome-1">');
});

test("what is for assessors only stands on no page, and neither do tasks", async () => {
  const secret = unit("a").replace(
    "key: state-a",
    "key: state-a, guidance: SECRET, task: HOMEWORK, content: Taught, evidence: { minimum: ONE PIECE }",
  );
  const site = await siteOf({ "q.yaml": qualification("a"), "a.yaml": secret });
  expect(Object.values(site).join("")).not.toMatch(/SECRET|HOMEWORK/u);
  expect(site["units/a.html"]).toMatch(/ONE PIECE[\s\S]*Taught/u);
});

test("a shared unit says where it is used, and pages say what is a draft or withdrawn", async () => {
  const site = await siteOf({
    "q.yaml": qualification("a, b", "status: draft\n"),
    "r.yaml": qualification("a", "status: withdrawn\nnotice: Only for show.\n", "r"),
    "a.yaml": unit("a"),
    "b.yaml": unit("b"),
  });
  const shared = site["units/a.html"] ?? "";
  expect(shared).toContain("Used in 2 qualifications");
  expect(shared).toContain(
    '<a href="../qualifications/q.html">Qualification q</a> <span class="tag draft">Draft</span>',
  );
  expect(shared).toContain('<a href="../qualifications/r.html">Qualification r</a> <span class="tag withdrawn">');
  expect(shared).toContain("<p>Qualification r: Only for show.</p>");
  expect(site["units/b.html"]).toContain("<p>Draft. Not for use with learners.</p>");
  expect(site["qualifications/r.html"]).toMatch(/<p>Withdrawn\. No longer offered\.<\/p><p>Only for show\.<\/p>/u);
  expect(site["index.html"]).toContain("Draft: not for use with learners. Withdrawn: no longer offered.");
  expect(site["units.html"]).toContain('Unit a</a> <span class="tag noted">With a notice</span>');
  expect(site["units.html"]).toContain('Unit b</a> <span class="tag draft">Draft</span>');
  expect(site["units.html"]).toMatch(
    /With a notice: [^<]+<\/p><p>Some of what stands here says of itself: Only for show\.</u,
  );
});

test("in every list something with a notice stands beside what has none as such", async () => {
  const glossary = (meaning: string) =>
    `glossary: [{ term: Tool, meaning: ${meaning} }, { term: Place, meaning: Same }]\n`;
  const changes = 'changes: [{ version: "1", date: 2026-01-02, summary: First }]\n';
  const site = await siteOf({
    "q.yaml": qualification("a", `${changes}notice: Only for show.\n`),
    "r.yaml": qualification("b", changes, "r"),
    "a.yaml": unit("a", glossary("One")),
    "b.yaml": unit("b", glossary("Other")),
  });
  expect(site["glossary.html"]).toMatch(
    /Tool<\/span> <span class="tag noted">With a notice<\/span>\s*<\/dt><dd><p lang="en-GB">One/u,
  );
  expect(site["glossary.html"]).toContain('Tool</span></dt><dd><p lang="en-GB">Other</p>');
  expect(site["glossary.html"]).toMatch(
    /Unit a<\/a> <span class="tag noted">With a notice<\/span>\s* · <a href="units\/b.html">Unit b<\/a><\/p>/u,
  );
  expect(site["changes.html"]).toMatch(/Qualification q<\/a>.*Not regulated<\/span><span class="tag noted">/u);
  expect(site["changes.html"]).not.toMatch(/Qualification r<\/a>.*noted/u);
  expect(site["index.html"]).toContain('<p class="meta">Only for show.</p>');
});

test("a notice that all have is told on pages about all", async () => {
  const site = await siteOf({ ...good, "q.yaml": qualification("a, b", "status: draft\nnotice: Only for show.\n") });
  for (const path of ["index.html", "units.html", "units/a.html"]) {
    expect(site[path], path).toContain("<p>Draft. Not for use with learners.</p><p>Only for show.</p>");
    expect(site[path], path).not.toContain("comes with a notice");
  }
});

test("the glossary gathers terms with one meaning, and tells others apart", async () => {
  const term = (meaning: string) => `glossary: [{ term: Individual, meaning: ${meaning} }]\n`;
  const site = await siteOf({
    "q.yaml": qualification("a, b, c"),
    "a.yaml": unit("a", term("A person")),
    "b.yaml": unit("b", term("A person")),
    "c.yaml": unit("c", term("Somebody else")),
  });
  const [glossary = ""] = /<dl[\s\S]*<\/dl>/u.exec(site["glossary.html"] ?? "") ?? [];
  expect(glossary.match(/<dt/gu)).toHaveLength(2);
  expect(glossary).toMatch(
    /A person[\s\S]*units\/a\.html[\s\S]*units\/b\.html[\s\S]*Somebody else[\s\S]*units\/c\.html/u,
  );
});

test("long lists stand on several pages", () => {
  const parts = inParts(["a", "b", "c"], 2);
  expect(parts).toEqual([
    { page: 1, entries: ["a", "b"] },
    { page: 2, entries: ["c"] },
  ]);
  expect(pagerOf(parts, 2, addresses.units, (first) => first)).toEqual([
    { href: "units.html", text: "a", isHere: false },
    { href: "units-2.html", text: "c", isHere: true },
  ]);
  const heavy = inWeighedParts(["aa", "a", "aaaa", "a"], ({ length }) => length, 3);
  expect(heavy.map(({ entries }) => entries)).toEqual([["aa", "a"], ["aaaa"], ["a"]]);
  expect(inParts([], 2)).toEqual([{ page: 1, entries: [] }]);
  expect(pagerOf(inParts(["a"], 2), 1, addresses.units, (first) => first)).toEqual([]);
});

test("a house has its own words, colours, fonts and footer", async () => {
  const site = await siteOf({
    ...good,
    "qualspec.yaml": "house: { brand: brand, terms: { unit.one: module, unit.many: modules } }\n",
    "brand/brand.yaml": 'colours: { accent: "#7A1F3D" }\nfonts: { body: [Georgia] }\nfooter: Our own line\n',
  });
  expect(site["assets/site.css"]).toContain("--accent: #7A1F3D");
  expect(site["assets/site.css"]).toContain("Georgia");
  expect(site["index.html"]).toContain("<p>Our own line</p>");
  expect(site["index.html"]).toContain("2 modules");
  expect(site["units.html"]).toContain("<h1>Modules</h1>");
});

const linksIn = (page: string) => [...page.matchAll(/ href="([^"]*)"/gu)].map(([, href = ""]) => href);
const count = (length: number) => Array.from({ length }, (_, at) => at);

/** Every link on pages of frameworks leads somewhere. */
function expectLinks(site: Readonly<Record<string, string>>): void {
  const ids = new Map(
    Object.entries(site).map(([path, page]) => [
      path,
      new Set([...page.matchAll(/ id="([^"]*)"/gu)].map(([, id]) => id)),
    ]),
  );
  const broken = Object.entries(site)
    .filter(([path]) => path.startsWith("frameworks/"))
    .flatMap(([path, page]) =>
      linksIn(page).filter((href) => {
        const [file = "", anchor] = href.split("#");
        const target = ids.get(file === "" ? path : posix.join(posix.dirname(path), file));
        return !href.startsWith("data:") && (target === undefined || (anchor !== undefined && !target.has(anchor)));
      }),
    );
  expect(broken).toEqual([]);
}

test("a framework that much answers to goes on over pages below the limit, and nothing is left out", async () => {
  const entries = count(25).map(
    (at) => `  - { id: n${at}, title: Standard ${at}, text: "${"It says much. ".repeat(200)}" }\n`,
  );
  const outcomes = (own: number) =>
    count(6).map((at) => {
      const maps = `maps: { craft: [n${(own * 7 + at * 13) % 25}, n${(own * 7 + at * 13 + 12) % 25}] }`;
      const criteria = count(6).map((key) => `{ criterion: State ${at} ${key}, key: state-the-${at}-thing-${key} }`);
      return `  - { outcome: Know ${at}, key: know-${at}, ${maps}, assessmentCriteria: [${criteria.join(", ")}] }\n`;
    });
  const units = count(44).map((own) => {
    const [head = ""] = unit(`unit-about-craft-${own}`).split("learningOutcomes:");
    return [`u${own}.yaml`, `${head}learningOutcomes:\n${outcomes(own).join("")}`];
  });
  const site = await siteOf({
    "craft.yaml": `kind: framework\nid: craft\ntitle: Craft\nnodes:\n  - id: all\n    title: Theme\n    nodes:\n${entries.map((line) => `    ${line}`).join("")}`,
    ...Object.fromEntries(units),
  });
  const pages = Object.entries(site).filter(([path]) => path.startsWith("frameworks/"));
  for (const [path, page] of pages) expect(Buffer.byteLength(page), path).toBeLessThan(200_000);
  const own = pages.filter(([path]) => path.split("/").length === 2).map(([, page]) => page);
  expect(own.length).toBeGreaterThan(1);
  const places = own.flatMap((page) => [...page.matchAll(/<li id="craft\.([^"]*)"/gu)].map(([, id]) => id));
  expect(places).toEqual(["all", ...count(25).map((at) => `n${at}`)]);
  expect(own[1]).toContain('<a href="../frameworks/craft.html#craft.all">Theme</a> <span class="meta">(continued)');
  const answering = pages.flatMap(([, page]) => linksIn(page)).filter((href) => href.includes("#unit-about"));
  expect(new Set(answering.map((href) => href.split("#")[1])).size).toBe(44 * 36);
  expectLinks(site);
});

test("a step names some of its qualifications, and leads to all of them", async () => {
  const many = count(18).map((at) => [`q${at}.yaml`, qualification("a", "", `q${at}`)]);
  const site = await siteOf({
    ...Object.fromEntries(many),
    "a.yaml": unit("a", "assessment: { maps: { craft: [oven] } }\n"),
    "craft.yaml": "kind: framework\nid: craft\ntitle: Craft\nnodes: [{ id: oven, next: [shop] }, { id: shop }]\n",
  });
  expect(site["frameworks/craft.html"]).toContain('<a href="../frameworks/craft/oven.html">3 more qualifications</a>');
  const all = linksIn(site["frameworks/craft/oven.html"] ?? "").filter((href) => href.includes("qualifications/"));
  expect(all).toHaveLength(18);
  expect(site["frameworks/craft.html"]).toContain('<a href="../frameworks/craft.routes.html">');
  expect(site["qualifications/q17.html"]).toMatch(/craft\.routes\.\d\.html#routes:q17"/u);
  expect(site["frameworks/craft.routes.3.html"]?.match(/<th scope="col" id/gu)).toHaveLength(2);
  expectLinks(site);
});

test("a table says which qualification covers what, on which routes, and each qualification how much", async () => {
  const groups = "    - { id: O, require: { units: { min: 1, max: 1 } }, units: [b, c] }\n";
  const site = await siteOf({
    "q.yaml": qualification("a", "", "q") + groups,
    "r.yaml": qualification("b, c", "", "r"),
    "s.yaml": qualification("d", "", "s"),
    "a.yaml": unit("a", "assessment: { maps: { craft: [oven] } }\n"),
    "b.yaml": unit("b", "assessment: { maps: { craft: [shop] } }\n"),
    "c.yaml": unit("c"),
    "d.yaml": unit("d"),
    "craft.yaml":
      "kind: framework\nid: craft\ntitle: Craft\nnodes: [{ id: work, title: Work, nodes: [{ id: oven }, { id: shop }, { id: till }] }]\n",
  });
  const page = site["frameworks/craft.html"] ?? "";
  expect(page.match(/<th scope="col"/gu)).toHaveLength(3);
  expect(page).toMatch(/colspan="3"><a href="#craft\.work">Work</u);
  const rows = [...page.matchAll(/<a href="#craft\.(\w+)">[^<]*<\/a><\/th>((?:<td.*?<\/td>)+)/gu)];
  expect(
    rows.map(([, id, cells = ""]) => [
      id,
      ...cells
        .replace(/<[^>]*>/gu, "|")
        .split("||")
        .map(trimmed),
    ]),
  ).toEqual([
    ["oven", "Every route", "Not covered"],
    ["shop", "Some routes", "Every route"],
    ["till", "Not covered", "Not covered"],
  ]);
  expect(site["qualifications/q.html"]).toContain(
    'on every route: 1 of 3 parts; on some routes: 1 more. <a href="../frameworks/craft.html#routes:q">',
  );
  expect(site["qualifications/r.html"]).toContain("Covered on every route: 1 of 3 parts. <a");
  expect(site["qualifications/s.html"]).not.toContain("Craft");
  expectLinks(site);
});

const trimmed = (cell: string) => cell.replaceAll("|", "");

test("an entry of a replaced framework says what has taken its place, and leads there", async () => {
  const replaced = "replaces: craft\nnodes: [{ id: hearth, title: Hearth }, { id: kiln, title: Kiln }]\n";
  const site = await siteOf({
    "q.yaml": qualification("a"),
    "a.yaml": unit("a"),
    "craft.yaml":
      "kind: framework\nid: craft\ntitle: Craft\nnodes: [{ id: oven, title: Oven, replacedBy: [hearth, kiln] }, { id: kiln, title: Kiln }]\n",
    "later.yaml": `kind: framework\nid: later\ntitle: Craft today\n${replaced}`,
  });
  const [, links = ""] = /Replaced by: (.*?)<\/p>/su.exec(site["frameworks/craft.html"] ?? "") ?? [];
  expect(linksIn(links)).toEqual(["../frameworks/later.html#later.hearth", "../frameworks/later.html#later.kiln"]);
  expect(site["frameworks/craft.html"]?.match(/Replaced by:/gu)).toHaveLength(1);
  expect(site["frameworks/later.html"]).not.toContain("Replaced by:");
  expectLinks(site);
});

test("a term that many units explain, and a unit that many qualifications hold, lead to all of them", async () => {
  const explained = count(14).map((at) => [
    `u${at}.yaml`,
    unit(`u${at}`, "glossary: [{ term: Craft, meaning: Work }]\n"),
  ]);
  const many = count(202).map((at) => [`q${at}.yaml`, qualification("u0", "", `q${at}`)]);
  const site = await siteOf({ ...Object.fromEntries(explained), ...Object.fromEntries(many) });
  expect(site["glossary.html"]).toContain('<a href="glossary/1.html">2 more units</a>');
  expect(linksIn(site["glossary/1.html"] ?? "").filter((href) => href.startsWith("../units/"))).toHaveLength(14);
  expect(site["units/u0.html"]).toContain('<a href="../units/u0.users.html">2 more qualifications</a>');
  const users = linksIn(site["units/u0.users.html"] ?? "").filter((href) => href.includes("qualifications/"));
  expect(users).toHaveLength(202);
});
