import { exitCode } from "../cli/exit-code.ts";
import { jsonReport } from "../reporters/json.ts";
import { summarise } from "../reporters/report.ts";
import { check } from "../workspace/check.ts";
import { brokenWorkspace } from "./broken-workspace.ts";
import { defineCommand, formatOption, stdinNameOption } from "./define-command.ts";

interface Options {
  readonly format: "pretty" | "json";
  readonly stdinName: string;
}

export const checkCommand = defineCommand<Options>({
  name: "check",
  arguments: "[path...]",
  argumentsHelp: "files, folders or patterns such as units/*.yaml; - reads standard input",
  summary: "Say what is wrong with specifications, where, and how to mend it",
  details:
    "Reads each specification, and what it uses, and compares it with the format and with the rules of its regulators. Without a path it checks the specifications of the folder that you are in.",
  examples: [
    ["qualspec check", "check the specifications in this folder"],
    ["qualspec check units/first-aid.yaml", "check one file and what it uses"],
    ["qualspec check --format json > findings.json", "keep the findings for another program"],
  ],
  options: [formatOption, stdinNameOption],
  emptyAnswer: { summary: summarise([], 0) },
  run: async (io, paths, options) => {
    const checked = await check(io, paths, { stdinName: options.stdinName });
    const summary = summarise(checked.findings, checked.files);
    const error = checked.isWorkspaceBroken ? brokenWorkspace : null;
    if (options.format === "json") {
      io.out.write(jsonReport(error, checked.findings, { summary }));
    } else {
      const { prettyFindings, prettySummary } = await import("../reporters/pretty.ts");
      const { coloursFor } = await import("../reporters/colours.ts");
      const colour = await coloursFor(io, io.out);
      io.out.write(prettyFindings(checked.findings, io.out.columns, colour));
      if (error === null) io.out.write(prettySummary(summary, colour));
      else io.err.write(`${error.message}\n`);
    }
    if (error !== null) return error.exitCode;
    return summary.errors > 0 ? exitCode.findings : exitCode.clean;
  },
});
