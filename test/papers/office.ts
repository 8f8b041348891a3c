import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe } from "vitest";

const env = process.env;

/** What stands in the PATH comes first, then where installers put it. */
function usualPlaces(): readonly string[] {
  const names = ["soffice", "libreoffice"];
  const inPath = (env["PATH"] ?? "").split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  const programs = [env["PROGRAMFILES"], env["PROGRAMFILES(X86)"]].flatMap((one) => one ?? []);
  return [
    ...inPath,
    "/usr/bin/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    ...programs.map((folder) => join(folder, "LibreOffice", "program", "soffice.com")),
  ];
}

const given = env["SOFFICE_PATH"];
const found = given ?? usualPlaces().find((place) => existsSync(place));
const isLeftOut = found === undefined && env["CI"] === undefined;

/** Tests that need LibreOffice: without it they are skipped, and where everything has to hold they fail. */
export function describeInOffice(name: string, tests: () => void): void {
  describe.skipIf(isLeftOut)(
    isLeftOut ? `${name} (skipped: no LibreOffice; install it, or say in SOFFICE_PATH where soffice is)` : name,
    tests,
  );
}

/** Opens files and saves them in another form into a folder: all in one run, with settings of its own. */
export function convert(files: readonly string[], to: string, folder: string): void {
  if (found === undefined) throw new Error("No LibreOffice: install it, or say in SOFFICE_PATH where soffice is");
  mkdirSync(folder, { recursive: true });
  const settings = pathToFileURL(join(folder, "settings")).href;
  const ran = spawnSync(
    found,
    [`-env:UserInstallation=${settings}`, "--headless", "--convert-to", to, "--outdir", folder, ...files],
    { encoding: "utf8", timeout: 240_000 },
  );
  if (ran.error !== undefined) throw ran.error;
  if (ran.status !== 0) throw new Error(`soffice ended with ${ran.status}: ${ran.stderr}`);
}
