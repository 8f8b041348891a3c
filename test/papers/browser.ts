import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { describe } from "vitest";

const env = process.env;

/** What stands in the PATH comes first, then where installers put it. */
function usualPlaces(): readonly string[] {
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const inPath = (env["PATH"] ?? "").split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  const programs = [env["PROGRAMFILES"], env["PROGRAMFILES(X86)"], env["LOCALAPPDATA"]].flatMap((one) => one ?? []);
  return [
    ...inPath,
    ...names.map((name) => join("/usr/bin", name)),
    "/snap/bin/chromium",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ...programs.flatMap((folder) => [
      join(folder, "Chromium", "Application", "chrome.exe"),
      join(folder, "Google", "Chrome", "Application", "chrome.exe"),
      join(folder, "Microsoft", "Edge", "Application", "msedge.exe"),
    ]),
  ];
}

const given = env["CHROMIUM_PATH"];
const found = given ?? usualPlaces().find((place) => existsSync(place));
const isLeftOut = found === undefined && env["CI"] === undefined;

/** Tests that need Chromium: without it they are skipped, and where everything has to hold they fail. */
export function describeInBrowser(name: string, tests: () => void): void {
  describe.skipIf(isLeftOut)(
    isLeftOut ? `${name} (skipped: no Chromium; install it, or say in CHROMIUM_PATH where it is)` : name,
    // It shares the machine with the other tests: what a busy moment has spoilt is looked at again.
    { retry: 2 },
    tests,
  );
}

export async function launchBrowser(): Promise<Browser> {
  if (found === undefined) throw new Error("No Chromium: install it, or say in CHROMIUM_PATH where it is");
  return await chromium.launch({
    executablePath: found,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ],
  });
}
