import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { documents } from "../../src/documents/index.ts";
import { runQualspec } from "../run-qualspec.ts";
import { describeInBrowser, launchBrowser } from "./browser.ts";
import { type BuiltPaper, buildShipped, copyWorkspace, sharedFolder, starterFolder } from "./build-papers.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const folder = sharedFolder();
afterAll(folder.remove);
/** To look at every paper of every specification would take minutes: these of all, the others of two, forms of one. */
const ofAll = ["learner-workbook", "assessor-checklist", "conformance-report"];
const isForm = (document: string) => documents.find(({ id }) => id === document)?.template === "form";
const isLookedAt = ({ name, document }: BuiltPaper) => {
  if (ofAll.includes(document) || name.startsWith("l2-example-award/")) return true;
  return !isForm(document) && name.startsWith("l3-community-horticulture/");
};
const papers = [...buildShipped(), packIndexOf()].filter((paper) => paper.format === "html" && isLookedAt(paper));

function packIndexOf(): BuiltPaper {
  const workspace = join(folder.path, "starter");
  copyWorkspace(starterFolder, workspace);
  const ran = runQualspec(["pack", ".", "--to", "html"], { cwd: workspace });
  if (ran.code !== 0) throw new Error(ran.stderr);
  const path = join(workspace, "out", "l2-example-award", "index.html");
  const name = "l2-example-award/index.html";
  return { name, document: "pack-index", format: "html", path, text: readFileSync(path, "utf8") };
}

// What runs in the page is text: the tests know no types of browsers.
const violationsWith = (rules: object) => `axe.run(document, {
  resultTypes: ["violations"],
  rules: ${JSON.stringify(rules)},
  runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
}).then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html).slice(0, 3).join(" ")))`;

/** What is wrong with the structure of the page, in words. */
const structure = `(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const wrong = [];
  if (all("h1").length !== 1) wrong.push("number of h1: " + all("h1").length);
  let level = 0;
  for (const heading of all("h1,h2,h3,h4,h5,h6")) {
    const own = Number(heading.tagName.slice(1));
    if (own > level + 1) wrong.push("jumps: " + heading.outerHTML);
    if (heading.textContent.trim() === "") wrong.push("empty: " + heading.outerHTML);
    level = own;
  }
  const ids = all("[id]").map(({ id }) => id);
  for (const id of new Set(ids.filter((id, at) => ids.indexOf(id) !== at))) wrong.push("twice: " + id);
  for (const link of all('a[href^="#"]'))
    if (!document.getElementById(link.getAttribute("href").slice(1))) wrong.push("no target: " + link.outerHTML);
  for (const control of all("input,textarea,select")) {
    const labels = [...(control.labels ?? [])].map((label) => label.textContent.trim());
    if (labels.join("") === "") wrong.push("no name: " + control.outerHTML);
    const legend = control.type !== "radio" || control.closest("fieldset")?.querySelector("legend")?.textContent.trim();
    if (!legend) wrong.push("no question: " + control.outerHTML);
  }
  for (const button of all("button:not([hidden])"))
    if ((button.getAttribute("aria-label") ?? button.textContent).trim() === "") wrong.push("no name: " + button.outerHTML);
  for (const table of all("table")) if (!table.querySelector("th")) wrong.push("no header cell: " + table.outerHTML);
  // A paper that is a program has its script, and what the script knows.
  if (![0, document.getElementById("paper") ? 2 : 0].includes(all("script").length)) wrong.push("another script");
  if (all("link,iframe,img,object,embed,form").length > 0) wrong.push("more than a page of words");
  const { lang, dir } = document.documentElement;
  if (!/^[a-z]{2}/.test(lang)) wrong.push("lang " + lang);
  if (!["ltr", "rtl"].includes(dir)) wrong.push("dir " + dir);
  if (document.title.trim() === "") wrong.push("no title");
  return wrong;
})()`;

const overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth";

