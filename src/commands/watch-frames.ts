import type { Io } from "../cli/io.ts";
import { outcomeOf, type Report } from "../reporters/report.ts";
import { printable } from "../text/printable.ts";
import { code, countOf, joinWords } from "../text/words.ts";

/** What stands around the reports of a check that goes on and on. */
export interface Frames {
  /** Before a round: with the files that have changed, none before the first. */
  readonly begin: (changed: readonly string[]) => void;
  readonly end: (report: Report) => void;
}

const hint = "Watching for changes; press Ctrl+C to stop.\n";

/**
 * For editors: each round stands between two lines that a problem matcher knows, `Checking ...` and
 * `Checked 3 files: 1 error.`; its patterns are `^Checking \.\.\.$` and `^Checked \d+ files?: `.
 */
export function framed({ out }: Io): Frames {
  return {
    begin: () => out.write("Checking ...\n"),
    end: (report) => out.write(`${outcomeOf(report)}\n`),
  };
}

/** For people: on a terminal only the last report is to be seen, and elsewhere one stands below the other. */
export function onScreen({ out, err, env }: Io): Frames {
  const isWiped = out.isTerminal && env["TERM"] !== "dumb";
  let isFirst = true;
  return {
    begin: (changed) => {
      if (!isFirst) out.write(isWiped ? wipe : "\n");
      isFirst = false;
      if (changed.length > 0) err.write(`${changeOf(changed)}\n`);
    },
    end: () => err.write(hint),
  };
}

/** The screen, not what was scrolled away before. */
const wipe = "\u001b[2J\u001b[H";

/** Up to here changes are named. */
const mostNamed = 3;

function changeOf(changed: readonly string[]): string {
  if (changed.length > mostNamed) return `Changed: ${countOf(changed.length, "file")}`;
  return `Changed: ${joinWords(changed.map((path) => code(printable(path))))}`;
}
