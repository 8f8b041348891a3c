import { usageError } from "../cli/user-error.ts";
import { code } from "../text/words.ts";

/** The words of an option that takes several, with commas between; null where it was not given. */
export function listed(given: string | undefined, flag: string): readonly string[] | null {
  if (given === undefined) return null;
  const words = given
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");
  if (words.length === 0) throw usageError(`${code(flag)} is empty, expected at least one name after it`);
  return [...new Set(words)];
}
