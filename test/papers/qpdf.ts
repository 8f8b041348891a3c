import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { describe } from "vitest";

const env = process.env;

/** What stands in the PATH comes first, then where installers put it. */
function usualPlaces(): readonly string[] {
  const names = ["qpdf", "qpdf.exe"];
  const inPath = (env["PATH"] ?? "").split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [...inPath, "/usr/bin/qpdf", "/opt/homebrew/bin/qpdf", "/usr/local/bin/qpdf"];
}

const given = env["QPDF_PATH"];
const found = given ?? usualPlaces().find((place) => existsSync(place));

/** It is not installed with the tools: whoever wants PDF installs it. */
const engine = "@myriaddreamin/typst-ts-node-compiler";
const hasEngine = await import(/* @vite-ignore */ engine).then(
  () => true,
  () => false,
);

const missing =
  found === undefined
    ? "no qpdf; install it, or say in QPDF_PATH where it is"
    : hasEngine
      ? null
      : `no engine for PDF; npm install --no-save ${engine}@0.7.0`;
const isLeftOut = missing !== null && env["CI"] === undefined;

/** Tests that make PDF and look into it: where that cannot be done they are skipped, and where everything has to hold they fail. */
export function describeInPdf(name: string, tests: () => void): void {
  describe.skipIf(isLeftOut)(isLeftOut ? `${name} (skipped: ${missing})` : name, tests);
}

/** What qpdf says of a file; throws where it finds a fault. */
export function qpdf(...args: readonly string[]): string {
  if (found === undefined) throw new Error("No qpdf: install it, or say in QPDF_PATH where it is");
  const ran = spawnSync(found, args, { encoding: "utf8", maxBuffer: 1024 * 1024 * 1024 });
  if (ran.error !== undefined) throw ran.error;
  if (ran.status !== 0) throw new Error(`qpdf ended with ${ran.status}: ${ran.stdout}${ran.stderr}`);
  return ran.stdout;
}
