import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInBrowser, launchBrowser } from "./browser.ts";
import { type BuiltPaper, buildShipped } from "./build-papers.ts";

/** What A4 leaves within the margins of the page's own styles, at 96 pixels to the inch. */
const pixelsPerMillimetre = 96 / 25.4;
const sheets = {
  "learner-workbook": { part: ".criterion", width: 210 - 28, height: 297 - 35 },
  "assessor-checklist": { part: ".grid tbody tr", width: 297 - 28, height: 210 - 35 },
} as const;

describeInBrowser("on paper", () => {
  let browser: Browser;
  let papers: readonly BuiltPaper[] = [];
  beforeAll(async () => {
    papers = buildShipped().filter(({ format }) => format === "html");
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
  });

  test.each(Object.keys(sheets) as (keyof typeof sheets)[])(
    "every criterion of a %s fits on a sheet",
    async (document) => {
      const { part, width, height } = sheets[document];
      const chosen = papers.filter((paper) => paper.document === document);
      expect(chosen.length).toBeGreaterThan(3);
      const viewport = { width: Math.floor(width * pixelsPerMillimetre), height: 1000 };
      for (const { name, path } of chosen) {
        const page = await browser.newPage({ viewport });
        await page.emulateMedia({ media: "print" });
        await page.goto(pathToFileURL(path).href);
        const heights = await page
          .locator(part)
          .evaluateAll((parts) => parts.map((one) => one.getBoundingClientRect().height));
        expect(heights.length, name).toBeGreaterThan(0);
        expect(Math.max(...heights), name).toBeLessThanOrEqual(height * pixelsPerMillimetre);
        await page.close();
      }
    },
  );
});
