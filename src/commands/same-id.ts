import { exitCode } from "../cli/exit-code.ts";
import type { Qualification } from "../model/types.ts";
import type { CommandError } from "../reporters/report.ts";
import { code, joinWords } from "../text/words.ts";

/** A copied file that kept the id of the first: nobody can say which of the two is meant. */
export function sameIdTwice(id: string, qualifications: readonly Qualification[]): CommandError {
  const files = qualifications.filter((one) => one.id === id).map(({ origin }) => code(origin.spec.source.path));
  return {
    message: `Several files have the id ${code(id)}: ${joinWords(files)}; give each an id of its own, or delete the copy`,
    exitCode: exitCode.findings,
  };
}

export function idOfSeveral(qualifications: readonly Qualification[]): string | null {
  const ids = qualifications.map(({ id }) => id);
  return ids.find((id, at) => ids.indexOf(id) !== at) ?? null;
}
