import type { Io } from "../cli/io.ts";
import { belowRepository } from "../files/repository.ts";
import { reporters } from "../reporters/index.ts";
import { type CommandError, summarise } from "../reporters/report.ts";
import { giveReport } from "./give-report.ts";
import { planReports } from "./plan-reports.ts";

/**
 * Tells in every report that was asked for, as far as the command line can be read, why there is nothing to report.
 *
 * @returns whether it was told on standard output or standard error; not, where JSON was asked for or nothing but text.
 */
export async function reportFailure(
  problem: CommandError,
  args: readonly string[],
  io: Io,
  version: string,
): Promise<boolean> {
  const words = beforeEnd(args);
  const format = valuesOf("--format", words).findLast((value) => reporters.some(({ id }) => id === value)) ?? "pretty";
  const { plans } = await planReports(valuesOf("--report", words), inputsOf(args), io.cwd);
  if (plans.length === 0 && (format === "pretty" || format === "json")) return false;
  const report = {
    version,
    error: problem,
    summary: summarise([], 0),
    findings: [],
    paths: [],
    below: belowRepository(io.cwd),
  };
  await giveReport(io, report, format, plans);
  return true;
}

/** What stands before `--`: after it everything is a path. */
function beforeEnd(args: readonly string[]): readonly string[] {
  const end = args.indexOf("--");
  return end === -1 ? args : args.slice(0, end);
}

function valuesOf(flag: string, words: readonly string[]): readonly string[] {
  return words.flatMap((word, at) => {
    if (word.startsWith(`${flag}=`)) return [word.slice(flag.length + 1)];
    const next = words[at + 1];
    return word === flag && next !== undefined ? [next] : [];
  });
}

/** Every word that may name a file to read: rather one too many than one that a report takes the place of. */
function inputsOf(args: readonly string[]): readonly string[] {
  return args.flatMap((word) =>
    word.startsWith("--") && !word.startsWith("--report=") ? word.split("=").slice(1) : [word],
  );
}
