import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "../bundle.config.ts";
import { launchBrowser } from "./papers/browser.ts";

/**
 * Takes the pictures of the README anew: `npm run pictures`. It needs Chromium, the engine of PDF, and `pdftoppm`, which
 * comes with Poppler.
 */

const root = fileURLToPath(new URL("..", import.meta.url));
const pictures = join(root, ".github", "pictures");
const folder = mkdtempSync(join(tmpdir(), "qualspec-pictures-"));

await build();
mkdirSync(pictures, { recursive: true });
try {
  const specification = join(root, "specs", "qualifications", "l5-digital-leadership.yaml");
  const command = [join(root, "bin", "qualspec.js"), "build", specification, "--out", folder];
  run(process.execPath, [...command, "--document", "learner-workbook,assessor-checklist", "--to", "html"]);
  run(process.execPath, [...command, "--document", "qualification-specification", "--to", "pdf"]);
  await takeScreens(join(folder, "l5-digital-leadership"));
  const pdf = join(folder, "l5-digital-leadership", "qualification-specification.pdf");
  run("pdftoppm", ["-r", "60", "-png", "-f", "3", "-l", "3", "-singlefile", pdf, join(pictures, "specification")]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function takeScreens(papers: string): Promise<void> {
  const browser = await launchBrowser();
  const open = async (name: string, width: number, height: number) => {
    const context = await browser.newContext({ viewport: { width, height }, locale: "en-GB" });
    await context.clock.setFixedTime(new Date("2026-05-11T14:03:00"));
    const page = await context.newPage();
    await page.goto(pathToFileURL(join(papers, name)).href);
    return page;
  };
  const answer =
    "R has had a tablet since the spring. It widens one choice: R now decides when to call the family, where before somebody had to be free to help. It narrows another: the shop that R likes can no longer be reached by telephone.";
  for (const [name, width, height] of [
    ["workbook", 1100, 720],
    ["phone", 390, 720],
  ] as const) {
    const page = await open("learner-workbook.html", width, height);
    await page.locator("[data-field='me.name']").fill("Sam Example");
    const first = page.locator("textarea").first();
    await first.fill(answer);
    await page.locator(".criterion h4").first().scrollIntoViewIfNeeded();
    await page.evaluate("document.querySelector('.criterion h4').scrollIntoView()");
    await page.evaluate("new Promise((go) => setTimeout(go, 800))");
    await page.screenshot({ path: join(pictures, `${name}.png`) });
  }
  await browser.close();
}

function run(command: string, args: readonly string[]): void {
  const { status, stderr, error } = spawnSync(command, args, { encoding: "utf8" });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${stderr}`);
}
