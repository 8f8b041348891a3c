import { type ExitCode, exitCode } from "../cli/exit-code.ts";
import type { Io } from "../cli/io.ts";
import { usageError } from "../cli/user-error.ts";
import { resolvePath } from "../files/paths.ts";
import { belowRepository } from "../files/repository.ts";
import { type Report, summarise } from "../reporters/report.ts";
import { code } from "../text/words.ts";
import { type Checked, check } from "../workspace/check.ts";
import { keepChecking, type Round } from "../workspace/keep-checking.ts";
import type { CheckCommandOptions as Options } from "./check.ts";
import { refuseLimit } from "./fail-level.ts";
import { giveReport } from "./give-report.ts";
import { registerNotes } from "./register-notes.ts";
import { reportOf } from "./report-of.ts";
import { readToday, refuseWaivers } from "./waiver-options.ts";
import { framed, onScreen } from "./watch-frames.ts";

/** Reports again and again, whenever a file is saved. @returns what the last report ends with, once the user has seen enough. */
export async function watchAndReport(
  io: Io,
  given: readonly string[],
  options: Options,
  version: string,
): Promise<ExitCode> {
  refuseToWatch(options, given);
  refuseLimit(options);
  refuseWaivers(options, given, readToday(options, io), false);
  const frames = options.format === "compact" ? framed(io) : onScreen(io);
  const register = registerOf(options.register, io.cwd);
  let result: ExitCode = exitCode.clean;
  await keepChecking(io, given, {
    files: options.register === undefined ? [] : [options.register],
    begin: (changed) => {
      if (changed.some((path) => resolvePath(path, io.cwd) === register.path)) register.forget();
      frames.begin(changed);
    },
    look: async (memory) => {
      const read = await register.read();
      return check(io, given, { register: read?.register ?? null, today: readToday(options, io), memory });
    },
    end: async (round) => {
      const { report, isFailed } = describe(io, round, options, version);
      const error = await giveReport(io, report, options.format, []);
      if (round.checked !== null) for (const note of await register.notes(round.checked)) io.err.write(`${note}\n`);
      frames.end(report);
      result = error?.exitCode ?? (isFailed ? exitCode.findings : exitCode.clean);
    },
  });
  return result;
}

/** @throws UserError where it makes no sense to go on and on, or nobody could read what comes of it */
function refuseToWatch(options: Options, given: readonly string[]): void {
  const { fix, dryRun, writeWaivers, since, staged, report, skipOthers, format } = options;
  const once = {
    "--fix": fix,
    "--dry-run": dryRun,
    "--write-waivers": writeWaivers,
    "--since": since !== undefined,
    "--staged": staged,
    "--report": report !== undefined,
    "--skip-others": skipOthers,
  };
  const watch = code("--watch");
  const [stray] = Object.entries(once).find(([, isGiven]) => isGiven === true) ?? [];
  if (stray !== undefined) {
    throw usageError(
      `Unexpected ${code(stray)} with ${watch}, which only looks, again and again; leave out one of the two`,
    );
  }
  if (given.includes("-")) {
    throw usageError(
      `Unexpected ${code("-")} with ${watch}, expected files: standard input is read once; name a file, or leave out ${watch}`,
    );
  }
  if (!["pretty", "compact"].includes(format)) {
    throw usageError(
      `Unexpected ${code(`--format ${format}`)} with ${watch}, expected ${code("--format pretty")} or ${code("--format compact")}: a report for programs has one end; change it`,
    );
  }
}

/** The export of the Register that is compared with, read again only when it has changed. */
function registerOf(typed: string | undefined, cwd: string) {
  let reading: ReturnType<typeof open> | null = null;
  const open = async (path: string) => {
    const { readRegister } = await import("../exchange/read-register.ts");
    return readRegister(path, cwd);
  };
  const read = async () => {
    if (typed === undefined) return null;
    reading ??= open(typed);
    return reading;
  };
  return {
    path: typed === undefined ? null : resolvePath(typed, cwd),
    read,
    forget: () => {
      reading = null;
    },
    notes: async (checked: Checked) => {
      const known = await read();
      return known === null ? [] : registerNotes(known, checked);
    },
  };
}

function describe(io: Io, { checked, error }: Round, options: Options, version: string) {
  if (checked !== null) return reportOf(io, checked, options, version);
  const nothing = { summary: summarise([], 0), findings: [], paths: [], below: belowRepository(io.cwd) };
  const told = error === null ? null : { message: error.message, exitCode: error.exitCode };
  const report: Report = { version, error: told, ...nothing };
  return { report, isFailed: true };
}
