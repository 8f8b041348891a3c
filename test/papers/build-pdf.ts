import { readdirSync } from "node:fs";
import { join, sep } from "node:path";
import { documents } from "../../src/documents/index.ts";
import { runQualspec } from "../run-qualspec.ts";

export interface BuiltPdf {
  /** Such as l2-example-award/learner-workbook.pdf. */
  readonly name: string;
  readonly document: string;
  readonly path: string;
}

export interface HowToBuild {
  /** All of them, where none are named. */
  readonly documents?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Makes papers of what stands in a folder as PDF, with the command that ships. */
export function buildPdf(cwd: string, out: string, how: HowToBuild = {}): readonly BuiltPdf[] {
  const chosen = how.documents ?? documents.map(({ id }) => id);
  const args = ["build", ".", "--force", "--to", "pdf", "--out", out, "--document", chosen.join()];
  const ran = runQualspec(args, { cwd, env: how.env ?? {} });
  if (ran.code !== 0) throw new Error(`qualspec build ended with ${ran.code}:\n${ran.stdout}\n${ran.stderr}`);
  return readdirSync(out, { recursive: true, encoding: "utf8" })
    .map((name) => name.split(sep).join("/"))
    .filter((name) => name.endsWith(".pdf"))
    .sort()
    .map((name) => ({
      name,
      document: /([^/]+)\.pdf$/u.exec(name)?.[1] ?? "",
      path: join(out, ...name.split("/")),
    }));
}