describeInBrowser("in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
  });

  async function inPage<T>(
    { path, scripts = true }: { path: string; scripts?: boolean },
    look: (page: Page, requests: readonly string[]) => Promise<T>,
  ): Promise<T> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, javaScriptEnabled: scripts });
    const page = await context.newPage();
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    await page.goto(pathToFileURL(path).href);
    const seen = await look(page, requests);
    await context.close();
    return seen;
  }

  test.each(papers)(
    "$name has the structure that screen readers need, fetches nothing, and fits on any screen",
    async ({ path }) => {
      await inPage({ path }, async (page, requests) => {
        expect(await page.evaluate<string[]>(structure)).toEqual([]);
        for (const width of [390, 320]) {
          await page.setViewportSize({ width, height: 640 });
          expect(await page.evaluate<number>(overflow)).toBeLessThanOrEqual(0);
        }
        expect(requests).toEqual([pathToFileURL(path).href]);
      });
    },
  );

  // What a narrow screen changes is the same for all: two specifications show it.
  const isSmall = ({ name }: { readonly name: string }) => /^l2-example-award|^l5-digital-leadership/u.test(name);
  const isLarge = ({ name }: { readonly name: string }) => /^l3-|^l2-adult.*checklist/u.test(name);
  /** Of the forms, which share one template: one of each way that the paper lies. */
  const isOneOfMany = ({ document }: BuiltPaper) =>
    isForm(document) && !["observation-record", "iqa-sampling-plan"].includes(document);
  // The colours of a paper are those of every other: to look at each word of the largest takes half a minute.
  const rulesFor = (paper: BuiltPaper) => (isSmall(paper) ? {} : { "color-contrast": { enabled: false } });
  test.each(papers.filter((paper) => !isLarge(paper)))("axe finds nothing in $name", async (paper) => {
    await inPage(paper, async (page) => {
      await page.evaluate(axe);
      expect(await page.evaluate<string[]>(violationsWith(rulesFor(paper)))).toEqual([]);
      if (!isSmall(paper) || isOneOfMany(paper)) return;
      await page.setViewportSize({ width: 390, height: 900 });
      expect(await page.evaluate<string[]>(violationsWith(rulesFor(paper)))).toEqual([]);
    });
  });

  const eachLook = papers.filter((paper) => !isOneOfMany(paper));

  test("the papers without anything to fill in are those to read", () => {
    const toRead = papers.filter(({ text }) => !text.includes("data-field")).map(({ document }) => document);
    expect([...new Set(toRead)].sort()).toEqual([
      "mapping-matrix",
      "pack-index",
      "qualification-specification",
      "unit-guide",
    ]);
  });

  const isToFillIn = ({ text }: { readonly text: string }) => text.includes("data-field");
  test.each(eachLook.filter((paper) => isToFillIn(paper) && isSmall(paper)))(
    "$name can be filled in without scripts",
    async ({ path, text }) => {
      await inPage({ path, scripts: false }, async (page) => {
        await page.locator("input[type=text]").first().fill("Sam Example");
        expect(await page.locator("input[type=text]").first().inputValue()).toBe("Sam Example");
        if (/<input type="(?:radio|checkbox)"/u.test(text)) {
          await page.locator("input[type=radio], input[type=checkbox]").first().check();
        }
        expect(await page.locator("h1").innerText()).not.toBe("");
      });
    },
  );

  test.each(eachLook.filter(({ name }) => name.startsWith("l2-example-award/")))(
    "$name is printed on A4, with all of a long answer",
    async ({ path, document, text }) => {
      await inPage({ path }, async (page) => {
        const sizes = async () => {
          const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
          return [...pdf.matchAll(/\/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]/gu)].map(([, width, height]) =>
            [Number(width), Number(height)].map(Math.round),
          );
        };
        const isLandscape = documents.find(({ id }) => id === document)?.orientation === "landscape";
        const a4 = !isLandscape ? [595, 842] : [842, 595];
        const before = await sizes();
        expect(before.length).toBeGreaterThan(0);
        for (const size of before) {
          for (const side of [0, 1]) expect(Math.abs((size[side] ?? 0) - (a4[side] ?? 0))).toBeLessThanOrEqual(1);
        }
        if (!text.includes("<textarea")) return;
        const answer = page.locator("textarea").first();
        const lines = Array.from({ length: 120 }, (_, line) => `Line ${line + 1} of a long answer.`);
        await answer.fill(lines.join("\n"));
        await page.emulateMedia({ media: "print" });
        const cut = "(([answer]) => answer.scrollHeight - answer.clientHeight)(document.querySelectorAll('textarea'))";
        expect(await page.evaluate<number>(cut)).toBeLessThanOrEqual(1);
        expect((await sizes()).length).toBeGreaterThan(before.length);
      });
    },
  );
});
