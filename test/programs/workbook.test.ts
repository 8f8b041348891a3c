import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { LearnerRecord } from "../../src/record/learner-record.ts";
import { describeInBrowser, launchBrowser } from "../papers/browser.ts";
import { sharedFolder } from "../papers/build-papers.ts";
import { arrived, bringIn, exportFrom, importInto, importTexts } from "./exchange.ts";
import { type Edition, makeWorkbooks } from "./workbooks.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
// What runs in the page is text: the tests know no types of browsers.
const violations = `axe.run(document, {
  resultTypes: ["violations"],
  runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
}).then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html).slice(0, 3).join(" ")))`;
const overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
/** Everything that is filled in, and what the log says that it covers. */
const written = `JSON.stringify([
  [...document.querySelectorAll("[data-field]:not([data-derived])")].map((one) => [one.dataset.field, one.type === "radio" || one.type === "checkbox" ? one.checked : one.value]),
  [...document.querySelectorAll(".covers")].map((one) => one.textContent),
])`;
/** Until not one more sign can be kept. */
const fillStorage = `(() => {
  for (let size = 2 ** 22; size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < 4; at += 1) {
      try { localStorage.setItem("of-another-" + size + "-" + at, "x".repeat(size)); } catch {}
    }
  }
})()`;
const noStorage = `Object.defineProperty(window, "localStorage", { get() { throw new DOMException("Denied", "SecurityError"); } })`;
/** The program waits for pauses of people, who are slower than tests. */
const hurry = `(() => {
  const later = window.setTimeout.bind(window);
  window.setTimeout = (act, pause) => later(act, pause > 4000 ? pause : pause / 8);
})()`;
const keptSlots = `Object.keys(localStorage).filter((key) => key.startsWith("qualspec/"))`;
const focused = "document.activeElement.dataset.field ?? null";

const hostile =
  '</script><script>document.title="run"</script><img src=x onerror="document.title=\'run\'"> {{evil}} {name} <b>bold</b>';

