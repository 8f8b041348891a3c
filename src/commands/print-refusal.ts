import { type ExitCode, exitCode } from "../cli/exit-code.ts";
import type { Io } from "../cli/io.ts";
import { coloursFor } from "../reporters/colours.ts";
import { prettyFindings } from "../reporters/pretty.ts";
import type { Checked } from "../workspace/check.ts";
import { forReader } from "./give-report.ts";

/** What keeps a command from its work, where it stands; and that nothing was done. */
export async function printRefusal(io: Io, findings: Checked["findings"], message: string): Promise<ExitCode> {
  io.out.write(prettyFindings(findings, io.out.columns, await coloursFor(io, io.out)));
  io.err.write(`${forReader(message, io.err)}\n`);
  return exitCode.findings;
}
