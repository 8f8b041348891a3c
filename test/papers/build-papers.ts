import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { inject } from "vitest";
import { documents } from "../../src/documents/index.ts";
import { type Files, writeInto } from "../check-folder.ts";
import { runQualspec } from "../run-qualspec.ts";

export interface BuiltPaper {
  /** Such as l2-example-award/learner-workbook.html. */
  readonly name: string;
  readonly document: string;
  readonly format: string;
  /** Absolute. */
  readonly path: string;
  readonly text: string;
}

export const specsFolder = fileURLToPath(new URL("../../specs", import.meta.url));
export const starterFolder = fileURLToPath(new URL("../../templates/starter", import.meta.url));

/** A folder for all tests of a file, which removes it. */
export function sharedFolder(): { readonly path: string; readonly remove: () => void } {
  const path = realpathSync.native(mkdtempSync(join(tmpdir(), "qualspec-")));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Copies a workspace to a folder, so that its own output folder is of no account. */
export function copyWorkspace(from: string, to: string): void {
  cpSync(from, to, { recursive: true });
}

export function writeWorkspace(to: string, files: Files): void {
  writeInto(to, files);
}

/** Makes every paper of a workspace with the command that ships, also of a specification that breaks rules. */
export function buildPapers(
  workspace: string,
  out: string,
  env: Readonly<Record<string, string>> = {},
): readonly BuiltPaper[] {
  const all = documents.map(({ id }) => id).join();
  const ran = runQualspec(["build", ".", "--force", "--out", out, "--document", all], { cwd: workspace, env });
  if (ran.code !== 0) throw new Error(`qualspec build ended with ${ran.code}:\n${ran.stdout}\n${ran.stderr}`);
  return readPapers(out);
}

let shipped: readonly BuiltPaper[] | null = null;

/** Those of the specifications in this repository, and of the example that `qualspec init` writes: made once by each worker, for all tests to read. */
export function buildShipped(): readonly BuiltPaper[] {
  if (shipped !== null) return shipped;
  const folder = mkdtempSync(join(inject("common"), "shipped-"));
  const out = join(folder, "papers");
  for (const [name, workspace] of Object.entries({ specs: specsFolder, starter: starterFolder })) {
    copyWorkspace(workspace, join(folder, name));
    buildPapers(join(folder, name), out);
  }
  shipped = readPapers(out);
  return shipped;
}

function readPapers(out: string): readonly BuiltPaper[] {
  return readdirSync(out, { recursive: true, encoding: "utf8" })
    .map((name) => name.split(sep).join("/"))
    .filter((name) => /\.(?:html|md)$/u.test(name))
    .sort()
    .map((name) => {
      const path = join(out, ...name.split("/"));
      const [, document = "", format = ""] = /([^/]+)\.(\w+)$/u.exec(name) ?? [];
      return { name, document, format, path, text: readFileSync(path, "utf8") };
    });
}
