import type { ReadRegister } from "../exchange/read-register.ts";
import { code, joinWords } from "../text/words.ts";
import type { Checked } from "../workspace/check.ts";

/** What was not compared with an export of the Register, so that nobody takes silence for agreement. */
export function registerNotes({ register, missing }: ReadRegister, { workspaces }: Checked): readonly string[] {
  if (workspaces.length === 0) return [];
  const qualifications = workspaces.flatMap(({ corpus }) => corpus.qualifications);
  const numbered = qualifications.filter(({ source }) => (source.number ?? "none") !== "none");
  const path = code(register.path);
  if (numbered.length === 0)
    return [`Nothing was compared with ${path}: no qualification that was checked has a number`];
  if (missing.length === 0) return [];
  return [`Not everything was compared with ${path}: it has no column ${joinWords(missing.map(code), "or")}`];
}