describeInBrowser("the learner's workbook", () => {
  const folder = sharedFolder();
  let browser: Browser;
  let address: (edition: Edition) => string;
  let contexts: BrowserContext[] = [];
  beforeAll(async () => {
    address = await makeWorkbooks(folder.path, ["older", "part", "newer", "large"]);
    browser = await launchBrowser();
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
  async function device(options: BrowserContextOptions = {}, isHurried = true): Promise<BrowserContext> {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      reducedMotion: "reduce",
      ...options,
    });
    contexts.push(context);
    context.setDefaultTimeout(15_000);
    if (isHurried) await context.addInitScript(hurry);
    return context;
  }

  async function openOn(context: BrowserContext, edition: Edition = "older"): Promise<Page> {
    const page = await context.newPage();
    page.on("pageerror", (error) => {
      throw error;
    });
    await page.goto(address(edition));
    return page;
  }

  /** Another window, once the browser lets it see what the first has kept: windows are told of each other's work in turn. */
  async function openBeside(context: BrowserContext, edition: Edition = "older"): Promise<Page> {
    const page = await openOn(context, edition);
    await page.waitForFunction("localStorage.length > 0");
    await page.reload();
    return page;
  }

  const open = async (edition: Edition = "older") => await openOn(await device(), edition);
  const field = (page: Page, name: string) => page.locator(`[data-field="${name}"]`);
  const write = (page: Page, name: string, text: string) => field(page, name).fill(text);
  const value = (page: Page, name: string) => field(page, name).inputValue();
  const status = (page: Page) => page.locator(".bar .status");
  const progress = (page: Page) => page.locator(".bar .progress");
  const dialog = (page: Page) => page.getByRole("dialog");
  const criterion = (page: Page, name: string) =>
    page.locator(".criterion").filter({ has: page.locator(`[data-field="${name}.a"]`) });
  const covers = (page: Page, row: number) =>
    page
      .locator("tr")
      .filter({ has: page.locator(`[data-field="log.${row}.reference"]`) })
      .locator(".covers");
  const saved = (page: Page) =>
    status(page)
      .filter({ hasText: /^Saved \d\d:\d\d on this device only(?: · exported \d\d:\d\d)?$/u })
      .waitFor();
  const becomes = (page: Page, name: string, text: string) => expect.poll(() => value(page, name)).toBe(text);
  const openMore = (page: Page) => page.locator(".bar").getByRole("button", { name: "More" }).click();

  /** Presses a button of a dialog, which closes with it. */
  async function press(page: Page, name: string): Promise<void> {
    await page.bringToFront();
    await page.locator("dialog").first().waitFor({ state: "attached" });
    await page.locator("dialog").first().waitFor({ state: "attached" });
    await page.evaluate("document.querySelector('dialog').dataset.pressed = ''");
    await dialog(page).getByRole("button", { name }).click();
    await page.locator("dialog[data-pressed]").waitFor({ state: "detached" });
  }

  /** Waits until what has just been typed is saved, not what was before. */
  async function savedAs(page: Page, text: string): Promise<void> {
    const isKept = `Object.values(localStorage).some((one) => one.includes(${JSON.stringify(text)}))`;
    await expect.poll(() => page.evaluate<boolean>(isKept)).toBe(true);
    await saved(page);
  }

  /** All at once, as quickly as nobody types. */
  async function fillIn(page: Page): Promise<void> {
    const values = {
      "me.name": "Sam Example",
      "me.number": "1001",
      "log.1.reference": "E1",
      "log.1.description": "Photographs",
      "bread.weigh.a": "I weigh flour",
      "bread.knead.a": "I push it",
      "bread.knead.e": "E1",
      "bread.prove.a": "I wait",
      "bread.prove.e": "E1",
      "bread.oven.a": "At 220",
      "bread.cool.a": "On a rack",
    };
    await page.evaluate(`for (const [name, value] of Object.entries(${JSON.stringify(values)})) {
      const field = document.querySelector('[data-field="' + name + '"]');
      field.value = value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }`);
  }

  /** What a learner exported from the older version. */
  async function learners(): Promise<LearnerRecord> {
    const page = await open();
    await fillIn(page);
    return await exportFrom(page);
  }
  let exported: Promise<LearnerRecord> | undefined;
  const older = () => {
    exported ??= learners();
    return exported;
  };

  test("keeps what is typed, and shows it again", async () => {
    const page = await openOn(await device({}, false));
    expect(await status(page).innerText()).toBe("What you type is saved on this device");
    expect(await page.locator(".saving").first().innerText()).toContain("saved on this device only");
    await field(page, "bread.weigh.a").pressSequentially("Flour, by weight");
    await saved(page);
    await page.reload();
    expect(await value(page, "bread.weigh.a")).toBe("Flour, by weight");
    await saved(page);
    // Leaving at once loses nothing.
    await write(page, "bread.knead.a", "At the last moment");
    await page.reload();
    expect(await value(page, "bread.knead.a")).toBe("At the last moment");
  });

  test("two windows of one workbook never write over each other unasked", async () => {
    const context = await device();
    const here = await openOn(context);
    await write(here, "bread.weigh.a", "First");
    await savedAs(here, "First");
    const there = await openOn(context);
    await becomes(there, "bread.weigh.a", "First");
    await write(here, "bread.weigh.a", "Second");
    await becomes(there, "bread.weigh.a", "Second");

    // Somebody types there and is not saved yet when the other window saves.
    await there.evaluate("window.setTimeout = () => 1");
    await write(there, "bread.knead.a", "Typed there");
    await write(here, "bread.prove.a", "Typed here");
    await there.bringToFront();
    await status(there).filter({ hasText: "another window has changed this workbook" }).waitFor();
    expect(await value(there, "bread.knead.a")).toBe("Typed there");
    expect(await value(here, "bread.prove.a")).toBe("Typed here");
    const trouble = there.locator(".bar").getByRole("button", { name: "Choose what to keep" });
    await trouble.click();
    await press(there, "Decide later");
    await trouble.click();
    const [download] = await Promise.all([there.waitForEvent("download"), press(there, "Export to a file")]);
    expect(readFileSync(await download.path(), "utf8")).toContain("Typed there");
    await press(there, "Use what the other window saved");
    await saved(there);
    expect(await value(there, "bread.prove.a")).toBe("Typed here");
    expect(await value(there, "bread.knead.a")).toBe("");

    await write(there, "bread.oven.a", "There again");
    await write(here, "bread.cool.a", "Here again");
    await there.bringToFront();
    await status(there).filter({ hasText: "another window" }).waitFor();
    await trouble.click();
    await press(there, "Keep what is on this page");
    await saved(there);
    await becomes(here, "bread.oven.a", "There again");
    expect(await value(here, "bread.cool.a")).toBe("");
    expect(await trouble.isVisible()).toBe(false);
  });

  test("two windows opened before anything is written are one workbook, until both are written in", async () => {
    const context = await device();
    const [here, there] = [await openOn(context), await openOn(context)];
    await write(here, "bread.weigh.a", "Begun here");
    await becomes(there, "bread.weigh.a", "Begun here");
    await write(there, "bread.knead.a", "Gone on there");
    await becomes(here, "bread.knead.a", "Gone on there");
    expect(await here.evaluate<string[]>(keptSlots)).toHaveLength(1);
  });

  test("says so when the device is full, keeps what it had, and asks before it is left", async () => {
    const page = await open();
    await write(page, "bread.weigh.a", "Kept before");
    await savedAs(page, "Kept before");
    await page.evaluate(fillStorage);
    await field(page, "bread.knead.a").click();
    await page.keyboard.insertText("Too much ".repeat(50));
    await status(page).filter({ hasText: "Not saved: this device’s storage is full" }).waitFor();
    expect(await page.locator(".bar").getAttribute("class")).toContain("trouble");
    expect((await page.evaluate<string[]>(`Object.values(localStorage)`)).join()).toContain("Kept before");
    const asked: string[] = [];
    page.on("dialog", (question) => {
      asked.push(question.type());
      void question.dismiss();
    });
    await page.close({ runBeforeUnload: true });
    await expect.poll(() => asked).toEqual(["beforeunload"]);
    // Nothing else is shown on this page without a question either.
    await openMore(page);
    await press(page, "Start for another learner");
    expect(await dialog(page).innerText()).toContain("Your answers are not saved");
    await press(page, "Cancel");
    expect(await value(page, "bread.knead.a")).toContain("Too much");
    await exportFrom(page);
    expect(await status(page).innerText()).toMatch(/^Exported \d\d:\d\d\. This device keeps no copy\.$/u);
    await Promise.all([page.waitForEvent("close"), page.close({ runBeforeUnload: true })]);
    expect(asked).toEqual(["beforeunload"]);
  });

  test("says so where the browser keeps nothing", async () => {
    const context = await device();
    await context.addInitScript(noStorage);
    const page = await openOn(context);
    expect(await status(page).innerText()).toContain("Not saved: this browser keeps nothing for this page");
    await write(page, "bread.weigh.a", "Flour");
    // A file without a name is nobody's.
    await page.locator(".bar").getByRole("button", { name: "Export" }).click();
    expect(await page.getByRole("dialog", { name: "No name is filled in" }).count()).toBe(1);
    await dialog(page).getByLabel("Learner name").fill("Sam Example");
    const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    expect(download.suggestedFilename()).toBe("Sam-Example-baking-learner-workbook.json");
    expect(await value(page, "me.name")).toBe("Sam Example");
    expect((await exportFrom(page)).criteria[0]?.answer).toBe("Flour");
    expect(await status(page).innerText()).toContain("This device keeps no copy");
    await write(page, "bread.weigh.a", "Flour and water");
    await status(page).filter({ hasText: "Not saved" }).waitFor();
  });

  test("evidence is written once, and named beside every criterion that it helps to meet", async () => {
    const page = await open();
    const add = (name: string) => criterion(page, name).getByRole("button", { name: "Add evidence" });
    const addToLog = dialog(page).getByRole("button", { name: "Add to the log" });
    await add("bread.weigh").click();
    expect(await dialog(page).getByRole("heading").first().innerText()).toBe("Evidence for 1.1");
    expect(await dialog(page).innerText()).toContain("Nothing is in your evidence log yet");
    expect(await dialog(page).getByLabel("Reference").inputValue()).toBe("E1");
    await dialog(page).getByLabel("What it is").fill("Photographs of loaves");
    await dialog(page).getByLabel("Date").fill("2 May");
    await addToLog.click();
    expect(await dialog(page).getByRole("status").innerText()).toBe("E1 is in the evidence log now, and named here.");
    expect(await dialog(page).getByLabel("E1 · Photographs of loaves · 2 May").isChecked()).toBe(true);
    expect(await dialog(page).getByLabel("Reference").inputValue()).toBe("E2");
    await dialog(page).getByLabel("Reference").fill("E1");
    await addToLog.click();
    expect(await dialog(page).getByRole("status").innerText()).toContain("E1 is in the log already");
    await press(page, "Done");

    await add("cake.ice").click();
    await dialog(page).getByLabel("E1 · Photographs").check();
    // Filled in and left: it was meant.
    await dialog(page).getByLabel("What it is").fill("A cake");
    await press(page, "Done");
    expect(await page.evaluate<string>("document.activeElement.textContent")).toBe("Add evidence");
    // Also where its reference is taken: the next one that is free.
    await add("bread.cool").click();
    await dialog(page).getByLabel("Reference").fill("E2");
    await dialog(page).getByLabel("What it is").fill("A rack");
    await press(page, "Done");
    expect(await value(page, "bread.cool.e")).toBe("E3");
    const told = criterion(page, "bread.cool").getByRole("status").filter({ hasText: "Logged" });
    expect(await told.innerText()).toBe("Logged as E3, since E2 is taken.");
    // Escape logs nothing, and loses nothing.
    await add("bread.oven").click();
    await dialog(page).getByLabel("What it is").fill("Half a sen");
    await page.keyboard.press("Escape");
    await dialog(page).waitFor({ state: "detached" });
    expect(await value(page, "bread.oven.e")).toBe("");
    expect(await value(page, "log.4.description")).toBe("");
    await add("bread.oven").click();
    expect(await dialog(page).getByLabel("What it is").inputValue()).toBe("Half a sen");
    expect(await dialog(page).getByRole("status").innerText()).toBe("You began this before. It is not in the log yet.");
    await dialog(page).getByLabel("What it is").fill("");
    await press(page, "Done");
    expect(await value(page, "bread.oven.e")).toBe("");
    expect(await value(page, "log.3.description")).toBe("A rack");
    expect(await value(page, "bread.weigh.e")).toBe("E1");
    expect(await value(page, "cake.ice.e")).toBe("E1, E2");
    await covers(page, 1).filter({ hasText: "bread 1.1, cake 1.1" }).waitFor();
    expect(await value(page, "log.1.reference")).toBe("E1");
    expect(await value(page, "log.2.description")).toBe("A cake");
    expect(await field(page, "log.1.criteria").isVisible()).toBe(false);

    await write(page, "log.1.reference", "Album, part 1");
    await field(page, "log.1.reference").blur();
    expect(await value(page, "bread.weigh.e")).toBe("Album, part 1");
    expect(await value(page, "cake.ice.e")).toBe("Album, part 1, E2");
    const record = await exportFrom(page);
    expect(record.evidence.map(({ reference }) => reference)).toEqual(["Album, part 1", "E2", "E3"]);
    expect(record.criteria.find(({ key }) => key === "ice")?.evidence).toEqual(["Album, part 1", "E2"]);

    await write(page, "bread.knead.e", "E2, E9");
    const unknown = criterion(page, "bread.knead").locator(".unknown");
    await unknown.waitFor();
    expect(await unknown.innerText()).toBe("Not in the evidence log: E9");
    expect(await field(page, "bread.knead.e").getAttribute("aria-describedby")).toBe(await unknown.getAttribute("id"));
    await write(page, "bread.knead.e", "E2");
    await unknown.waitFor({ state: "detached" });
    await write(page, "log.2.reference", "Album, part 1");
    await field(page, "log.2.reference").blur();
    await page.locator(".twice").first().waitFor();

    const rows = await page.locator(".log tbody tr").count();
    await page.getByRole("button", { name: "Add a row" }).click();
    expect(await page.evaluate<string>(focused)).toBe(`log.${rows + 1}.reference`);
    await page.keyboard.insertText("Last");
    await savedAs(page, "Last");
    await page.reload();
    expect((await exportFrom(page)).evidence.at(-1)?.reference).toBe("Last");
  });

  test("says how far it is, what is missing and where, and counts words", async () => {
    const page = await open();
    expect(await progress(page).innerText()).toBe("0 of 6 assessment criteria answered");
    await write(page, "bread.weigh.a", "I weigh 500 g of flour, don’t I?");
    await write(page, "bread.knead.e", "E7");
    await progress(page)
      .filter({ hasText: /^1 of 6 assessment criteria answered · 1 with evidence$/u })
      .waitFor();
    const meters = async (selector: string) => await page.locator(selector).allInnerTexts();
    expect(await meters(".outcome .meter")).toEqual([
      "1 of 3 answered · 1 with evidence",
      "0 of 2 answered",
      "0 of 1 answered",
    ]);
    const ofUnits = ["1 of 5 answered · 1 with evidence", "0 of 1 answered"];
    expect(await meters(".unit > .meter")).toEqual(ofUnits);
    expect(await meters(".contents .meter")).toEqual(ofUnits);
    expect(await criterion(page, "bread.weigh").locator(".count").innerText()).toBe("8 words");

    await progress(page).click();
    expect(await page.getByRole("dialog", { name: "What is missing" }).count()).toBe(1);
    const headings = await dialog(page).getByRole("heading").allInnerTexts();
    expect(headings).toEqual([
      "What is missing",
      "References that are not in the evidence log",
      "Bake bread",
      "No answer and no evidence yet",
      "Bake bread",
      "Bake a cake",
      "Answered, but no evidence named",
      "Bake bread",
    ]);
    expect(await dialog(page).getByRole("link").allInnerTexts()).toEqual([
      "1.2 Describe how dough is kneaded",
      "1.3 Prove the dough",
      "2.1 Set an oven",
      "2.2 Cool a loaf",
      "1.1 Ice a cake",
      "1.1 Weigh the ingredients of a loaf",
    ]);
    await dialog(page).getByRole("link", { name: "1.1 Ice a cake" }).press("Enter");
    expect(await page.evaluate<string>(focused)).toBe("cake.ice.a");
    await page.keyboard.insertText("One");
    await criterion(page, "cake.ice")
      .locator(".count", { hasText: /^1 word$/u })
      .waitFor();
  });

  test("what is exported fits the schema, and is the same page on another device", async () => {
    const record = await older();
    const validate = new Ajv2020({ strict: false }).compile(
      JSON.parse(readFileSync(new URL("../../schemas/learner-record.schema.json", import.meta.url), "utf8")),
    );
    validate(record);
    expect(validate.errors).toBeNull();
    expect(record).toMatchObject({
      document: "learner-workbook",
      learner: { name: "Sam Example", number: "1001" },
      specification: { id: "baking", version: "1.0" },
    });
    const page = await open();
    await fillIn(page);
    await saved(page);
    const before = await page.evaluate<string>(written);
    const other = await open();
    await bringIn(other, record);
    await saved(other);
    expect(await other.evaluate<string>(written)).toBe(before);
    // Once more changes nothing, and asks nothing.
    expect(await bringIn(other, record)).toContain("Nothing in it was new");
    expect(await dialog(other).count()).toBe(0);
    expect(await other.evaluate<string>(written)).toBe(before);
  });

  test("two answers to one criterion are laid side by side, and nothing is lost unasked", async () => {
    const page = await open();
    const record = await older();
    await bringIn(page, record);
    const criteria = record.criteria.map((one) => (one.key === "weigh" ? { ...one, answer: "With a scale" } : one));
    await importInto(page, { ...record, criteria });
    expect(await dialog(page).innerText()).toContain("One place says something else in the file");
    await press(page, "Cancel");
    expect(await value(page, "bread.weigh.a")).toBe("I weigh flour");
    await importInto(page, { ...record, criteria });
    await press(page, "Bring it in");
    expect(await arrived(page)).toMatch(/5 answers[\s\S]*New or changed here:\s+1 answer\s+Close$/u);
    expect(await value(page, "bread.weigh.a")).toBe("I weigh flour\n\nWith a scale");
  });

  test("a file that cannot be used is refused in words, and changes nothing", async () => {
    const page = await open();
    const record = await older();
    await bringIn(page, record);
    await saved(page);
    const before = await page.evaluate<string>(written);
    const { title: _title, ...noTitle } = record.specification;
    const refused: readonly (readonly [string, string])[] = [
      ["%PDF-1.7", "record-1.json is not a file that was exported"],
      ['{"name": "Sam"}', "was not exported from a workbook"],
      [JSON.stringify({ ...record, version: 2 }), "newer kind of workbook"],
      [JSON.stringify({ ...record, specification: noTitle }), "at /specification it says something"],
      [
        JSON.stringify({ ...record, specification: { ...record.specification, id: "sewing", title: "Sewing" } }),
        "belongs to “Sewing”",
      ],
      [JSON.stringify({ ...record, records: [record] }), "is about several learners"],
    ];
    for (const [text, words] of refused) {
      await importTexts(page, text);
      expect(await dialog(page).innerText()).toContain(words);
      await press(page, "Close");
      expect(await page.evaluate<string>(written)).toBe(before);
    }
  });

  test("what was written for another version is held against this one, criterion by criterion", async () => {
    const page = await open("newer");
    await importInto(page, await older());
    const groups = dialog(page).locator("details");
    const said = (await groups.allInnerTexts()).map((text) => text.split(/\n+/u).filter((line) => line !== ""));
    expect(said.map(([heading]) => heading)).toEqual([
      "Need another look: 2",
      "No longer asked for: 1",
      "New: 1",
      "Still fits: 2",
    ]);
    expect(said[0]).toEqual(
      expect.arrayContaining(["1.3 Explain how dough is kneaded", "Describe how dough is kneaded", "2.1 Set an oven"]),
    );
    expect(said[1]).toEqual(expect.arrayContaining(["1.3 Prove the dough", "I wait\nEvidence: E1".split("\n")[0]]));
    expect(said[2]).toContain("2.2 Slice a loaf");
    expect(said[3]).toEqual(expect.arrayContaining(["1.1 Cool a loaf", "1.2 Weigh the ingredients of a loaf"]));
    expect(await dialog(page).innerText()).toContain("written for version 1.0; this workbook is for version 1.1");
    await press(page, "Cancel");
    expect(await value(page, "bread.cool.a")).toBe("");
    await importInto(page, await older());
    await press(page, "Bring it in");
    expect(await arrived(page)).toContain("It comes from: Sam Example (1001) · workbook · version 1.0");

    expect(await value(page, "bread.cool.a")).toBe("On a rack");
    const marks = page.locator(".mark");
    const marked = () => marks.evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")));
    expect(await marked()).toEqual(["Another look at 1.3", "Another look at 2.1"]);
    expect(await page.locator("#no-longer-asked").innerText()).toMatch(/1\.3 Prove the dough[\s\S]*I wait[\s\S]*E1/u);
    await saved(page);
    await page.reload();
    expect(await marked()).toHaveLength(2);
    expect(await page.locator("#no-longer-asked").count()).toBe(1);
    const again = await exportFrom(page);
    expect(again.criteria.at(-1)).toMatchObject({ key: "prove", answer: "I wait", evidence: ["E1"] });
    const other = await open("newer");
    await importInto(other, again);
    await press(other, "Bring it in");
    await arrived(other);
    expect(await other.locator(".mark").count()).toBe(2);

    // A record that was written for yet another wording says that one.
    const kims = await older();
    const words = kims.criteria.map((one) =>
      one.key === "knead" ? { ...one, text: "Knead dough", hash: "0badc0de" } : one,
    );
    await importInto(page, { ...kims, learner: { name: "Kim Other", number: "2", centre: null }, criteria: words });
    await press(page, "Bring it in");
    await press(page, "Open beside it");
    await arrived(page);
    expect(await marks.first().innerText()).toContain("Knead dough");
    await openMore(page);
    await press(page, "Open: Sam Example");
    expect(await marks.first().innerText()).toContain("Describe how dough is kneaded");

    // Renaming evidence is no new answer; confirming and rewriting are.
    await write(page, "log.1.reference", "P1");
    await field(page, "log.1.reference").blur();
    await page.locator("#no-longer-asked", { hasText: "P1" }).waitFor();
    expect(await marked()).toHaveLength(2);
    await progress(page).click();
    expect(await dialog(page).innerText()).toContain("Wording has changed: look at your answer again");
    await press(page, "Close");
    await page.getByRole("button", { name: "I have checked this answer: 1.3" }).click();
    expect(await page.evaluate<string>(focused)).toBe("bread.knead.a");
    expect(await marked()).toEqual(["Another look at 2.1"]);
    await write(page, "bread.oven.a", "At 230");
    await marks.first().waitFor({ state: "detached" });
    const done = await exportFrom(page);
    const fresh = done.criteria.filter(({ key }) => key === "knead" || key === "oven");
    expect(fresh.map(({ text }) => text)).toEqual(["Explain how dough is kneaded", "Set an oven"]);
    await page.reload();
    expect(await marks.count()).toBe(0);
  });

  test("a workbook of one unit takes a file of the whole, and keeps the rest of it out of sight", async () => {
    const page = await open("part");
    const record = await older();
    const criteria = record.criteria.map((one) => (one.unit === "cake" ? { ...one, answer: "With sugar" } : one));
    await bringIn(page, { ...record, criteria });
    await saved(page);
    expect(await value(page, "bread.cool.a")).toBe("On a rack");
    expect(await page.locator("#no-longer-asked").count()).toBe(0);
    expect(await progress(page).innerText()).toBe("5 of 5 assessment criteria answered · 2 with evidence");
    expect((await exportFrom(page)).criteria.at(-1)).toMatchObject({ unit: "cake", answer: "With sugar" });
  });

  test("answers that the device keeps for the older version are offered in the newer one, and stay", async () => {
    const context = await device();
    const before = await openOn(context);
    await fillIn(before);
    await savedAs(before, "On a rack");
    const page = await openBeside(context, "newer");
    expect(await dialog(page).innerText()).toContain("Bring in your answers from another version?");
    expect(await dialog(page).innerText()).toContain("Need another look: 2");
    await press(page, "Start with an empty workbook");
    expect(await value(page, "bread.cool.a")).toBe("");
    await page.reload();
    await press(page, "Bring my answers in");
    await savedAs(page, "On a rack");
    expect(await value(page, "bread.cool.a")).toBe("On a rack");
    expect(await page.locator(".mark").count()).toBe(2);
    await page.reload();
    expect(await dialog(page).count()).toBe(0);
    expect(await page.locator(".mark").count()).toBe(2);
    await before.reload();
    expect(await value(before, "bread.prove.a")).toBe("I wait");
  });

  test("keeps the workbooks of several learners apart, and clears one of them", async () => {
    const context = await device();
    const page = await openOn(context);
    await fillIn(page);
    await saved(page);
    await openMore(page);
    await press(page, "Start for another learner");
    expect(await value(page, "me.name")).toBe("");
    await write(page, "me.name", "Kim Other");
    await write(page, "bread.weigh.a", "Kim weighs");
    await savedAs(page, "Kim weighs");
    await page.reload();
    expect(await dialog(page).innerText()).toContain("Whose workbook is it?");
    await press(page, "Kim Other");
    expect(await value(page, "bread.weigh.a")).toBe("Kim weighs");
    // The file of somebody else goes into a workbook of its own.
    const record = await older();
    await importInto(page, { ...record, learner: { name: "Lee Third", number: "3", centre: null } });
    expect(await dialog(page).innerText()).toContain("This page shows: Kim Other. The file is about: Lee Third (3).");
    await press(page, "Open beside it");
    await arrived(page);
    expect(await value(page, "me.name")).toBe("Lee Third");
    await openMore(page);
    await dialog(page).getByRole("button", { name: "Open: Kim Other" }).click();
    expect(await page.evaluate<string[]>(keptSlots)).toHaveLength(3);

    // A copy that bears no name goes too, and those of others stay.
    await page.evaluate(`(() => {
      const [slot] = Object.keys(localStorage);
      const nameless = { ...JSON.parse(localStorage[slot]), learner: { name: null, number: null, centre: null } };
      localStorage[slot.replace(/[^/]+$/u, "nameless")] = JSON.stringify(nameless);
    })()`);
    await openMore(page);
    await press(page, "Clear my answers");
    expect(await dialog(page).innerText()).toContain("Kim Other");
    expect(
      await dialog(page)
        .getByLabel(/^no name yet/u)
        .isChecked(),
    ).toBe(true);
    expect(await dialog(page).innerText()).toContain("Kept on this device: 2 copies of others.");
    await press(page, "Cancel");
    expect(await value(page, "bread.weigh.a")).toBe("Kim weighs");
    await openMore(page);
    await press(page, "Clear my answers");
    const [download] = await Promise.all([page.waitForEvent("download"), press(page, "Export first")]);
    expect(download.suggestedFilename()).toBe("Kim-Other-baking-learner-workbook.json");
    await press(page, "Clear everything");
    expect(await value(page, "bread.weigh.a")).toBe("");
    expect(await status(page).innerText()).toBe("What you type is saved on this device");
    expect(await page.evaluate<string[]>(keptSlots)).toHaveLength(2);
    expect((await page.evaluate<string[]>("Object.values(localStorage)")).join()).not.toContain("Kim");
    await page.reload();
    await press(page, "Sam Example");
    expect(await value(page, "bread.weigh.a")).toBe("I weigh flour");
  });

  test("another window that has cleared the workbook is said, and nothing comes back unasked", async () => {
    const context = await device();
    const page = await openOn(context);
    await fillIn(page);
    await savedAs(page, "On a rack");
    const other = await openBeside(context);
    await openMore(other);
    await press(other, "Clear my answers");
    await press(other, "Clear everything");
    await page.bringToFront();
    await status(page).filter({ hasText: "another window has cleared" }).waitFor();
    expect(await page.evaluate<string[]>(keptSlots)).toEqual([]);
    await page.locator(".bar").getByRole("button", { name: "Choose what to keep" }).click();
    await press(page, "Clear this page too");
    expect(await value(page, "bread.weigh.a")).toBe("");
    expect(await page.evaluate<string[]>(keptSlots)).toEqual([]);
  });

  /** The file that an assessor sends back. */
  async function judged(): Promise<LearnerRecord> {
    const record = await older();
    return {
      ...record,
      document: "assessor-checklist",
      criteria: record.criteria.map((one) => {
        const { hash, assessment } = one;
        const decided = { ...assessment, hash, date: "3 May 2026", assessor: "JS" };
        if (one.key === "weigh") return { ...one, assessment: { ...decided, decision: "met", feedback: "Well done." } };
        if (one.key !== "knead") return one;
        return { ...one, assessment: { ...decided, decision: "not-yet", feedback: "Say for how long." } };
      }),
      units: record.units.map((unit) =>
        unit.id === "bread" ? { ...unit, decision: "further-work", feedback: "Nearly.", actions: "Bake again." } : unit,
      ),
    };
  }

  test("shows what the assessor decided and wrote, and keeps answers that were changed meanwhile", async () => {
    const page = await open();
    await bringIn(page, await older());
    await write(page, "bread.cool.a", "On a rack, for an hour");
    await saved(page);
    await bringIn(page, await judged());
    await page.locator(".verdict").first().waitFor();
    expect(await value(page, "bread.cool.a")).toBe("On a rack, for an hour");
    const verdict = await criterion(page, "bread.knead").locator(".verdict").innerText();
    expect(verdict).toMatch(/Not yet · 3 May 2026 · JS\s+Feedback:\s+Say for how long\./u);
    expect(await page.locator("#unit-bread > .verdict").innerText()).toMatch(/Nearly\.[\s\S]*Bake again\./u);
    expect(await page.locator(".outcome .meter").first().innerText()).toContain("1 met");
    await page.reload();
    expect(await page.locator(".verdict").count()).toBe(3);
    expect((await exportFrom(page)).criteria[1]?.assessment.feedback).toBe("Say for how long.");
  });

  test("a hostile file is shown as words only", async () => {
    const record = await judged();
    const long = "word ".repeat(4000);
    const bad = (text: string | null) => (text === null ? null : `${hostile} ${text}`);
    const criteria = record.criteria.map((one) => ({
      ...one,
      answer: one.key === "oven" ? long : bad(one.answer),
      text: hostile,
      hash: "00000000",
      evidence: one.evidence.map(() => "<i>E1</i>"),
      assessment: { ...one.assessment, feedback: bad(one.assessment.feedback), assessor: bad(one.assessment.assessor) },
    }));
    const [first] = criteria;
    if (first === undefined) throw new Error("No criterion");
    const text = JSON.stringify({
      ...record,
      learner: { name: hostile, number: null, centre: null },
      evidence: [{ reference: "<i>E1</i>", description: hostile, date: null }],
      criteria: [...criteria, { ...first, unit: "__proto__", key: "constructor", number: hostile }],
      units: record.units.map((unit) => ({ ...unit, feedback: hostile })),
      fields: { made: hostile },
    }).replace('"made":', `"__proto__":"polluted","constructor":"polluted","toString":"polluted","made":`);
    const page = await open();
    await importTexts(page, text);
    expect(await dialog(page).innerText()).toContain("{{evil}} {name}");
    await press(page, "Bring it in");
    await arrived(page);
    await saved(page);
    expect(await value(page, "bread.weigh.a")).toBe(`${hostile} I weigh flour`);
    expect(await value(page, "bread.oven.a")).toBe(long);
    expect(await value(page, "me.name")).toBe(hostile);
    expect(await page.locator(".verdict").first().innerText()).toContain(hostile);
    expect(await page.locator("#no-longer-asked").innerText()).toContain(hostile);
    await progress(page).click();
    await press(page, "Close");
    await openMore(page);
    expect(await dialog(page).innerText()).toContain(`On the page now: ${hostile}`);
    await press(page, "Close");
    await page.reload();
    expect(await page.locator("script").count()).toBe(2);
    expect(await page.locator("img, main b, dialog b, main i").count()).toBe(0);
    expect(await page.title()).not.toBe("run");
    expect(await page.evaluate<string>("String({}.polluted) + typeof {}.toString")).toBe("undefinedfunction");
    const again = await exportFrom(page);
    expect(Object.keys(again.fields).sort()).toEqual([
      "..taken.assessor-checklist",
      "__proto__",
      "constructor",
      "made",
      "toString",
    ]);
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await page.evaluate<number>(overflow)).toBeLessThanOrEqual(0);
  });

  test("without scripts it is a page to fill in", async () => {
    const page = await openOn(await device({ javaScriptEnabled: false }));
    await write(page, "bread.weigh.a", "Flour");
    expect(await value(page, "bread.weigh.a")).toBe("Flour");
    expect(await field(page, "log.1.criteria").isVisible()).toBe(true);
    expect(await page.locator("button, .program, dialog").count()).toBe(0);
    expect(await page.locator(".saving").first().innerText()).not.toContain("on this device only");
  });

  test("nothing runs and nothing is fetched but the program itself", async () => {
    const context = await device();
    const page = await context.newPage();
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    await page.goto(address("older"));
    const policy = await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
    expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+';/u);
    expect(policy).not.toContain("unsafe");
    const said: string[] = [];
    page.on("console", (message) => said.push(message.text()));
    await page.evaluate(`(() => {
      const script = document.createElement("script");
      script.textContent = "document.title = 'run'";
      document.body.append(script);
      document.body.insertAdjacentHTML("beforeend", '<button id="own" onclick="document.title = \\'run\\'" style="color: red">x</button>');
      document.getElementById("own").click();
      void fetch("https://example.org/").catch(() => undefined);
    })()`);
    await expect.poll(() => said.filter((one) => one.includes("Content Security Policy")).length).toBeGreaterThan(3);
    expect(await page.title()).not.toBe("run");
    expect(requests).toEqual([address("older")]);
  });

  test("on paper everything that was written stands in full, and no furniture", async () => {
    const page = await open();
    await bringIn(page, await judged());
    const lines = Array.from({ length: 120 }, (_, line) => `Line ${line + 1} of a long answer.`);
    await write(page, "bread.oven.a", lines.join("\n"));
    await write(page, "log.1.description", `Photographs ${"that show all of it ".repeat(8)}to the end`);
    await saved(page);
    await openMore(page);
    const path = join(folder.path, "printed.pdf");
    writeFileSync(path, await page.pdf({ preferCSSPageSize: true }));
    expect(await page.locator(".written").count()).toBe(0);

    await page.evaluate("window.dispatchEvent(new Event('beforeprint'))");
    await page.emulateMedia({ media: "print" });
    for (const furniture of [".bar", "dialog", ".add", ".count", ".add-row", ".meter"]) {
      expect(await page.locator(furniture).first().isVisible(), furniture).toBe(false);
    }
    const shown = page.locator(".written").filter({ hasText: "Line 1 of a long answer." });
    expect(await shown.innerText()).toBe(lines.join("\n"));
    expect(await field(page, "bread.oven.a").isVisible()).toBe(false);
    expect(await page.locator(".filled-in").innerText()).toContain("Filled in by Sam Example (1001) · saved");
    const text = textOf(path);
    if (text === null) return;
    for (const words of [...lines, "to the end", "Say for how long.", "Filled in by Sam Example"]) {
      expect(text).toContain(words);
    }
    for (const words of ["Add evidence", "Export to a file", "on this device only", "answered"]) {
      expect(text).not.toContain(words);
    }
  });

  test("a qualification of 200 criteria fits a phone", async () => {
    const page = await openOn(await device({ viewport: { width: 390, height: 800 } }, false), "large");
    expect(await progress(page).innerText()).toBe("0 of 201 assessment criteria answered");
    await write(page, "bread.c-40-5.a", "w".repeat(300));
    await write(page, "bread.c-40-5.e", "w".repeat(300));
    await saved(page);
    expect(await page.evaluate<number>(overflow)).toBeLessThanOrEqual(0);
    await page.locator(".bar .progress").click();
    expect(await page.evaluate<number>(overflow)).toBeLessThanOrEqual(0);
    await press(page, "Close");
    // Nothing is computed anew at each key: the bar waits for a pause.
    const keys = `(() => {
      const observer = new MutationObserver(() => undefined);
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      const box = document.querySelector('[data-field="bread.c-1-1.a"]');
      for (let at = 0; at < 10; at += 1) {
        box.value += "a";
        box.dispatchEvent(new Event("input", { bubbles: true }));
      }
      return observer.takeRecords().length;
    })()`;
    expect(await page.evaluate<number>(keys)).toBe(0);
    await progress(page).filter({ hasText: "2 of 201" }).waitFor();
  });

  test("axe finds nothing, with dialogs open and with marks shown", async () => {
    const page = await open("newer");
    const look = async () => {
      // What stands behind the bar at the top is nothing to press.
      await page.evaluate("window.scrollTo({ top: 0, behavior: 'instant' })");
      expect(await page.evaluate<string[]>(violations)).toEqual([]);
    };
    await page.evaluate(axe);
    await importInto(page, await judged());
    await look();
    await press(page, "Bring it in");
    await look();
    await arrived(page);
    await write(page, "cake.ice.e", "E9");
    await page.locator(".unknown").waitFor();
    await page.setViewportSize({ width: 390, height: 800 });
    await look();
    expect(await page.evaluate<number>(overflow)).toBeLessThanOrEqual(0);
    await openMore(page);
    await look();
    await press(page, "Close");
    await progress(page).click();
    await look();
    await press(page, "Close");
    await criterion(page, "cake.ice").getByRole("button", { name: "Add evidence" }).click();
    await look();
    await press(page, "Done");
  });

  test("what has the focus never stands behind the bar", async () => {
    const page = await openOn(await device({ viewport: { width: 390, height: 640 } }));
    await page.evaluate("window.scrollTo(0, document.body.scrollHeight)");
    const hidden: string[] = [];
    const behind = `(() => {
      const { top, bottom } = document.activeElement.getBoundingClientRect();
      const bar = document.querySelector(".bar").getBoundingClientRect().bottom;
      if (document.activeElement.closest(".bar") || document.activeElement === document.body) return null;
      return top < bar - 1 && bottom > 0 ? document.activeElement.outerHTML : null;
    })()`;
    await page.locator("[data-field]").last().focus();
    for (let step = 0; step < 40; step += 1) {
      await page.keyboard.press("Shift+Tab");
      const found = await page.evaluate<string | null>(behind);
      if (found !== null) hidden.push(found);
    }
    expect(hidden).toEqual([]);
  });
});

/** null where no program is there that reads PDF. */
function textOf(path: string): string | null {
  try {
    return execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" });
  } catch {
    return null;
  }
}
