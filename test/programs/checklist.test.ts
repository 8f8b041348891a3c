import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { LearnerRecord } from "../../src/record/learner-record.ts";
import { describeInBrowser, launchBrowser } from "../papers/browser.ts";
import { sharedFolder } from "../papers/build-papers.ts";
import { arrived, bringIn, exportFrom, importInto } from "./exchange.ts";
import { interactivePapers, part, type Version } from "./papers.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
// What runs in the page is text: the tests know no types of browsers.
const violations = `axe.run(document, {
  resultTypes: ["violations"],
  runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
}).then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html).slice(0, 3).join(" ")))`;
const overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth";

const hostile = '</script><img src=x onerror="document.title=1"><b>bold</b>';

describeInBrowser("the assessor's checklist", () => {
  const folder = sharedFolder();
  let browser: Browser;
  const papers = interactivePapers(folder.path);
  const ofPart = { workbook: `learner-workbook-${part}`, checklist: `assessor-checklist-${part}` };
  let contexts: BrowserContext[] = [];
  /** What a learner wrote in the workbook and exported. */
  let learners: LearnerRecord;
  /** A record of the whole qualification, in which nothing is written. */
  let ofWhole: LearnerRecord;
  beforeAll(async () => {
    await papers.build("1.1", ["learner-workbook", "assessor-checklist"], true);
    await papers.build("1.2", ["assessor-checklist"], true);
    ofWhole = await papers.build("1.1", ["assessor-checklist"]);
    browser = await launchBrowser();
    learners = await fillWorkbook();
  }, 60_000);
  afterEach(async () => {
    await Promise.all(contexts.map((one) => one.close()));
    contexts = [];
  });
  afterAll(async () => {
    await browser?.close();
    folder.remove();
  });

  /** A person's own device, with nothing on it. */
  async function openPaper(paper: string, version: Version = "1.1"): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
    contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    page.on("pageerror", (error) => {
      throw error;
    });
    await page.goto(papers.address(paper, version));
    return page;
  }

  async function openChecklist(record = learners, paper = ofPart.checklist, version: Version = "1.1"): Promise<Page> {
    const page = await openPaper(paper, version);
    if (version === "1.1") await bringIn(page, record);
    else await bringOver(page, record);
    return page;
  }

  /** A file of another version: what that means is shown first. @returns what is said of it */
  async function bringOver(page: Page, record: LearnerRecord): Promise<string> {
    await importInto(page, record);
    await page.locator("dialog").getByRole("button", { name: "Bring it in" }).click();
    return await arrived(page);
  }

  async function fillWorkbook(): Promise<LearnerRecord> {
    const page = await openPaper(ofPart.workbook);
    const write = (field: string, text: string) => page.fill(`[data-field="${field}"]`, text);
    await write("me.name", "Sam Example");
    await write("me.number", "1001");
    await write("hort-safety.responsibilities.a", `The manager keeps the policy. ${hostile}`);
    await write("hort-safety.responsibilities.e", "1");
    await write("hort-safety.emergency-plan.a", "Meet at the gate");
    await write("log.1.reference", "1");
    await write("log.1.description", `Photographs ${hostile}`);
    await write("log.1.date", "2 October 2026");
    return await exportFrom(page);
  }

  const decide = (page: Page, field: string, words: "Met" | "Not yet") =>
    page.locator(`[data-field="${field}.r"][value="${words}"]`).check();
  const row = (page: Page, field: string) => page.locator(`#row-${field.replace(".", "_")}`);
  const work = (page: Page, field: string) => page.locator(`#row-${field.replace(".", "_")} + tr.work`);
  const achieved = (page: Page, unit = "hort-safety") =>
    page.locator(`[data-field="${unit}..decision"][value="Achieved"]`);
  const gate = (page: Page, unit = "hort-safety") => page.locator(`#gate-${unit}`);

  /** Every criterion of a unit, outcome by outcome. */
  async function markAll(page: Page, unit = "hort-safety"): Promise<void> {
    for (const bulk of await page.locator(`#unit-${unit} .bulk`).all()) {
      await bulk.locator("summary").click();
      await bulk.getByRole("button", { name: "Mark as met" }).click();
    }
  }

  /** The record as its assessor would export it with these units achieved. */
  function withAchieved(record: LearnerRecord, ids: readonly string[]): LearnerRecord {
    return {
      ...record,
      document: "assessor-checklist",
      fields: { ...record.fields, "people.assessor": "Jo Smith" },
      criteria: record.criteria.map((one) =>
        ids.includes(one.unit)
          ? { ...one, assessment: { ...one.assessment, hash: one.hash, decision: "met", method: "O", assessor: "JS" } }
          : one,
      ),
      units: record.units.map((unit) =>
        ids.includes(unit.id) ? { ...unit, decision: "achieved", date: "3 May 2026", assessor: "JS" } : unit,
      ),
    };
  }

  test("shows the learner's work as words, and fills in what a decision needs", async () => {
    const page = await openChecklist();
    const own = work(page, "hort-safety.responsibilities");
    await own.locator("summary").click();
    expect(await own.locator(".answer").innerText()).toBe(`The manager keeps the policy. ${hostile}`);
    expect(await own.locator("summary").innerText()).toMatch(/^Answer to 1\.1: \d+ words$/u);
    expect(await own.locator("li").innerText()).toBe(`1 Photographs ${hostile}, 2 October 2026`);
    expect(await page.title()).not.toBe("1");

    await page.fill("#own-initials", "JS");
    await page.fill("#own-date", "3 May 2026");
    expect(await row(page, "hort-safety.responsibilities").getByRole("button", { name: /^Use/u }).innerText()).toBe(
      "Use 1",
    );
    await decide(page, "hort-safety.responsibilities", "Met");
    await page.fill('[data-field="hort-safety.responsibilities.f"]', "True of your site.");
    await page.fill('[data-field="hort-safety.responsibilities.m"]', "Q");
    expect(await page.locator(".bar .progress").innerText()).toBe("1 of 13 met");

    const record = await exportFrom(page);
    expect(record.criteria[0]).toMatchObject({
      answer: `The manager keeps the policy. ${hostile}`,
      evidence: ["1"],
      assessment: {
        decision: "met",
        location: "1",
        method: "Q",
        date: "3 May 2026",
        assessor: "JS",
        feedback: "True of your site.",
      },
    });
    expect(record.document).toBe("assessor-checklist");

    await page.reload();
    expect(await page.inputValue('[data-field="hort-safety.responsibilities.f"]')).toBe("True of your site.");
    expect(await page.inputValue("#own-initials")).toBe("JS");
    await page.fill("#own-date", "4 May 2026");
    await decide(page, "hort-safety.responsibilities", "Not yet");
    expect(await page.inputValue('[data-field="hort-safety.responsibilities.d"]')).toBe("4 May 2026");
    await own.getByRole("button", { name: /^Take the decision/u }).click();
    expect(await page.inputValue('[data-field="hort-safety.responsibilities.d"]')).toBe("");
    expect(await page.inputValue('[data-field="hort-safety.responsibilities.m"]')).toBe("Q");
    expect(await page.locator(".bar .progress").innerText()).toBe("0 of 13 met");
  });

  test("keeps one checklist for each learner, and the assessor is the same for all of them", async () => {
    const page = await openChecklist();
    await page.fill("#own-initials", "JS");
    await page.fill('[data-field="people.assessor"]', "Jo Smith");
    await decide(page, "hort-safety.responsibilities", "Met");
    await page.getByRole("button", { name: "More" }).click();
    await page.getByRole("button", { name: "Start for another learner" }).click();
    expect(await page.locator(".bar .progress").innerText()).toBe("0 of 13 met");
    // An empty checklist takes the file without a question.
    await bringIn(page, { ...learners, learner: { name: "Kim Other", number: "7", centre: null } });
    await decide(page, "hort-safety.emergency-plan", "Not yet");
    const kims = await exportFrom(page);
    expect(kims.fields).toMatchObject({ "people.assessor": "Jo Smith", "people.initials": "JS" });
    expect(kims.criteria[1]?.assessment).toMatchObject({ decision: "not-yet", assessor: "JS" });
    await page.getByRole("button", { name: "More" }).click();
    await page.getByRole("button", { name: "Open: Sam Example (1001)" }).click();
    expect(await page.locator(".bar .progress").innerText()).toBe("1 of 13 met");
    expect(await page.inputValue('[data-field="people.name"]')).toBe("Sam Example");
  });

  test("offers the codes of methods, also behind one that stands there", async () => {
    const page = await openPaper(ofPart.checklist);
    const method = page.locator('[data-field="hort-safety.responsibilities.m"]');
    await method.fill("O, ");
    const options = "[...document.querySelectorAll('#method-codes option')].map(({ value }) => value).slice(0, 2)";
    expect(await page.evaluate<string[]>(options)).toEqual(["O, O", "O, WP"]);
    // A page about a part judges no combination.
    expect(await page.locator("#gate-hort-safety").count()).toBe(1);
    expect(await page.locator("#gate-whole").count()).toBe(0);
  });

  test("marks several criteria with one action, and takes it back", async () => {
    const page = await openChecklist();
    await page.fill("#own-initials", "JS");
    await page.fill("#own-date", "3 May 2026");
    await decide(page, "hort-safety.emergency-plan", "Not yet");
    const bulk = page.locator("#unit-hort-safety .bulk").first();
    await bulk.locator("summary").click();
    await bulk.locator("input[type=checkbox]").nth(3).uncheck();
    await bulk.locator("input[type=text]").fill("WP");
    await bulk.getByRole("button", { name: "Mark as met" }).click();
    expect(await bulk.getByRole("status").innerText()).toBe("3 criteria are marked as met.");
    expect(await page.locator(".bar .progress").innerText()).toBe("3 of 13 met");
    expect(await page.inputValue('[data-field="hort-safety.harm-to-health.m"]')).toBe("WP");

    await bulk.getByRole("button", { name: "Undo" }).press("Enter");
    expect(await page.locator(".bar .progress").innerText()).toBe("0 of 13 met");
    expect(await page.isChecked('[data-field="hort-safety.emergency-plan.r"][value="Not yet"]')).toBe(true);
    expect(await page.inputValue('[data-field="hort-safety.harm-to-health.m"]')).toBe("");
  });

  test("a unit is signed off when every criterion is met, and opened again with a reason", async () => {
    const page = await openChecklist();
    await page.fill("#own-initials", "JS");
    await page.fill("#own-date", "3 May 2026");
    const signature = page.locator('[data-field="hort-safety..sign-off.assessor-signature"]');
    expect(await achieved(page).isDisabled()).toBe(true);
    expect(await achieved(page).getAttribute("aria-describedby")).toBe("why-hort-safety");
    expect(await signature.getAttribute("readonly")).toBe("");
    expect(await gate(page).locator("a").count()).toBe(13);
    expect(await gate(page).innerText()).toContain("when these 13 are met");

    await markAll(page);
    expect(await gate(page).innerText()).toContain("can be signed off");
    await achieved(page).check();
    await signature.fill("J. Smith");
    expect(await page.locator("#unit-hort-safety .how-far").innerText()).toContain("achieved on 3 May 2026");
    expect(await page.isDisabled('[data-field="hort-safety.responsibilities.r"][value="Not yet"]')).toBe(true);
    expect(await page.getAttribute('[data-field="hort-safety.responsibilities.f"]', "readonly")).toBe("");
    expect(await page.getAttribute('[data-field="hort-safety.responsibilities.q"]', "readonly")).toBeNull();

    const reopening = page.locator("#unit-hort-safety .gate details");
    await reopening.locator("summary").click();
    await reopening.getByRole("button", { name: "Open again" }).click();
    expect(await reopening.getByRole("alert").innerText()).toBe("Write the reason first.");
    await reopening.locator("textarea").fill("The wrong learner");
    await reopening.getByRole("button", { name: "Open again" }).click();
    expect(await achieved(page).isChecked()).toBe(false);
    expect(await signature.inputValue()).toBe("");
    expect(await page.isDisabled('[data-field="hort-safety.responsibilities.r"][value="Not yet"]')).toBe(false);
    const record = await exportFrom(page);
    expect(record.fields["hort-safety..reopened"]).toBe("3 May 2026, JS: The wrong learner (3 May 2026, JS, J. Smith)");
    expect(await page.locator("#unit-hort-safety .trail").innerText()).toContain("The wrong learner");
  });

  test("no unit is signed off by nobody or on no day, and initials that are written later fill what lacks them", async () => {
    const page = await openChecklist();
    await markAll(page);
    expect(await page.locator("#unit-hort-safety .how-far").innerText()).toContain("not every decision is complete");
    expect(await gate(page).innerText()).toContain("when these 13 decisions say who made them");
    expect(await gate(page).locator("li").first().innerText()).toBe("1.1: no initials, no date");
    expect(await achieved(page).isDisabled()).toBe(true);
    await page.fill("#own-initials", "JS");
    await page.fill("#own-date", "32/13/2026");
    await page.locator("#own-date").blur();
    expect(await page.inputValue('[data-field="hort-safety.responsibilities.i"]')).toBe("JS");
    await page.fill('[data-field="hort-safety.responsibilities.d"]', "32/13/2026");
    await gate(page).getByText("1.1: “32/13/2026” is no date").waitFor();
    // Others' decisions, or those made before the page was opened again, are filled when a person says so.
    await page.reload();
    await page.fill("#own-date", "3 May 2026");
    await page.locator("#own-date").blur();
    expect(await page.inputValue('[data-field="hort-safety.responsibilities.d"]')).toBe("32/13/2026");
    await gate(page).getByRole("button", { name: "Write JS, 3 May 2026 wherever it is missing" }).click();
    expect(await page.inputValue('[data-field="hort-safety.responsibilities.d"]')).toBe("3 May 2026");

    await page.fill("#own-date", "soon");
    await page.locator("#own-date").blur();
    expect(await gate(page).innerText()).toContain("when it is said who signs and on which day (“soon” is no date)");
    expect(await achieved(page).isDisabled()).toBe(true);
    await page.fill('[data-field="hort-safety..sign-off.assessor-date"]', "4 May 2026");
    await gate(page).getByText("Every one of the criteria is met. The unit can be signed off.").waitFor();
    await achieved(page).check();
    expect((await exportFrom(page)).units[0]).toMatchObject({ date: "4 May 2026", assessor: "JS" });
  });

  test("a decision on another wording counts when it is confirmed, and a sign-off on it is kept but flagged", async () => {
    const page = await openChecklist(withAchieved(learners, ["hort-safety"]), ofPart.checklist, "1.2");
    expect(await page.locator("#unit-hort-safety .how-far").innerText()).toContain("no longer supported");
    expect(await achieved(page).isChecked()).toBe(true);
    expect(await gate(page).locator("a").allInnerTexts()).toEqual(["1.1"]);
    const own = work(page, "hort-safety.responsibilities");
    expect(await own.innerText()).toContain("The answer was written for an older wording");
    await own.getByRole("button", { name: /^The decision holds/u }).click();
    expect(await page.locator("#unit-hort-safety .how-far").innerText()).toContain("achieved on 3 May 2026");
  });

  test("an answer that changes after the decision is marked until the assessor has looked", async () => {
    const page = await openChecklist();
    await decide(page, "hort-safety.responsibilities", "Met");
    await decide(page, "hort-safety.emergency-plan", "Met");
    const changed = {
      ...learners,
      criteria: learners.criteria.map((one, at) => (at === 1 ? { ...one, answer: "Meet at the pond" } : one)),
    };
    await bringIn(page, changed);
    const own = work(page, "hort-safety.emergency-plan");
    const note = own.getByText("has changed since this was decided");
    await note.waitFor();
    expect(await page.getByText("has changed since this was decided").count()).toBe(1);
    // It cannot be signed off: not before somebody has looked.
    await page.fill("#own-initials", "JS");
    await page.fill("#own-date", "3 May 2026");
    await markAll(page);
    expect(await gate(page).locator("a").allInnerTexts()).toEqual(["1.2"]);
    expect(await achieved(page).isDisabled()).toBe(true);
    const unsent = await exportFrom(page);
    const workbook = await openPaper(ofPart.workbook);
    await bringIn(workbook, unsent);
    const newer = workbook.getByText("Your answer or its evidence has changed since this was decided");
    expect(await newer.count()).toBe(1);
    await workbook.fill('[data-field="hort-safety.emergency-plan.a"]', "Meet at the gate");
    await newer.waitFor({ state: "detached" });
    await page.reload();
    await own.getByRole("button", { name: /^The decision still holds/u }).click();
    expect(await note.count()).toBe(0);
    await page.fill("#own-date", "4 May 2026");
    await page.locator("#own-date").blur();
    expect(await gate(page).innerText()).toContain("The unit can be signed off.");
    expect(await achieved(page).isDisabled()).toBe(false);
    const record = await exportFrom(page);
    expect(record.fields["hort-safety.emergency-plan.changed"]).toBeUndefined();

    // Of two decisions the later one is offered, in the words of the page.
    await page.fill('[data-field="hort-safety.responsibilities.d"]', "3 May 2026");
    const later = { decision: "not-yet", date: "2026-05-04" } as const;
    await importInto(page, {
      ...record,
      criteria: record.criteria.map((one, at) =>
        at === 0 ? { ...one, assessment: { ...one.assessment, ...later } } : one,
      ),
    });
    const incoming = page.getByRole("radio", { name: "What is in the file: (decided later) Not yet · 2026-05-04" });
    expect(await incoming.isChecked()).toBe(true);
  });

  test("the decision on the whole waits for a valid combination, and says what is missing or in conflict", async () => {
    const mandatory = ["hort-safety", "hort-soil", "hort-planting"];
    const whole = (page: Page) => page.locator('[data-field="qualification.decision"][value="Achieved"]');
    const reason = (page: Page) => page.locator("#gate-whole");
    const signature = (page: Page) => page.locator('[data-field="qualification.assessor-signature"]');
    // One learner after another on one page: it is a large one.
    const page = await openPaper("assessor-checklist");
    page.setDefaultTimeout(15_000);
    const opened = async (name: string, units: readonly string[]) => {
      const record = withAchieved(ofWhole, [...mandatory, ...units]);
      await importInto(page, { ...record, learner: { ...record.learner, name } });
      const beside = page.locator("dialog button", { hasText: `Open beside it: ${name}` });
      if (name !== "Al") await beside.click();
      await arrived(page);
      return page;
    };

    const missing = await opened("Al", ["hort-propagate", "hort-food"]);
    expect(await whole(missing).isDisabled()).toBe(true);
    expect(await signature(missing).getAttribute("readonly")).toBe("");
    expect(await reason(missing).innerText()).toContain("not a valid combination yet");
    expect(await reason(missing).getByRole("link").allInnerTexts()).toEqual(["Lead volunteer growing sessions"]);
    expect(await missing.inputValue('[data-field="hort-food..achieved"]')).toBe("3 May 2026");

    const barred = await opened("Bo", ["hort-propagate", "hort-nursery", "hort-volunteers"]);
    expect(await whole(barred).isDisabled()).toBe(true);
    expect(await reason(barred).innerText()).toContain("may not be taken together");
    expect(await reason(barred).getByRole("link").allInnerTexts()).toEqual([
      "Propagate plants from seed and cuttings",
      "Raise young plants for a community growing site",
    ]);

    const valid = await opened("Cy", ["hort-propagate", "hort-food", "hort-volunteers"]);
    expect(await reason(valid).innerText()).toContain("are a valid combination");
    expect(await signature(valid).getAttribute("readonly")).toBeNull();
    await whole(valid).check();
    await signature(valid).fill("J. Smith");
    const reopening = valid.locator("#unit-hort-food .gate details");
    await reopening.locator("summary").click();
    expect(await reopening.innerText()).toContain("The decision on the whole qualification rests on this unit");
    await reopening.locator("textarea").fill("Too early");
    await reopening.getByRole("button", { name: "Open again" }).click();
    expect(await whole(valid).isChecked()).toBe(false);
    expect(await signature(valid).inputValue()).toBe("");
    expect(await reason(valid).innerText()).toContain("not a valid combination yet");
    expect(await valid.locator("#summary .trail").innerText()).toContain("Too early (Achieved, J. Smith)");
    expect((await exportFrom(valid)).fields["qualification.decision"]).toBeUndefined();
  });

  test("the learner's workbook shows what was decided", async () => {
    const page = await openChecklist();
    await page.fill("#own-initials", "JS");
    await decide(page, "hort-safety.responsibilities", "Not yet");
    await page.fill('[data-field="hort-safety.responsibilities.f"]', "Say who keeps the key.");
    const record = await exportFrom(page);
    const workbook = await openPaper(ofPart.workbook);
    await bringIn(workbook, record);
    await workbook.getByText("Say who keeps the key.").first().waitFor();
    expect((await exportFrom(workbook)).criteria[0]?.answer).toContain("The manager");
  });

  test("lists what is still to decide, and can show that alone", async () => {
    const page = await openChecklist();
    await decide(page, "hort-safety.responsibilities", "Met");
    await page.check("#only-open");
    expect(await row(page, "hort-safety.responsibilities").isVisible()).toBe(false);
    expect(await work(page, "hort-safety.emergency-plan").isVisible()).toBe(true);
    await page.locator(".bar .progress").click();
    const dialog = page.getByRole("dialog");
    expect(await dialog.locator("summary").innerText()).toBe(
      "Work safely on a community growing site: 12 still to decide",
    );
    await dialog.getByRole("link").first().press("Enter");
    expect(await page.evaluate<string>("document.activeElement.dataset.field")).toBe("hort-safety.emergency-plan.r");
  });

  test("axe finds nothing with everything shown, on a wide and on a narrow screen", async () => {
    const page = await openPaper(ofPart.checklist, "1.2");
    const said = await bringOver(page, withAchieved(learners, ["hort-safety"]));
    expect(said).toContain("“Work safely on a community growing site” is signed off");
    expect(said).toContain("Decided on another wording: 1.1.");
    await page.evaluate("for (const fold of document.querySelectorAll('main details')) fold.open = true");
    // What stands behind the bar at the top is nothing to press.
    await page.evaluate("window.scrollTo({ top: 0, behavior: 'instant' })");
    await page.evaluate(axe);
    expect(await page.evaluate<string[]>(violations)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await page.evaluate<number>(overflow)).toBeLessThanOrEqual(0);
    expect(await page.evaluate<string[]>(violations)).toEqual([]);
  });

  test("on paper stands what was written, and no furniture", async () => {
    const page = await openChecklist();
    await decide(page, "hort-safety.responsibilities", "Met");
    await page.fill('[data-field="hort-safety.responsibilities.f"]', "True of your site.");
    await page.locator(".work.has-feedback").waitFor();
    await page.emulateMedia({ media: "print" });
    expect(await work(page, "hort-safety.responsibilities").innerText()).toContain("Feedback on 1.1");
    expect(await work(page, "hort-safety.responsibilities").innerText()).not.toContain("The manager");
    expect(await work(page, "hort-safety.emergency-plan").isVisible()).toBe(false);
    for (const furniture of [".bar", "#own", ".bulk", ".how-far", "#gate-hort-safety"]) {
      expect(await page.locator(furniture).first().isVisible(), furniture).toBe(false);
    }
  });
});
