import { printable } from "../text/printable.ts";
import { code, countOf, joinWords } from "../text/words.ts";

/** Up to here changes are named. */
const mostNamed = 3;

/** Why everything is looked at again: the time of day, where it is known, and the files that have changed. */
export function changedLine(changed: readonly string[], time: string | null): string {
  const what =
    changed.length === 0
      ? "Looking again"
      : changed.length > mostNamed
        ? `Changed: ${countOf(changed.length, "file")}`
        : `Changed: ${joinWords(changed.map((path) => code(printable(path))))}`;
  return `${time === null ? "" : `${time} `}${what}`;
}
