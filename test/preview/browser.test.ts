import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Browser, Frame, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInBrowser, launchBrowser } from "../papers/browser.ts";
import { copyWorkspace, sharedFolder, starterFolder } from "../papers/build-papers.ts";
import { environment, launcher } from "../run-qualspec.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
// What runs in the page is text: the tests know no types of browsers.
const violations = `axe.run(document, {
  resultTypes: ["violations"],
  iframes: false,
  runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
}).then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html).slice(0, 3).join(" ")))`;

const folder = sharedFolder();
const workspace = join(folder.path, "workspace");
const unit = join(workspace, "units", "hot-drinks.yaml");

describeInBrowser("qualspec preview", () => {
  let browser: Browser;
  let page: Page;
  let server: ChildProcess;
  let address = "";
  const complaints: string[] = [];

  beforeAll(async () => {
    copyWorkspace(starterFolder, workspace);
    server = spawn(process.execPath, [launcher, "preview"], { cwd: workspace, env: environment() });
    const printed = new Promise<string>((resolve) => {
      server.stdout?.setEncoding("utf8").once("data", resolve);
    });
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 1200, height: 700 } });
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    address = (await printed).trim();
  });
  afterAll(async () => {
    await browser?.close();
    server?.kill("SIGKILL");
    folder.remove();
  });

  const paper = (): Frame => {
    const frame = page.frame({ name: "paper" });
    if (frame === null) throw new Error("No paper");
    return frame;
  };
  const top = () => paper().evaluate<number>("scrollY");
  const write = (change: (text: string) => string) => writeFileSync(unit, change(readFileSync(unit, "utf8")));
  const accessible = async () => {
    await page.evaluate(axe);
    expect(await page.evaluate<string[]>(violations)).toEqual([]);
  };
  const onPhone = async (look: () => Promise<void>) => {
    await page.setViewportSize({ width: 360, height: 700 });
    await look();
    expect(await page.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(360);
    await page.setViewportSize({ width: 1200, height: 700 });
  };

  test("from the list to a paper, on a wide and a narrow screen", async () => {
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/u);
    await page.goto(address);
    await accessible();
    await page.getByRole("link", { name: "Example Awards Level 2 Award" }).click();
    await page.getByRole("link", { name: "Learner workbook" }).waitFor();
    await accessible();
    await onPhone(accessible);
    await page.getByRole("link", { name: "Learner workbook" }).click();
    await page.frameLocator("#paper").getByRole("heading", { name: "Outline how to check a drinks machine" }).waitFor();
    await accessible();
    await onPhone(accessible);
  });

  test("a saved change is on screen, where its reader was", async () => {
    await paper().getByText("What you type is saved on this device", { exact: true }).waitFor();
    await paper().evaluate("scrollTo(0, 1500)");
    const before = await top();
    write((text) => text.replace("Outline how to check", "Explain how to check"));
    await paper().getByRole("heading", { name: "Explain how to check a drinks machine before use" }).waitFor();
    await expect.poll(top).toBe(before);
  });

  test("a finding leads to its place in the paper", async () => {
    write((text) => text.replace("Prepare drinks to order", "Drinks to order TBC"));
    const link = page.getByRole("link", { name: /^Show in the paper ?: line \d+, placeholder-left$/u });
    await link.waitFor();
    await accessible();
    await paper().evaluate("scrollTo(0, 0)");
    await link.click();
    await paper().getByRole("heading", { name: "Drinks to order TBC" }).waitFor();
    await expect.poll(top).toBeGreaterThan(1000);
  });

  test("a file that cannot be read shows what is wrong, beside the paper as it was", async () => {
    const sound = readFileSync(unit, "utf8");
    write((text) => text.replace("title: Prepare hot drinks", 'title: "Prepare <b>hot</b> drinks'));
    await page.getByText("could no longer be read").waitFor();
    await page.getByText("1 error").first().waitFor();
    expect(await paper().getByRole("heading", { name: "Drinks to order TBC" }).count()).toBe(1);
    expect(await page.locator("b").count()).toBe(0);
    await accessible();
    writeFileSync(unit, sound);
    await page.getByText("could no longer be read").waitFor({ state: "detached" });
  });

  test("its policies let nothing else in, and it says when it has stopped", async () => {
    expect(complaints).toEqual([]);
    const hosts = await fetch(address, { headers: { "Sec-Fetch-Site": "cross-site" } });
    expect(hosts.status).toBe(403);
    const ended = new Promise((resolve) => {
      server.once("exit", resolve);
    });
    server.kill("SIGINT");
    // Windows knows no such signal: there it ends the process.
    expect(await ended).toBe(process.platform === "win32" ? null : 0);
    await page.getByText("The preview has stopped").waitFor();
  });
});
