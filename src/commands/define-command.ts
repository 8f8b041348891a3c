import type { ExitCode } from "../cli/exit-code.ts";
import type { Io } from "../cli/io.ts";

export interface CommandOption {
  /** As commander reads it: "--format <name>". */
  readonly flags: string;
  readonly description: string;
  readonly choices?: readonly string[];
  readonly default?: string | boolean;
  /** It may be given several times: its value is a list then. */
  readonly isRepeatable?: true;
  /** The heading of the help under which it stands; without one, among the first. */
  readonly group?: string;
}

/** A verb of the command line: what its help says, and what it does. */
export interface Command<Options = Readonly<Record<string, unknown>>> {
  readonly name: string;
  /** As commander reads it: "[path...]"; every command takes at most one kind of argument. */
  readonly arguments: string;
  /** What the arguments are. */
  readonly argumentsHelp: string;
  readonly summary: string;
  /** Paragraphs under the summary in the command's own help. */
  readonly details: string;
  /** Command lines and what they do. */
  readonly examples: readonly (readonly [line: string, does: string])[];
  readonly options: readonly CommandOption[];
  /** The end of its help, where that has to be looked up: nothing is loaded for it until somebody asks for help. */
  readonly moreHelp?: () => Promise<string>;
  /** What its JSON report holds, besides what every report does, when the command could not begin. */
  readonly emptyAnswer?: Readonly<Record<string, unknown>>;
  /** `version` is that of qualspec. */
  readonly run: (io: Io, given: readonly string[], options: Options, version: string) => Promise<ExitCode>;
}

export function defineCommand<Options>(command: Command<Options>): Command<Options> {
  return command;
}

/** Reports are for people unless a program asks. */
export const formatOption: CommandOption = {
  flags: "--format <name>",
  description: "how the report is printed: pretty for people, json for programs",
  choices: ["pretty", "json"],
  default: "pretty",
};

export const stdinNameOption: CommandOption = {
  flags: "--stdin-name <path>",
  description: "the file that text given as - stands for",
  default: "stdin.yaml",
};
