import type { Io } from "../cli/io.ts";
import { usageError } from "../cli/user-error.ts";
import { code } from "../text/words.ts";
import { isDay } from "../waivers/is-day.ts";
import type { CommandOption } from "./define-command.ts";

export interface WaiverOptions {
  readonly waivers?: boolean;
  readonly writeWaivers?: boolean;
  readonly until?: string;
  readonly reason?: string;
  readonly today?: string;
}

const group = "Findings that are accepted for a time:";

export const todayOption: CommandOption = {
  flags: "--today <date>",
  description: "the day on which waivers are judged, as year-month-day (default: the day that it is)",
};

export const waiverOptions: readonly CommandOption[] = [
  { flags: "--waivers", description: "list the waivers: what each covers, why, and until when", group },
  {
    flags: "--write-waivers",
    description:
      "for old specifications: write a waiver for every finding there is now into its file, so that only new ones fail; needs --until",
    group,
  },
  { flags: "--until <date>", description: "the last day of the waivers that are written, as year-month-day", group },
  { flags: "--reason <text>", description: "why they are accepted, in the waivers that are written", group },
  { ...todayOption, group },
];

/** The day on which waivers are judged. @throws UserError where the one that was given is none */
export function readToday({ today }: WaiverOptions, io: Io): string {
  if (today === undefined) return io.today();
  refuseDay(today, "--today");
  return today;
}

/** @throws UserError where what was given about waivers does not go together */
export function refuseWaivers(
  options: WaiverOptions,
  paths: readonly string[],
  today: string,
  isStaged: boolean,
): void {
  const { writeWaivers = false, until, reason } = options;
  const stray = until !== undefined ? "--until" : "--reason";
  if (!writeWaivers) {
    if (until === undefined && reason === undefined) return;
    throw usageError(`Unexpected ${code(stray)} without ${code("--write-waivers")}; add that, or leave both out`);
  }
  if (until === undefined) {
    throw usageError(
      `Missing ${code("--until")} with ${code("--write-waivers")}, expected the last day that the waivers hold; add it, such as ${code(`--until ${nextYear(today)}`)}`,
    );
  }
  refuseDay(until, "--until");
  if (until < today) {
    throw usageError(`Unexpected ${code(`--until ${until}`)}, expected ${code(today)} or a later day; change it`);
  }
  if (reason?.trim() === "") throw usageError(`Unexpected empty ${code("--reason")}; say why, or leave it out`);
  if (paths.includes("-")) {
    throw usageError(
      `Unexpected ${code("-")} with ${code("--write-waivers")}, expected files: standard input cannot be written back; save the text and name the file`,
    );
  }
  if (isStaged) {
    throw usageError(
      `Unexpected ${code("--staged")} with ${code("--write-waivers")}, which writes files and not what is staged; write first, then stage`,
    );
  }
}

function refuseDay(given: string, flag: string): void {
  if (isDay(given)) return;
  throw usageError(
    `Unexpected ${code(given)} after ${code(flag)}, expected a day of the calendar as year-month-day, such as ${code("2027-03-31")}; change it`,
  );
}

/** The same day of the next year, but for the one day that there is not in every year. */
function nextYear(today: string): string {
  return `${Number(today.slice(0, 4)) + 1}${today.slice(4).replace("02-29", "02-28")}`;
}
