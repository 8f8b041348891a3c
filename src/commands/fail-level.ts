import { usageError } from "../cli/user-error.ts";
import type { Summary } from "../reporters/report.ts";
import { code, countOf } from "../text/words.ts";
import type { CommandOption } from "./define-command.ts";

export interface FailOptions {
  readonly failOn?: "error" | "warning" | "advice";
  readonly maxWarnings?: string;
}

const group = "What makes the check fail:";

export const failOptions: readonly CommandOption[] = [
  {
    flags: "--fail-on <level>",
    description: "from which level on a finding makes the exit code 1, for a service that looks at nothing else",
    choices: ["error", "warning", "advice"],
    default: "error",
    group,
  },
  { flags: "--max-warnings <number>", description: "fail, too, when there are more warnings than this", group },
];

/** @throws UserError where the number is none */
export function refuseLimit({ maxWarnings }: FailOptions): void {
  if (maxWarnings === undefined || /^\d{1,9}$/u.test(maxWarnings)) return;
  throw usageError(
    `Unexpected ${code(maxWarnings)} after ${code("--max-warnings")}, expected a whole number such as ${code("0")}; change it`,
  );
}

/** Why a check without errors fails, in a sentence for people, or that it does not. */
export function verdictOf({ failOn = "error", maxWarnings }: FailOptions, summary: Summary) {
  const { errors, warnings, advice } = summary;
  const isTooMany = maxWarnings !== undefined && warnings > Number(maxWarnings);
  const counted = failOn === "error" ? 0 : warnings + (failOn === "advice" ? advice : 0);
  const isFailed = errors > 0 || counted > 0 || isTooMany;
  if (errors > 0 || !isFailed) return { isFailed, why: null };
  const why = isTooMany
    ? `The check fails: ${countOf(warnings, "warning")}, and ${code(`--max-warnings ${maxWarnings}`)} allows no more than ${maxWarnings}.`
    : `The check fails: ${code(`--fail-on ${failOn}`)} asks for it.`;
  return { isFailed, why };
}
