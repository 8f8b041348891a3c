import { rmSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { UserError } from "../../src/cli/user-error.ts";
import { type Answer, Preview } from "../../src/preview/preview.ts";
import { refuseRequest } from "../../src/preview/refuse-request.ts";
import { check } from "../../src/workspace/check.ts";
import { Memory } from "../../src/workspace/memory.ts";
import { type Files, ioIn, writeInto } from "../check-folder.ts";
import { emptyFolder } from "../run-qualspec.ts";

const unit = (id: string, title: string) => `kind: unit
id: ${id}
title: ${title}
reference: none
level: 3
credit: 2
guidedLearningHours: 10
totalUnitTime: 20
aim: Learners see how things are made.
learningOutcomes:
  - outcome: Know how things are made
    evidence: { methods: [questioning] }
    assessmentCriteria:
      - { criterion: Explain how things are made, key: how }
      - { criterion: TBC, key: why }
`;
const qualification =
  "kind: qualification\nid: q\ntitle: Award & <script>alert(1)</script>\nregulators: none\nlevel: 3\nlanguage: en-GB\nrulesOfCombination:\n  groups:\n    - { id: M, require: all, units: [a, b] }\n";
const files: Files = {
  "qualspec.yaml": "house: { brand: brand }\n",
  "q.yaml": qualification,
  "units/a.yaml": unit("a", "First things"),
  "units/b.yaml": unit("b", "More things"),
  "units/alone.yaml": unit("alone", "Things alone"),
  "brand/brand.yaml": "footer: Example Awards\n",
  "brand/templates/partials/facts.hbs": "<p>Facts of our house</p>\n",
};
const broken = (text: string) => text.replace("title: ", 'title: "');

/** A workspace that is looked at again whenever something in it has changed. */
function open() {
  const folder = emptyFolder();
  writeInto(folder, files);
  const memory = new Memory();
  const preview = new Preview(folder);
  const look = async () => {
    memory.begin();
    try {
      preview.update({ checked: await check(ioIn(folder), [], { memory }), error: null });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      preview.update({ checked: null, error });
    }
  };
  const ask = (address: string): Answer => preview.answer(address.split("/").slice(1).map(decodeURIComponent));
  const text = (address: string) => Buffer.from(ask(address).body).toString();
  /** Which of these texts stand under an address: a page is too long to be printed. */
  const shown = (address: string, ...all: readonly string[]) => all.filter((one) => text(address).includes(one));
  return { folder, look, ask, text, shown, write: (more: Files) => writeInto(folder, more) };
}

describe("what a preview shows", () => {
  let site: ReturnType<typeof open>;
  const workbook = "/about/q/learner-workbook";
  const paper = "/paper/q/learner-workbook";

  beforeEach(async () => {
    site = open();
    await site.look();
  });

  test("everything that there is, and nothing of it as markup", () => {
    const list = site.text("/");
    expect(list).toContain('<a href="/about/q" lang="en-GB">Award &amp; &lt;script&gt;alert(1)&lt;/script&gt;</a>');
    expect(list).toContain('<a href="/about/alone" lang="en-GB">Things alone</a>');
    expect(list).not.toContain("/about/a&quot;");
    for (const address of ["/about/q", "/about/alone"]) {
      const papers = [...site.text(address).matchAll(/<li><a href="([^"]+)">/gu)].map(([, href = ""]) => href);
      expect(papers.length).toBeGreaterThan(5);
      for (const href of papers.filter((_, at) => at % 4 === 0)) {
        expect(site.ask(href).status, href).toBe(200);
        const { status, framed } = site.ask(href.replace("/about/", "/paper/"));
        expect([status, framed], href).toEqual([200, "paper"]);
      }
    }
  });

  test("a finding leads to where its criterion is in the paper, and to nothing else", () => {
    const anchors = [...site.text(workbook).matchAll(/data-anchor="([^"]+)"/gu)].map(([, id = ""]) => id);
    expect(new Set(anchors)).toEqual(new Set(["f-a_why_a", "f-b_why_a"]));
    for (const id of anchors) expect(site.shown(paper, `id="${id}"`)).toHaveLength(1);
    const specification = site.text("/about/q/qualification-specification");
    expect(specification).toContain('data-anchor="unit-a"');
    expect(specification).not.toContain("units/alone.yaml");
  });

  test("a unit that cannot be read leaves the papers as they were", async () => {
    site.write({ "units/b.yaml": broken(unit("b", "Other things")), "units/a.yaml": unit("a", "First of all") });
    await site.look();
    expect(site.text(workbook)).toContain("as it was before <code>units/b.yaml</code> could no longer be read");
    expect(site.text(workbook)).toContain("unclosed-quote");
    expect(site.shown(paper, "First things", "First of all", "More things")).toEqual(["First things", "More things"]);
    site.write({ "units/b.yaml": unit("b", "Other things") });
    await site.look();
    expect(site.text(workbook)).not.toContain("as it was before");
    expect(site.shown(paper, "First things", "First of all", "Other things")).toEqual(["First of all", "Other things"]);
  });

  test("so does the qualification's own file; once it is removed, it is gone", async () => {
    site.write({ "q.yaml": broken(qualification) });
    await site.look();
    expect(site.text(workbook)).toContain("as it was before <code>q.yaml</code>");
    expect(site.shown(paper, "More things")).toHaveLength(1);
    rmSync(`${site.folder}/q.yaml`);
    await site.look();
    expect(site.ask(workbook).status).toBe(404);
    expect(site.text("/")).toContain("/about/a");
  });

  test("what could never be read is listed, with what is wrong", async () => {
    const other = open();
    other.write({ "q.yaml": broken(qualification), "units/b.yaml": broken(unit("b", "B")) });
    await other.look();
    expect(other.text("/")).toContain('href="/about/q"');
    expect(other.text("/about/q")).toContain("There is no paper yet");
    expect(other.text("/about/q")).toContain("unclosed-quote");
    expect(other.ask(workbook).status).toBe(404);
    other.write({ "q.yaml": qualification });
    await other.look();
    expect(other.text("/about/q")).toContain("Papers lack what stands in <code>units/b.yaml</code>");
    expect(other.shown(paper, "First things")).toHaveLength(1);
  });

  test("a fault in the house style is told, and papers look as before", async () => {
    expect(site.shown(paper, "Facts of our house")).toHaveLength(1);
    site.write({ "brand/templates/partials/facts.hbs": "<p>{{no}}</p>\n", "units/a.yaml": unit("a", "First of all") });
    await site.look();
    for (const address of ["/", "/about/q", workbook]) {
      expect(site.text(address)).toContain("The house style cannot be used");
      expect(site.text(address)).toContain("template-field");
    }
    expect(site.shown(paper, "Facts of our house", "First of all")).toHaveLength(2);
  });

  test("a template that only fails when it is filled leaves the last paper", async () => {
    const twice = '{{> cover}}{{#each units}}<field kind="line" name="{{../cover.title}}" label="X" />{{/each}}\n';
    site.write({ "brand/templates/learner-workbook.hbs": twice });
    await site.look();
    expect(site.shown(paper, "There is no paper yet")).toHaveLength(1);
    expect(site.text(workbook)).toContain("template-element");
  });

  test.each<[string, Files]>([
    ["settings that are wrong", { "qualspec.yaml": "format: 9\n" }],
    ["settings that lead nowhere", { "qualspec.yaml": "specs: [nowhere]\n" }],
  ])("%s leave everything as it was, and say so", async (_about, change) => {
    site.write(change);
    await site.look();
    for (const address of ["/", "/about/q", workbook])
      expect(site.text(address)).toMatch(/as (?:it was|they were) before/u);
    expect(site.shown(paper, "More things")).toHaveLength(1);
  });

  test("nothing is shown under other addresses, and least of all a file", () => {
    const nothing = ["/nothing", "/about", "/about/a", "/about/q/nothing", "/paper/q", `${paper}/x`];
    const files = ["/q.yaml", "//q.yaml", "/../q.yaml", "/about/..%2fq.yaml", "/paper/q/..%5C..%5Cq.yaml"];
    for (const address of [...nothing, ...files, "/%2e%2e/%2e%2e/etc/passwd"]) {
      expect(site.ask(address).status, address).toBe(404);
      expect(site.shown(address, "kind:"), address).toEqual([]);
    }
  });
});

test.each<[string, string, Readonly<Record<string, string>>, number | null]>([
  ["the address that is printed", "GET", { host: "127.0.0.1:4870" }, null],
  ["this machine by its name", "GET", { host: "localhost:4870" }, null],
  ["this machine by its other address", "HEAD", { host: "[::1]:4870" }, null],
  ["a name in capitals", "GET", { host: "LOCALHOST:4870" }, null],
  ["a page of ours", "GET", { host: "127.0.0.1:4870", "sec-fetch-site": "same-origin" }, null],
  ["an address that was typed", "GET", { host: "127.0.0.1:4870", "sec-fetch-site": "none" }, null],
  ["a page of another site", "GET", { host: "127.0.0.1:4870", "sec-fetch-site": "cross-site" }, 403],
  ["another program of this machine", "GET", { host: "127.0.0.1:4870", "sec-fetch-site": "same-site" }, 403],
  ["a name of the web that leads here", "GET", { host: "example.org:4870" }, 403],
  ["a name that begins as ours", "GET", { host: "127.0.0.1.example.org:4870" }, 403],
  ["another port", "GET", { host: "127.0.0.1:80" }, 403],
  ["no name at all", "GET", {}, 403],
  ["what would change something", "POST", { host: "127.0.0.1:4870" }, 405],
])("a request by %s", (_about, method, headers, status) => {
  expect(refuseRequest(method, headers, 4870)?.status ?? null).toBe(status);
});
