import { exitCode } from "../cli/exit-code.ts";
import type { CommandError } from "../reporters/report.ts";

/** A command ends before it begins when the workspace file is wrong: nobody knows then what it would have asked for. */
export const brokenWorkspace: CommandError = {
  message: "The workspace file qualspec.yaml is not in order; mend it and try again",
  exitCode: exitCode.usage,
};
