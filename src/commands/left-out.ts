import { basename, extname } from "node:path";
import { countOf } from "../text/words.ts";
import type { Checked } from "../workspace/check.ts";

/** A file with errors of which nothing else is known: it is in no list and in no answer. */
export interface LeftOut {
  /** As printed. */
  readonly path: string;
  /** What it calls itself, else its name. */
  readonly id: string;
  readonly isQualification: boolean;
  readonly errors: number;
}

/** The specifications that are there and cannot be read, in the order of their paths. */
export function leftOut({ findings, workspaces }: Checked): readonly LeftOut[] {
  const sound = new Set(
    workspaces.flatMap(({ corpus }) =>
      [...corpus.qualifications, ...corpus.units, ...corpus.frameworks].map(({ origin }) => origin.spec.source.path),
    ),
  );
  const settings = new Set(workspaces.map(({ workspace }) => workspace.spec?.source.path));
  const errors = findings.filter(({ severity, place }) => {
    const { path } = place.file;
    return severity === "error" && /\.ya?ml$/iu.test(path) && !sound.has(path) && !settings.has(path);
  });
  return [...new Set(errors.map(({ place }) => place.file))].map(({ path, text }) => ({
    path,
    id: /^id:[ \t]*["'“]?([\w-]+)/mu.exec(text)?.[1] ?? basename(path, extname(path)),
    isQualification: /^kind:[ \t]*\W?qualification\b/mu.test(text) || /^rulesOfCombination:/mu.test(text),
    errors: errors.filter(({ place }) => place.file.path === path).length,
  }));
}

export function leftOutWords({ path, errors }: LeftOut): string {
  return `\`${path}\` (${countOf(errors, "error")})`;
}
