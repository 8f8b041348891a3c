import { type ExitCode, exitCode } from "../cli/exit-code.ts";
import type { Io } from "../cli/io.ts";
import { belowRepository } from "../files/repository.ts";
import type { Texts } from "../fixes/mend.ts";
import { noColours } from "../reporters/colours.ts";
import { reporters } from "../reporters/index.ts";
import { type Mending, summarise } from "../reporters/report.ts";
import { type Checked, check } from "../workspace/check.ts";
import { type ChangeOptions, changeOptions, changesOf, nothingChanged } from "./change-options.ts";
import { type CommandOption, defineCommand, formatOption, stdinNameOption } from "./define-command.ts";
import { type FailOptions, failOptions, refuseLimit } from "./fail-level.ts";
import { giveReport } from "./give-report.ts";
import type { ReportPlan } from "./plan-reports.ts";
import { registerNotes } from "./register-notes.ts";
import { reportOf } from "./report-of.ts";
import { readToday, refuseWaivers, type WaiverOptions, waiverOptions } from "./waiver-options.ts";

export interface CheckCommandOptions extends FailOptions, WaiverOptions, ChangeOptions {
  readonly format: string;
  readonly report?: readonly string[];
  readonly stdinName: string;
  readonly skipOthers?: boolean;
  readonly register?: string;
  readonly fix?: boolean;
  readonly dryRun?: boolean;
  readonly watch?: boolean;
}

const registerOption: CommandOption = {
  flags: "--register <file>",
  description:
    "compare each qualification that has a number with its row in this export of the regulator's Register, a CSV file",
};

const checkFormatOption: CommandOption = {
  ...formatOption,
  description: "how the report is printed: pretty for people, the others for programs and services",
  choices: reporters.map(({ id }) => id),
};

const reportOption: CommandOption = {
  flags: "--report <name=file>",
  description: "write a further report into a file, such as sarif=out.sarif; may be given several times",
  isRepeatable: true,
};

const skipOthersOption: CommandOption = {
  flags: "--skip-others",
  description: "leave out named files that are no specifications, for hooks that name every YAML file",
};

const watchOption: CommandOption = {
  flags: "--watch",
  description: "go on: check again whenever a file is saved, until you press Ctrl+C",
};

const fixOptions: readonly CommandOption[] = [
  { flags: "--fix", description: "mend what has one right answer, in the files that were named, and report the rest" },
  { flags: "--dry-run", description: "with --fix: print as a diff what would be mended, and write nothing" },
];

export const checkCommand = defineCommand<CheckCommandOptions>({
  name: "check",
  arguments: "[path...]",
  argumentsHelp: "files, folders or patterns such as units/*.yaml; - reads standard input",
  summary: "Say what is wrong with specifications, where, and how to mend it",
  details:
    "Reads each specification, and what it uses, and compares it with the format and with the rules of its regulators. Without a path it checks the specifications of the folder that you are in.",
  examples: [
    ["qualspec check", "check the specifications in this folder"],
    ["qualspec check units/first-aid.yaml", "check one file and what it uses"],
    ["qualspec check --watch", "while you write, see at each saving what is still wrong"],
    ["qualspec check --format json > findings.json", "keep the findings for another program"],
    ["qualspec check --fix --dry-run", "see what could be mended without asking anybody"],
    ["qualspec check --report sarif=out.sarif --report junit=out.xml", "write reports for services, too"],
    ["qualspec check --since main", "only what has changed since the branch main, and what depends on it"],
    ["qualspec check --write-waivers --until 2027-03-31", "accept what is wrong now, so that only new findings fail"],
    ["qualspec check --register Qualifications.csv", "compare with what the Register says, too"],
  ],
  options: [
    checkFormatOption,
    reportOption,
    stdinNameOption,
    skipOthersOption,
    registerOption,
    watchOption,
    ...fixOptions,
    ...failOptions,
    ...waiverOptions,
    ...changeOptions,
  ],
  emptyAnswer: { summary: summarise([], 0) },
  run: async (io, given, options, version) => {
    if (options.watch === true) {
      const { watchAndReport } = await import("./watch-and-report.ts");
      return watchAndReport(io, given, options, version);
    }
    const paths = options.skipOthers === true ? await leaveOutOthers(given, io.cwd) : given;
    if (options.fix === true || options.dryRun === true) await refuse(options, paths);
    const today = readToday(options, io);
    refuseLimit(options);
    refuseWaivers(options, paths, today, options.staged === true);
    const plans = await plansOf(options, given, io.cwd);
    if (given.length > 0 && paths.length === 0) return reportNothing(io, version, options.format, plans);
    const read = options.register === undefined ? null : await openRegister(options.register, io.cwd);
    const changes = await changesOf(io, options);
    const look = (texts: Texts = new Map()) =>
      check(io, paths, {
        stdinName: options.stdinName,
        register: read?.register ?? null,
        texts,
        today,
        ...(changes === null ? {} : { changes }),
      });
    const { checked: found, mending } = await mended(await look(), look, options, io.cwd);
    const { checked, written } = await accepted(found, look, options, io.cwd);
    if (changes !== null && checked.files === 0 && !checked.isWorkspaceBroken)
      io.err.write(`${nothingChanged(options, checked.targets.length)}\n`);
    if (read !== null) for (const note of registerNotes(read, checked)) io.err.write(`${note}\n`);
    const { report, isFailed } = reportOf(io, checked, options, version);
    const extra = { ...(written === null ? {} : { written }), ...(mending === null ? {} : { mending }) };
    const error = await giveReport(io, { ...report, ...extra }, options.format, plans);
    if (mending !== null) await noteMending(io, mending, options.format);
    if (error !== null) return error.exitCode;
    return isFailed ? exitCode.findings : exitCode.clean;
  },
});

