import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { HtmlValidate } from "html-validate";
import { lint } from "markdownlint/sync";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compare } from "../../src/diff/compare.ts";
import { overviewOf } from "../../src/diff/overview.ts";
import { noticesOf } from "../../src/papers/change-notices.ts";
import { changeReport } from "../../src/papers/change-report.ts";
import type { QualificationShape } from "../../src/schema/shapes.ts";
import { wordsFor } from "../../src/words/words.ts";
import { parseXml } from "../formats/parse-xml.ts";
import { describeInBrowser, launchBrowser } from "../papers/browser.ts";
import { baking, sideOf } from "./sides.ts";

const words = wordsFor({});
const plain = { brand: null, templates: null };
/** Of each sort of change at least one. */
const after = JSON.parse(
  JSON.stringify({ ...baking, version: "2.0", issued: "2026-05-01", dates: { operationalStart: "2026-09-01" } })
    .replace("Explain what gluten does in strong flour", "Explain what gluten does in *strong* bread flour")
    .replace('"atLeast":2', '"atLeast":3')
    .replace('"simulation":"allowed"', '"simulation":"forbidden"')
    .replace('"min":6', '"min":9')
    .replace("Look for elasticity.", "Look for strength."),
) as QualificationShape;
const comparison = compare(sideOf(baking), sideOf(after));

async function notice(form: string): Promise<Uint8Array> {
  const [making] = noticesOf(comparison, { folder: "out", forms: [form], words, look: plain });
  if (making === undefined) throw new Error("no notice");
  return making.encode();
}

const text = async (form: string) => new TextDecoder().decode(await notice(form));
const pages: readonly (readonly [name: string, make: () => Promise<string>])[] = [
  ["the report", () => changeReport(overviewOf(comparison, words), { before: "v1", after: "<now>" }, words, plain)],
  ["the notice", () => text("html")],
];

test.each(pages)("html-validate finds nothing in %s", async (_, make) => {
  const validator = new HtmlValidate({
    extends: ["html-validate:standard", "html-validate:a11y"],
    rules: { "no-redundant-role": "off" },
  });
  const { results } = await validator.validateString(await make());
  const messages = results.flatMap((result) => result.messages);
  expect(messages.map(({ line, ruleId, message }) => `${line} ${ruleId} ${message}`)).toEqual([]);
});

test("markdownlint finds nothing in the notice", async () => {
  const config = { default: true, MD013: false, MD060: { style: "compact" as const } };
  const found = lint({ strings: { notice: await text("md") }, config })["notice"] ?? [];
  expect(found.map(({ lineNumber, ruleNames, errorDetail }) => `${lineNumber} ${ruleNames[0]} ${errorDetail}`)).toEqual(
    [],
  );
});

test("in Word, words that are gone are struck out, and new ones underlined", async () => {
  const { unzipSync } = await import("fflate");
  const xml = new TextDecoder().decode(unzipSync(await notice("docx"))["word/document.xml"]);
  expect(() => parseXml(xml)).not.toThrow();
  expect(xml).toMatch(
    /<w:strike\/>[^/]*<\/w:rPr><w:t xml:space="preserve">2<\/w:t>|<w:strike\/><\/w:rPr><w:t xml:space="preserve">2<\/w:t>/u,
  );
  expect(xml).toMatch(/<w:u w:val="single"\/><\/w:rPr><w:t xml:space="preserve">bread<\/w:t>/u);
});

test("the same changes make the same bytes", async () => {
  for (const form of ["html", "md", "docx"]) expect(await notice(form)).toEqual(await notice(form));
});

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const violations = `axe.run(document, {
  resultTypes: ["violations"],
  runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
}).then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html).slice(0, 3).join(" ")))`;

describeInBrowser("in a browser", () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await launchBrowser();
    page = await browser.newPage();
  });
  afterAll(() => browser.close());

  test.each(pages)("axe finds nothing in %s, wide or narrow", async (_, make) => {
    await page.setContent(await make());
    await page.evaluate(axe);
    for (const width of [1200, 360]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate(violations)).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")).toBe(
        0,
      );
    }
  });
});
