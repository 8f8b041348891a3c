import manifest from "../package.json" with { type: "json" };
import { type ExitCode, exitCode } from "./cli/exit-code.ts";
import { type Io, processIo } from "./cli/io.ts";

/** Runs one command line. @returns what the process should end with. */
export async function main(args: readonly string[], io: Io = processIo()): Promise<ExitCode> {
  if (args.length === 1 && (args[0] === "--version" || args[0] === "-V")) {
    io.out.write(`${manifest.version}\n`);
    return exitCode.clean;
  }
  const { runCommandLine } = await import("./commands/command-line.ts");
  return runCommandLine(args, io, manifest.version);
}
