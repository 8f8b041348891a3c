import type { Io, Output } from "../cli/io.ts";
import { UserError } from "../cli/user-error.ts";
import { appendIfPossible } from "../files/append.ts";
import { resolvePath } from "../files/paths.ts";
import { coloursFor, noColours } from "../reporters/colours.ts";
import type { Reporter } from "../reporters/define-reporter.ts";
import { reporters } from "../reporters/index.ts";
import type { CommandError, Report } from "../reporters/report.ts";
import { wrap } from "../text/wrap.ts";
import type { ReportPlan } from "./plan-reports.ts";

/**
 * Writes the reports that go to files, and prints the one that goes to standard output.
 *
 * @returns what the command ends with besides findings: the error of the report, else that of a file that could not be
 * written.
 */
export async function giveReport(
  io: Io,
  report: Report,
  format: string,
  plans: readonly ReportPlan[],
): Promise<CommandError | null> {
  const failures = plans.length === 0 ? [] : await writeReports(report, plans);
  const [first = null, ...others] = [...(report.error === null ? [] : [report.error]), ...failures];
  const reporter = await loadReporter(format);
  const told = { ...report, error: first };
  const colours = reporter.isPainted === true ? await coloursFor(io, io.out) : noColours;
  io.out.write(reporter.print(told, { columns: io.out.columns, colours }));
  const beside = first !== null && reporter.tellsError !== "inside" ? [first] : [];
  for (const { message } of [...beside, ...others]) io.err.write(`${forReader(message, io.err)}\n`);
  addElsewhere(io, reporter, told);
  return first;
}

async function loadReporter(id: string): Promise<Reporter> {
  const listed = reporters.find((one) => one.id === id);
  if (listed === undefined) throw new Error(`No reporter ${id}`);
  return listed.load();
}

/** Each for itself: a report that can be written is worth having, whatever becomes of the others. */
async function writeReports(report: Report, plans: readonly ReportPlan[]): Promise<readonly CommandError[]> {
  const { writeFiles } = await import("../files/write.ts");
  const failures: CommandError[] = [];
  for (const { reporter, path, printed } of plans) {
    const { print, tellsError } = await reporter.load();
    const text = print(report, { columns: 80, colours: noColours });
    const beside = report.error !== null && tellsError === "beside" ? `${report.error.message}\n` : "";
    try {
      writeFiles([{ path, printed, bytes: Buffer.from(text + beside) }]);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      failures.push({ message: error.message, exitCode: error.exitCode });
    }
  }
  return failures;
}

/** Where a service collects what its people read, such as the summary of a step. */
function addElsewhere(io: Io, { adds }: Reporter, report: Report): void {
  const path = adds === undefined ? undefined : io.env[adds.variable];
  if (adds !== undefined && path) appendIfPossible(resolvePath(path, io.cwd), adds.print(report));
}

/** Wrapped for a person; a log keeps a message on one line, so that it can be searched for. */
export function forReader(message: string, { isTerminal, columns }: Output): string {
  return isTerminal ? wrap(message, Math.min(columns, 100)).join("\n") : message;
}
