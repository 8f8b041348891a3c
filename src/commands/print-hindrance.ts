import type { ExitCode } from "../cli/exit-code.ts";
import type { Io } from "../cli/io.ts";
import type { CommandError, Report } from "../reporters/report.ts";
import { forReader } from "./give-report.ts";

/** Says why nothing was done, with the findings that stand in the way. @returns what the command ends with */
export async function printHindrance(
  io: Io,
  format: "pretty" | "json",
  { error, findings }: { readonly error: CommandError; readonly findings: Report["findings"] },
  emptyAnswer: Readonly<Record<string, unknown>>,
): Promise<ExitCode> {
  if (format === "json") {
    const { jsonReport } = await import("../reporters/json.ts");
    io.out.write(jsonReport(error, findings, emptyAnswer));
    return error.exitCode;
  }
  const { coloursFor } = await import("../reporters/colours.ts");
  const { prettyFindings } = await import("../reporters/pretty.ts");
  io.out.write(prettyFindings(findings, io.out.columns, await coloursFor(io, io.out)));
  io.err.write(`${forReader(error.message, io.err)}\n`);
  return error.exitCode;
}
