import type { Io } from "../cli/io.ts";
import { changedLine } from "../reporters/changed.ts";
import { outcomeOf, type Report } from "../reporters/report.ts";

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
export function onScreen({ out, err, env, timeOfDay }: Io): Frames {
  const isWiped = out.isTerminal && env["TERM"] !== "dumb";
  let isFirst = true;
  return {
    begin: (changed) => {
      if (!isFirst) {
        out.write(isWiped ? wipe : "\n");
        err.write(`${changedLine(changed, timeOfDay?.() ?? null)}\n`);
      }
      isFirst = false;
    },
    end: () => err.write(hint),
  };
}

/** The screen, not what was scrolled away before. */
const wipe = "\u001b[2J\u001b[H";
