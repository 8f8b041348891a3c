import { join } from "node:path";
import { pathToFileURL } from "node:url";
import MarkdownIt, { type Token } from "markdown-it";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { describeInBrowser, launchBrowser } from "./browser.ts";
import { buildPapers, sharedFolder, writeWorkspace } from "./build-papers.ts";
import { buildPdf } from "./build-pdf.ts";
import { describeInPdf, qpdf } from "./qpdf.ts";
import { readPdf } from "./read-pdf.ts";

const folder = sharedFolder();
afterAll(folder.remove);

/** What no form may hold: it stands before every field, and nowhere in a paper. */
const controls = "\u0000\u0007\u000b\u001b\u007f\u0085\u009b\ufffe\ud800";

/** Shown as they are, wherever they stand. */
const literal = [
  "# heading",
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "{{evil}}",
  "{learner.one}",
  "[x](javascript:alert(1))",
  "</style><script>alert(2)</script>",
  "*/ } body{display:none}",
  "| pipe",
  "😀\u200f",
  "w".repeat(300),
];
/** Where a field may be formatted, these mean something. */
const formatted = ["- dash", "1. one", "`code`", "&amp;"];
const pieces = [...literal, ...formatted];

let fields = 0;

/** The text of one field: every piece once, another one first each time, and a mark that counts the field. */
function hostile(between = " "): string {
  fields += 1;
  const from = fields % pieces.length;
  return `${controls}${[...pieces.slice(from), ...pieces.slice(0, from), `FIELD${fields}.`].join(between)}`;
}

const blocks = () => hostile("\n\n");
const range = () => ({ require: { atLeast: 1 }, items: [hostile(), hostile()] });

const unit = {
  kind: "unit",
  id: "hostile-unit",
  ownerReference: hostile(),
  title: hostile(),
  level: 2,
  credit: 2,
  guidedLearningHours: 12,
  reference: hostile(),
  aim: hostile(),
  learningOutcomes: [
    {
      outcome: hostile(),
      key: "one",
      range: range(),
      evidence: { minimum: blocks() },
      assessmentCriteria: [
        hostile(),
        {
          criterion: hostile(),
          key: "two",
          range: range(),
          content: blocks(),
          guidance: blocks(),
          task: blocks(),
          evidence: { minimum: blocks() },
        },
      ],
    },
  ],
  assessment: { requirements: blocks(), range: range(), evidence: { minimum: blocks() } },
  resources: [{ title: hostile(), url: 'https://example.org/"><script>alert(1)</script>' }],
  glossary: [{ term: hostile(), meaning: hostile() }],
};

const qualification = {
  kind: "qualification",
  id: "hostile",
  title: hostile(),
  awardingOrganisation: { name: hostile(), acronym: hostile() },
  number: hostile(),
  status: "draft",
  notice: hostile(),
  version: "1",
  level: 2,
  objective: { statement: blocks() },
  entry: { qualifications: blocks(), knowledge: blocks(), other: blocks() },
  requirementsBeforeAward: blocks(),
  progression: blocks(),
  type: hostile(),
  standards: [hostile()],
  levelsRationale: blocks(),
  policies: { fees: 'https://example.org/"><script>alert(1)</script>' },
  contact: { telephone: hostile(), address: hostile(), website: 'https://example.org/"><script>alert(1)</script>' },
  changes: [{ version: "1", date: "2026-01-05", summary: hostile() }],
  grading: { type: "graded", scale: [hostile(), hostile()], rule: blocks() },
  assessment: {
    methods: [hostile()],
    specimenMaterials: blocks(),
    people: { assessor: blocks(), internalQualityAssurer: blocks(), countersigning: blocks() },
  },
  rulesOfCombination: {
    groups: [{ id: "m", title: hostile(), require: "all", units: ["hostile-unit"] }],
    pathways: [{ id: "p", title: hostile(), groups: ["m"] }],
  },
  selfAssessment: {
    title: hostile(),
    introduction: blocks(),
    scale: [hostile(), hostile()],
    statements: [{ statement: hostile() }],
  },
};

const rules = ["title-names-level", "qualification-number", "known-words"];
writeWorkspace(join(folder.path, "hostile"), {
  "units/hostile-unit.yaml": JSON.stringify(unit),
  "qualifications/hostile.yaml": JSON.stringify(qualification),
  "qualspec.yaml": JSON.stringify({ format: 1, rules: Object.fromEntries(rules.map((rule) => [rule, "off"])) }),
});
const papers = buildPapers(join(folder.path, "hostile"), join(folder.path, "papers"));
const inHtml = papers.filter(({ format }) => format === "html");

const folded = (text: string) => text.replace(/\s+/gu, " ").trim();
const count = (text: string, piece: string) => text.split(piece).length - 1;

/** The pieces that stand in a text less often than the fields that they are part of; messages quote some once more. */
function lostPieces(text: string, shape = folded): readonly string[] {
  const expected = [...text.matchAll(/FIELD\d+\./gu)].length;
  return literal
    .map(shape)
    .filter((piece) => count(text, piece) < expected)
    .map((piece) => `${piece.slice(0, 40)}: ${count(text, piece)} of ${expected}`);
}

