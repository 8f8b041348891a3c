import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInBrowser, launchBrowser } from "../papers/browser.ts";
import { buildSite, serve } from "./built-site.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
// What runs in the page is text: the tests know no types of browsers.
const violations = `axe.run(document, {
  resultTypes: ["violations"],
  preload: false,
  runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
}).then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html).slice(0, 3).join(" ")))`;
const overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth";

const planner = "plans/l3-community-horticulture.html";
const kinds = [
  "index.html",
  "units.html",
  "frameworks.html",
  "glossary.html",
  "changes.html",
  "qualifications/l3-community-horticulture.html",
  "units/asc01.html",
  "frameworks/care-workforce-pathway-2025.html",
  planner,
  "since.html",
  "changes/l3-community-horticulture.html",
];

describeInBrowser("the website", () => {
  const site = buildSite();
  let browser: Browser;
  let server: Awaited<ReturnType<typeof serve>>;
  const places = { file: `${pathToFileURL(site.folder).href}/`, server: "" };
  beforeAll(async () => {
    [browser, server] = await Promise.all([launchBrowser(), serve(site.folder)]);
    places.server = server.address;
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
    site.remove();
  });

  /** Opens a page, looks at it, and fails where it complains or fetches anything from elsewhere. */
  async function inPage(
    from: keyof typeof places,
    path: string,
    look: (page: Page) => Promise<void>,
    options: BrowserContextOptions = {},
  ): Promise<void> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const page = await context.newPage();
    const wrong: string[] = [];
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) wrong.push(message.text());
    });
    page.on("pageerror", ({ message }) => wrong.push(message));
    page.on("request", (request) => {
      const isOurs = request.url().startsWith(places[from]) || /^(?:blob|data):/u.test(request.url());
      if (!isOurs) wrong.push(request.url());
    });
    await page.goto(places[from] + path);
    await look(page);
    expect(wrong).toEqual([]);
    await context.close();
  }

  test("there is one page here of each kind that the website has", () => {
    const kindOf = (path: string) => (path.includes("/") ? path.split("/")[0] : path.replace(/-\d+\.html$/u, ".html"));
    expect([...new Set(site.pages.map(kindOf))].sort()).toEqual([...new Set(kinds.map(kindOf))].sort());
  });

  // What a narrow screen changes shows on these.
  const changing = ["index.html", "qualifications/l3-community-horticulture.html", planner];

  test.each(kinds)("%s is accessible, and fits on any screen", async (path) => {
    await inPage("file", path, async (page) => {
      await page.evaluate(axe);
      expect(await page.evaluate<string[]>(violations)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 640 });
      if (changing.includes(path)) expect(await page.evaluate<string[]>(violations)).toEqual([]);
      expect(await page.evaluate<number>(overflow)).toBeLessThanOrEqual(0);
      await page.evaluate("document.documentElement.style.fontSize = '200%'");
      expect(await page.evaluate<number>(overflow)).toBeLessThanOrEqual(0);
    });
  });

  test("what was typed before the search was there is answered when it is", async () => {
    await inPage("file", "index.html", async (page) => {
      await page.locator("#search-field").fill("planting");
      await page.getByText("results for “planting”").first().waitFor();
    });
  });

  test.each(["file", "server"] as const)("search works with the keyboard alone, from a %s", async (from) => {
    await inPage(from, "glossary.html", async (page) => {
      await page.locator("#search-field").waitFor();
      await page.keyboard.press("Tab");
      expect(await page.locator(":focus").innerText()).toBe("Go to the content");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Tab");
      await page.keyboard.type("Sóil condit");
      await page.getByText("One result for “Sóil condit”").first().waitFor();
      await page.locator("#search-status", { hasText: "One result for" }).waitFor();
      const criterion = page.locator("#search-results li li a").first();
      await criterion.waitFor();
      expect(await criterion.locator("mark").first().innerText()).toMatch(/^(?:soil|condition)/iu);
      await page.evaluate(axe);
      expect(await page.evaluate<string[]>(violations)).toEqual([]);
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowDown");
      const href = await page.locator(":focus").getAttribute("href");
      expect(href).toMatch(/^units\/hort-soil\.html#hort-soil\./u);
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("ArrowUp");
      expect(await page.locator(":focus").getAttribute("id")).toBe("search-field");
      await page.keyboard.press("Shift+Tab");
      expect(await page.locator("#search-results").isVisible()).toBe(false);
      await page.keyboard.press("Tab");
      await page.locator("#search-results").waitFor();
      await page.keyboard.press("Escape");
      expect(await page.locator("#search-results").isVisible()).toBe(false);
      await page.keyboard.press("Control+A");
      await page.keyboard.type("xyzzyx");
      await page.getByText("Nothing found for “xyzzyx”").first().waitFor();
      await page.keyboard.press("Control+A");
      await page.keyboard.type("asc09 9.4b");
      await page.locator("#search-results li li a", { hasText: /^9\.4b / }).waitFor();
      await page.keyboard.press("Control+A");
      await page.keyboard.type("HORT-02");
      await page
        .getByText(/results? for “HORT-02”$/u)
        .first()
        .waitFor();
      await page.keyboard.press("Enter");
      await page.waitForURL(/units\/hort-soil\.html$/u);
    });
  });

  test("on a phone the results fill the screen, and a slip is forgiven", async () => {
    await inPage(
      "file",
      "units/asc01.html",
      async (page) => {
        await page.locator("#search-field").tap();
        await page.keyboard.type("propogate");
        await page.locator("#search-results a").first().waitFor();
        expect(await page.evaluate<number>(overflow)).toBeLessThanOrEqual(0);
        await page.getByRole("link", { name: "Propagate plants from seed and cuttings", exact: true }).tap();
        await page.waitForURL(/units\/hort-propagate\.html$/u);
      },
      { viewport: { width: 390, height: 800 }, hasTouch: true },
    );
  });

  test.each(["file", "server"] as const)("the planner judges each choice, from a %s", async (from) => {
    await inPage(from, planner, async (page) => {
      const state = page.locator(".verdict .judgement");
      const figures = () => page.locator(".verdict dd").allInnerTexts();
      await state.getByText("These 3 units complete it in the least time").waitFor();
      expect(await figures()).toEqual(["3", "12", "73", "120"]);
      // Keyboard alone: to the first box that can be ticked.
      await page.locator("#pick-hort-propagate").focus();
      await page.keyboard.press("Space");
      await state.getByText("These 2 units").waitFor();
      await page.keyboard.press("Tab");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Space");
      await state.getByText("no units can be added").waitFor();
      await page.locator(".verdict li", { hasText: "may not be taken together" }).waitFor();
      await page.locator("#plan-status", { hasText: /^Units: \d.* Not valid/u }).waitFor();
      await page.evaluate(axe);
      expect(await page.evaluate<string[]>(violations)).toEqual([]);
      await page.keyboard.press("Space");
      await page.getByRole("button", { name: "Add to my choice" }).press("Enter");
      await state.getByText("Valid: these units make up the qualification").waitFor();
      expect(await page.locator(":focus").innerText()).toBe("Your choice");
      const address = page.url();
      expect(address).toContain("#units=hort-propagate,");
      await page.reload();
      await state.getByText("Valid: these units").waitFor();
      await page.getByRole("button", { name: "Clear my choice" }).click();
      await state.getByText("These 3 units").waitFor();
      expect(page.url()).not.toContain("#");
    });
  });

  test("what was about to be read out of one choice is not read out of the next", async () => {
    await inPage("file", "index.html", async (page) => {
      await page.addInitScript(
        `window.Worker = class extends Worker { postMessage(sent) { if (!window.isMute) super.postMessage(sent); } }`,
      );
      await page.clock.install();
      await page.goto(places.file + planner);
      await page.locator(".verdict .judgement").getByText("These 3 units").waitFor();
      await page.evaluate("window.isMute = true");
      await page.locator("#pick-hort-propagate").check();
      await page.clock.runFor(1000);
      expect(await page.locator("#plan-status").textContent()).toBe("");
    });
  });

  test("without scripts every page can be read, and nothing is offered that would not work", async () => {
    const off = { javaScriptEnabled: false };
    for (const path of ["units/asc01.html", ...changing]) {
      await inPage(
        "file",
        path,
        async (page) => {
          expect(await page.locator("h1").innerText()).not.toBe("");
          expect(await page.locator("#search-field").isVisible()).toBe(false);
          expect(await page.locator(".verdict:visible").count()).toBe(0);
        },
        off,
      );
    }
    await inPage(
      "file",
      planner,
      async (page) => {
        expect(await page.locator("noscript").innerText()).toContain("runs no scripts");
        expect(await page.locator(".choices li").count()).toBeGreaterThan(3);
      },
      off,
    );
  });

  test.each([700, 900])("at %i pixels the figures of a unit stand side by side below its title", async (width) => {
    await inPage(
      "file",
      "qualifications/l3-community-horticulture.html",
      async (page) => {
        const cells = await page.locator("table.structure tbody tr:first-child > *").all();
        const widths = await Promise.all(cells.map(async (cell) => (await cell.boundingBox())?.width ?? 0));
        expect(Math.min(...widths)).toBeGreaterThan(150);
        expect(Math.max(...widths)).toBeGreaterThan(600);
      },
      { viewport: { width, height: 800 } },
    );
  });

  test("on paper there is no navigation", async () => {
    await inPage("file", "units/asc01.html", async (page) => {
      await page.emulateMedia({ media: "print" });
      expect(await page.locator("nav:visible, .search:visible, .skip:visible").count()).toBe(0);
      expect(await page.locator("h1").isVisible()).toBe(true);
    });
  });
});
