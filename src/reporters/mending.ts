import { printable } from "../text/printable.ts";
import { countOf } from "../text/words.ts";
import type { Colours } from "./colours.ts";
import type { Mending } from "./report.ts";

/** "Mended units/first-aid.yaml:3 unquoted-number: Put the number in quotes", a line for each. */
export function prettyMended({ fixed }: Mending, colours: Colours): string {
  const lines = fixed.map(({ rule, place, fix }) => {
    const { line } = place.file.positionAt(place.start);
    return `${colours.green("Mended")} ${printable(place.file.path)}:${line} ${rule}: ${printable(fix?.title ?? "")}\n`;
  });
  return lines.length === 0 ? "" : `${lines.join("")}\n`;
}

/** A diff for people to see, or, without colours, as it is, for a program that applies it. */
export function prettyDiff(diff: string, colours: Colours): string {
  return diff
    .split("\n")
    .map((line) => paintOf(line, colours)(line))
    .join("\n");
}

/** What a dry run says beside its diff. */
export function dryRunNote({ fixed }: Mending): string {
  if (fixed.length === 0) return "Nothing to mend: no finding here has one right answer";
  return `Would mend ${countOf(fixed.length, "finding")}; nothing was written`;
}

function paintOf(line: string, colours: Colours): Colours["bold"] {
  if (/^(?:---|\+\+\+) [ab"]/u.test(line)) return colours.bold;
  if (line.startsWith("@@")) return colours.cyan;
  if (line.startsWith("-")) return colours.red;
  return line.startsWith("+") ? colours.green : (text) => text;
}