describeInBrowser("hostile text in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
  });

  test.each(inHtml)("is only text in $name", async ({ path }) => {
    const page = await browser.newPage({ viewport: { width: 390, height: 900 } });
    const happened: string[] = [];
    page.on("dialog", async (dialog) => {
      happened.push(dialog.message());
      await dialog.dismiss();
    });
    page.on("request", (request) => happened.push(request.url()));
    await page.goto(pathToFileURL(path).href);
    expect(happened).toEqual([pathToFileURL(path).href]);
    // A paper that is a program has what it knows of itself, and its one script.
    const foreign =
      "document.querySelectorAll('script:not(#paper, #paper + script),img,iframe,object,embed,svg,link,form,body style').length";
    expect(await page.evaluate(foreign)).toBe(0);
    expect(
      await page.evaluate(
        "[...document.querySelectorAll('*')].flatMap((one) => one.getAttributeNames()).filter((name) => name.startsWith('on'))",
      ),
    ).toEqual([]);
    expect(
      await page.evaluate(
        "[...document.links].map(({ protocol }) => protocol).filter((one) => !/^(file|https):$/.test(one))",
      ),
    ).toEqual([]);
    expect(await page.locator("body").isVisible()).toBe(true);
    const shown =
      "[...document.body.children].filter((one) => one.localName !== 'script').map((one) => one.textContent)";
    const text = folded((await page.evaluate<readonly string[]>(shown)).join("\n"));
    // In the shortest there are the title, the organisation and the notice.
    expect([...text.matchAll(/FIELD\d+\./gu)].length).toBeGreaterThan(3);
    expect(lostPieces(text)).toEqual([]);
    expect(await page.evaluate<number>("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
    await page.close();
  });
});

test.each(papers)("no control character stands in $name", ({ text }) => {
  expect([...text.matchAll(/[^\t\n\r\u0020-\u007e\u00a0-\ufffc\u{10000}-\u{10ffff}]/gu)].map(String)).toEqual([]);
});

describe("hostile text in Markdown", () => {
  const reader = new MarkdownIt({ html: true });
  const inside = (tokens: readonly Token[]): readonly Token[] =>
    tokens.flatMap((token) => [token, ...inside(token.children ?? [])]);

  test.each(papers.filter(({ format }) => format === "md"))("is only text in $name", ({ name, text }) => {
    const blocksOfPage = reader.parse(text, {});
    const tokens = inside(blocksOfPage);
    expect(tokens.filter(({ type }) => /^(?:html|image)/u.test(type)).map(({ content }) => content)).toEqual([]);
    const targets = tokens.flatMap((token) => (token.type === "link_open" ? [String(token.attrGet("href"))] : []));
    // Our own links lead to the specification; an author's lead to the web.
    expect(targets.filter((target) => !/^https?:|^\.\.\/\.\.\/hostile\/[\w/-]+\.yaml#L\d+$/u.test(target))).toEqual([]);

    const html = inHtml.find((one) => one.name === name.replace(/md$/u, "html"))?.text ?? "";
    const own = [...html.matchAll(/<h([1-4])>([\s\S]*?)<\/h\1>/gu)].map(
      ([, level, inner = ""]) => `${level} ${plain(inner)}`,
    );
    const read = [...reader.render(text).matchAll(/<h([1-6])>([\s\S]*?)<\/h\1>/gu)].map(
      ([, level, inner = ""]) => `${level} ${plain(inner)}`,
    );
    expect(read).toEqual(own);
    expect(lostPieces(plain(reader.render(text)))).toEqual([]);
  });
});

describeInPdf("hostile text in PDF", () => {
  const made = () => buildPdf(join(folder.path, "hostile"), join(folder.path, "pdf"));
  // Lines and boxes part words, and long words are parted by spaces without width.
  const packed = (text: string) => text.replace(/[\s\u200b\u200f]+/gu, "");

  test("is only text", { timeout: 120_000 }, () => {
    const files = made();
    expect(files.length).toBe(inHtml.length);
    for (const { name, path } of files) {
      expect(qpdf("--check", path), name).toContain("No syntax or stream encoding errors");
      const { tree, links, bookmarks } = readPdf(path);
      const text = packed(tree.map((tag) => tag.text).join(""));
      expect([...text.matchAll(/FIELD\d+\./gu)].length, name).toBeGreaterThan(3);
      expect(lostPieces(text, packed), name).toEqual([]);
      expect(
        links.filter((link) => !link.startsWith("https://example.org/")),
        name,
      ).toEqual([]);
      expect(packed(bookmarks[0]?.title ?? ""), name).toContain("<script>alert(1)</script>");
    }
  });
});

/** The words of a piece of HTML. */
function plain(html: string): string {
  return folded(
    html
      .replace(/<[^>]*>/gu, "")
      .replace(/&lt;/gu, "<")
      .replace(/&gt;/gu, ">")
      .replace(/&quot;/gu, '"')
      .replace(/&amp;/gu, "&"),
  );
}
