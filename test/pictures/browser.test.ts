import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makePage } from "../../src/documents/make-page.ts";
import { mappingMatrix } from "../../src/documents/mapping-matrix.ts";
import { html } from "../../src/formats/html.ts";
import { pathwayMap } from "../../src/pictures/pathway-map.ts";
import { wordsFor } from "../../src/words/words.ts";
import { checkFolder } from "../check-folder.ts";
import { describeInBrowser, launchBrowser } from "../papers/browser.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const violations = `axe.run(document, {
  resultTypes: ["violations"],
  runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
}).then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html).slice(0, 3).join(" ")))`;

/** Lines of words that reach over the box that they stand in, by what they say. */
const tooWide = `[...document.querySelectorAll(".pathway-box")].flatMap((box) => {
  const frame = box.querySelector("rect").getBoundingClientRect();
  return [...box.querySelectorAll("tspan")]
    .filter((line) => line.getComputedTextLength() > frame.width || line.getBoundingClientRect().bottom > frame.bottom)
    .map((line) => line.textContent);
})`;

/** The matrix of a shipped qualification, with a map of a framework at its end as pages of a website hold it. */
async function makePicturePage(): Promise<string> {
  const { corpus } = (await checkFolder("specs")).workspaces[0] ?? {};
  const qualification = corpus?.qualifications.find(({ id }) => id === "l5-digital-leadership");
  const framework = corpus?.frameworks.find(({ id }) => id === "care-workforce-pathway-2025");
  if (corpus === undefined || qualification === undefined || framework === undefined) throw new Error("no specs");
  const { frameworks } = corpus;
  const subject = { qualification, units: qualification.units, isPart: false, review: null, frameworks };
  const page = new TextDecoder().decode(await html.encode(makePage(mappingMatrix, subject, wordsFor({}))));
  const map = pathwayMap(framework, {
    title: "The pathway",
    description: "The same stands below as a list.",
    linkOf: () => "#how-to",
    noteOf: ({ id }) => (id === "new-to-care" ? "12 qualifications" : null),
    current: "deputy-manager",
  });
  const held = `<div class="picture" role="region" tabindex="0" aria-label="Map">${map}</div>`;
  return page.replace("</main>", () => `${held}</main>`);
}

describeInBrowser("pictures in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
  });

  test("can be read on a phone, by everybody, and keep to their boxes", async () => {
    const page = await browser.newPage({ viewport: { width: 360, height: 800 } });
    await page.setContent(await makePicturePage());
    expect(await page.evaluate(tooWide)).toEqual([]);
    expect(await page.locator(".pathway-box").count()).toBe(8);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(360);
    await page.evaluate(axe);
    expect(await page.evaluate(violations)).toEqual([]);
  });
});