/** What stands in the files once they are mended, where that was asked for. */
async function mended(
  first: Checked,
  look: (texts: Texts) => Promise<Checked>,
  options: CheckCommandOptions,
  cwd: string,
) {
  if (options.fix !== true) return { checked: first, mending: null };
  const { mendChecked } = await import("./mend-checked.ts");
  return mendChecked(cwd, first, look, options.dryRun === true);
}

/** What is left once there are waivers for the rest, where that was asked for. */
async function accepted(first: Checked, look: () => Promise<Checked>, options: CheckCommandOptions, cwd: string) {
  const { writeWaivers: isAsked = false, until, reason = null } = options;
  if (!isAsked || until === undefined || first.isWorkspaceBroken) return { checked: first, written: null };
  const { writeWaivers } = await import("../fixes/write-waivers.ts");
  const written = { until, ...(await writeWaivers(cwd, first, { until, reason })) };
  return { checked: await look(), written };
}

async function refuse(options: CheckCommandOptions, paths: readonly string[]): Promise<void> {
  const { refuseToMend } = await import("./mend-checked.ts");
  refuseToMend(options, paths);
}

/** Beside a report that has no place for it. */
async function noteMending(io: Io, mending: Mending, format: string): Promise<void> {
  const { dryRunNote, prettyMended } = await import("../reporters/mending.ts");
  if (format === "pretty" && mending.diff !== null) io.err.write(`${dryRunNote(mending)}\n`);
  if (format !== "pretty" && format !== "json") io.err.write(prettyMended(mending, noColours));
}

async function leaveOutOthers(given: readonly string[], cwd: string): Promise<readonly string[]> {
  const { withoutOthers } = await import("./skip-others.ts");
  return withoutOthers(given, cwd);
}

/** All that was named belongs to others: nothing is wrong with that. */
async function reportNothing(io: Io, version: string, format: string, plans: readonly ReportPlan[]): Promise<ExitCode> {
  const nothing = { summary: summarise([], 0), findings: [], paths: [] };
  const error = await giveReport(
    io,
    { version, error: null, ...nothing, below: belowRepository(io.cwd) },
    format,
    plans,
  );
  return error?.exitCode ?? exitCode.clean;
}

/** Those that `--report` asks for. @throws UserError before anything is read or written. */
async function plansOf({ report = [], register = "" }: CheckCommandOptions, paths: readonly string[], cwd: string) {
  if (report.length === 0) return [];
  const { planReports } = await import("./plan-reports.ts");
  const { plans, refusal } = await planReports(report, [...paths, register], cwd);
  if (refusal !== null) throw refusal;
  return plans;
}

/** Loaded only when it is asked for. */
async function openRegister(typed: string, cwd: string) {
  const { readRegister } = await import("../exchange/read-register.ts");
  return readRegister(typed, cwd);
}
