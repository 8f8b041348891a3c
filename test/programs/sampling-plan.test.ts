import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { LearnerRecord } from "../../src/record/learner-record.ts";
import { describeInBrowser, launchBrowser } from "../papers/browser.ts";
import { sharedFolder } from "../papers/build-papers.ts";
import { exportFrom, importInto } from "./exchange.ts";
import { interactivePapers } from "./papers.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
// What runs in the page is text: the tests know no types of browsers.
const violations = `axe.run(document, {
  resultTypes: ["violations"],
  runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
}).then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html).slice(0, 3).join(" ")))`;
const overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
const hostile = '</script><img src=x onerror="document.title=1">';

describeInBrowser("the sampling plan", () => {
  const folder = sharedFolder();
  const papers = interactivePapers(folder.path);
  let browser: Browser;
  let contexts: BrowserContext[] = [];
  /** As the checklist exports it, with one decision made there. */
  let exported: LearnerRecord;
  beforeAll(async () => {
    await papers.build("1.1", ["assessor-checklist", "iqa-sampling-plan"]);
    browser = await launchBrowser();
    exported = await assess();
  }, 60_000);
  afterEach(async () => {
    await Promise.all(contexts.map((one) => one.close()));
    contexts = [];
  });
  afterAll(async () => {
    await browser?.close();
    folder.remove();
  });

  async function openPaper(paper = "iqa-sampling-plan"): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
    contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    page.on("pageerror", (error) => {
      throw error;
    });
    await page.goto(papers.address(paper));
    return page;
  }

  async function assess(): Promise<LearnerRecord> {
    const page = await openPaper("assessor-checklist");
    await page.fill('[data-field="people.name"]', "Sam Example");
    await page.fill('[data-field="people.assessor"]', "Jo Smith");
    await page.fill('[data-field="hort-safety.responsibilities.m"]', "O, WP");
    await page.locator('[data-field="hort-safety.responsibilities.r"]').first().check();
    return await exportFrom(page);
  }

  /** Another learner's file from another assessor, with one unit achieved by discussion. */
  function others(): LearnerRecord {
    return {
      ...exported,
      learner: { name: `Kim ${hostile}`, number: "7", centre: null },
      fields: { "people.assessor": "Lee Long" },
      criteria: exported.criteria.map((one) => {
        const assessment = { ...one.assessment, hash: one.hash, decision: "met" as const, method: "PD", iqa: "MK" };
        const signed = { ...assessment, date: "2 May 2026", assessor: "LL" };
        const nothing = { ...one.assessment, hash: null, decision: null, method: null };
        return { ...one, answer: "My own words", assessment: one.unit === "hort-soil" ? signed : nothing };
      }),
      units: exported.units.map((unit) =>
        unit.id === "hort-soil" ? { ...unit, decision: "achieved", date: "3 May 2026" } : unit,
      ),
    };
  }

  /** More is signed off than was decided. */
  function forged(): LearnerRecord {
    const record = others();
    return {
      ...record,
      learner: { name: "Al", number: "9", centre: null },
      fields: { ...record.fields, "qualification.decision": "Achieved" },
      criteria: record.criteria.map((one, at) =>
        at === 0 ? { ...one, assessment: { ...one.assessment, hash: one.hash, decision: "met" } } : one,
      ),
      units: record.units.map((unit) => (unit.id === "hort-safety" ? { ...unit, decision: "achieved" } : unit)),
    };
  }

  const close = (page: Page) => page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  const tick = (page: Page, slot: number, unit: string) => page.locator(`[data-field="sample.${slot}.${unit}.chosen"]`);
  const cover = (page: Page, what: string) =>
    page.locator("#sampling h3 ~ table tr", { hasText: what }).locator("td").allInnerTexts();

  test("reads several assessors' files, is filled in, and says what nobody has looked at", async () => {
    const page = await openPaper();
    await importInto(page, exported, others());
    const said = await page.getByRole("dialog").innerText();
    expect(said).toContain("Sam Example · Assessor: Jo Smith · 1 criterion decided · 0 units signed off · version 1.1");
    expect(said).toContain(`Kim ${hostile} (7) · Assessor: Lee Long`);
    // Everything that is signed off there is met.
    expect(said).not.toContain("does not add up");
    await close(page);
    expect(await page.title()).not.toBe("1");
    // What only readers of the page hear is left out.
    const shown = await page.evaluate<string[][]>(
      `[...document.querySelectorAll("table.sampling tbody tr:not([hidden])")].map((row) =>
        [...row.cells].slice(0, 4).map((cell) => cell.firstChild?.textContent.trim() ?? ""))`,
    );
    expect(shown.map((row) => row.join(" | "))).toEqual([
      "Sam Example · Assessor: Jo Smith",
      "Work safely on a community growing site | 1 of 13 met | O, WP | ",
      `Kim ${hostile} (7) · Assessor: Lee Long`,
      "Assess and improve soil and growing conditions | Achieved on 3 May 2026 | PD | On 13 decisions",
    ]);
    expect(await page.inputValue('[data-field="assessors.2.assessor"]')).toBe("Lee Long");
    expect(await page.inputValue('[data-field="hort-safety..units.learners"]')).toBe("Sam Example");
    expect(await cover(page, "Assessors")).toEqual(["Jo Smith\nLee Long", "None", "None"]);

    await tick(page, 1, "hort-safety").focus();
    await page.keyboard.press("Space");
    expect(await page.evaluate<string>("document.activeElement.dataset.field")).toBe("sample.1.hort-safety.chosen");
    await page.locator('[data-field="sample.1.hort-safety.stage"][value="interim"]').check();
    await page.fill('[data-field="sample.1.hort-safety.planned"]', "1 June 2026");
    await tick(page, 2, "hort-soil").check();
    await page.fill('[data-field="sample.2.hort-soil.done"]', "2 June 2026");
    await page.locator('[data-field="sample.2.hort-soil.outcome"][value="agrees"]').check();
    await page.getByRole("button", { name: "1 of 2 samples done" }).waitFor();
    expect(await cover(page, "Assessors")).toEqual(["None", "Jo Smith", "Lee Long"]);
    expect(await cover(page, "Methods")).toEqual(["None", "O\nWP", "PD"]);

    const record = await exportFrom(page);
    expect(record.records).toHaveLength(2);
    expect(JSON.stringify(record)).not.toContain("My own words");
    expect(record.fields).toMatchObject({
      "sample.1.learner": "Sam Example",
      "sample.2.learner": "7",
      "sample.1.hort-safety.chosen": "yes",
      "sample.1.hort-safety.stage": "interim",
      "sample.2.hort-soil.outcome": "agrees",
    });

    // What is imported again takes the place of what was there, and the plan stays.
    await importInto(page, exported);
    expect(await page.getByRole("dialog").innerText()).toContain("Nothing new, since the plan has the same already:");
    await close(page);
    await importInto(page, { ...exported, learner: { ...exported.learner, centre: "Riverside" } });
    expect(await page.getByRole("dialog").innerText()).toContain("Brought up to date:");
    await close(page);
    expect(await page.inputValue('[data-field="sample.1.hort-safety.planned"]')).toBe("1 June 2026");
    await page.reload();
    expect(await page.inputValue('[data-field="sample.1.hort-safety.planned"]')).toBe("1 June 2026");
    expect(await tick(page, 2, "hort-soil").isChecked()).toBe(true);

    const other = await openPaper();
    await importInto(other, record);
    expect(await other.getByRole("dialog").innerText()).toContain("The plan is open. It has 2 learners.");
    await close(other);
    expect(await other.inputValue('[data-field="sample.2.hort-soil.done"]')).toBe("2 June 2026");
    await other.getByRole("button", { name: "Remove Sam Example" }).click();
    await other.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
    const without = await exportFrom(other);
    expect(without.records).toHaveLength(1);
    expect(Object.keys(without.fields).filter((name) => name.startsWith("sample.1."))).toEqual([]);
    expect(without.fields["hort-safety..units.learners"]).toBeUndefined();
  });

  test("takes no file that it cannot use, and nobody samples decisions of their own", async () => {
    const page = await openPaper();
    await page.fill('[data-field="people.iqa"]', "jo smith");
    await importInto(
      page,
      exported,
      { ...exported, document: "learner-workbook" },
      { ...exported, learner: { name: null, number: null, centre: null } },
      { ...exported, specification: { ...exported.specification, id: "l2-other", title: "Another" } },
      { ...others(), specification: { ...exported.specification, hash: "0123456789ab" } },
      forged(),
    );
    const said = await page.getByRole("dialog").innerText();
    for (const part of [
      "from a learner’s workbook",
      "names no learner",
      "belongs to “Another”",
      "another version",
      "“Work safely on a community growing site” is signed off, but not every one of its criteria is met. Not decided: 1.2,",
      "is decided as achieved, but the units that are signed off and met are not a valid combination",
    ]) {
      expect(said).toContain(part);
    }
    await close(page);
    expect(await page.locator("table.sampling .learner").count()).toBe(3);
    expect(await page.getByText("You are named as assessor here").count()).toBe(1);
  });

  test("axe finds nothing with everything shown, and paper shows the table", async () => {
    const page = await openPaper();
    await importInto(page, exported, others());
    await close(page);
    await page.check("#all-units");
    await tick(page, 1, "hort-safety").check();
    // What stands behind the bar at the top is nothing to press.
    await page.evaluate("window.scrollTo({ top: 0, behavior: 'instant' })");
    await page.evaluate(axe);
    expect(await page.evaluate<string[]>(violations)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await page.evaluate<number>(overflow)).toBeLessThanOrEqual(0);
    expect(await page.evaluate<string[]>(violations)).toEqual([]);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("table.sampling").isVisible()).toBe(true);
    expect(await page.locator('[data-field="sample.1.hort-safety.planned"]').isVisible()).toBe(true);
    expect(await page.getByRole("button", { name: "Remove Sam Example" }).isVisible()).toBe(false);
  });
});
