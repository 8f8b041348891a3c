import { Command, CommanderError, Option } from "commander";
import { type ExitCode, exitCode } from "../cli/exit-code.ts";
import type { Io } from "../cli/io.ts";
import { UserError } from "../cli/user-error.ts";
import { jsonReport } from "../reporters/json.ts";
import type { CommandError } from "../reporters/report.ts";
import { capitalise, code } from "../text/words.ts";
import { wrap } from "../text/wrap.ts";
import type { Command as Verb } from "./define-command.ts";
import { commands } from "./index.ts";

/** Finds the command that the arguments name, runs it, and turns whatever goes wrong into a message and an exit code. */
export async function runCommandLine(args: readonly string[], io: Io, version: string): Promise<ExitCode> {
  let result: ExitCode = exitCode.clean;
  const program = describe(io, version, (code) => {
    result = code;
  });
  try {
    await program.parseAsync([...args], { from: "user" });
    return result;
  } catch (error) {
    return explain(error, args, io);
  }
}

function describe(io: Io, version: string, done: (code: ExitCode) => void): Command {
  const program = new Command("qualspec")
    .description("Write, check and publish qualification specifications.")
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [command]", "print the help of a command")
    .exitOverride()
    .showSuggestionAfterError()
    .configureOutput({
      writeOut: io.out.write,
      writeErr: () => undefined,
      getOutHelpWidth: () => Math.min(io.out.columns, 100),
    })
    .addHelpText("after", `\nBegin here:\n${exampleLines(beginnings)}\n`);
  program.action(() => {
    program.outputHelp();
    done(exitCode.usage);
  });
  for (const verb of commands as readonly Verb[])
    program.addCommand(describeVerb(verb, io, done).copyInheritedSettings(program));
  return program;
}

const beginnings: Verb["examples"] = [
  ["qualspec init my-qualifications", "make a folder with an example to start from"],
  ["qualspec check my-qualifications", "see what is wrong, if anything"],
  ["qualspec build my-qualifications", "make the workbooks and checklists"],
];

function describeVerb(verb: Verb, io: Io, done: (code: ExitCode) => void): Command {
  const command = new Command(verb.name)
    .summary(verb.summary)
    .description(`${verb.summary}.${verb.details === "" ? "" : `\n\n${verb.details}`}`);
  if (verb.arguments !== "") command.argument(verb.arguments, verb.argumentsHelp);
  for (const option of verb.options) {
    const described = new Option(option.flags, option.description);
    if (option.choices !== undefined) described.choices(option.choices);
    if (option.default !== undefined) described.default(option.default);
    command.addOption(described);
  }
  command.addHelpText("after", `\nExamples:\n${exampleLines(verb.examples)}\n`);
  return command.action(
    async (given: string | readonly string[] | undefined, options: Readonly<Record<string, unknown>>) => {
      const list = given === undefined ? [] : typeof given === "string" ? [given] : given;
      done(await verb.run(io, list, options));
    },
  );
}

function exampleLines(examples: Verb["examples"]): string {
  return examples.map(([line, does]) => `  ${line}\n      ${does}`).join("\n");
}

function explain(error: unknown, args: readonly string[], io: Io): ExitCode {
  if (error instanceof CommanderError && error.exitCode === 0) return exitCode.clean;
  const problem = describeError(error, args);
  if (asksForJson(args)) io.out.write(jsonReport(problem, [], emptyAnswer(args)));
  else io.err.write(`${wrap(problem.message, 100).join("\n")}\n`);
  return problem.exitCode;
}

function describeError(error: unknown, args: readonly string[]): CommandError {
  if (error instanceof UserError) return { message: error.message, exitCode: error.exitCode };
  if (error instanceof CommanderError) {
    const verb = commands.find(({ name }) => name === args[0])?.name;
    const what = capitalise(
      error.message
        .replace(/^error: /u, "")
        .replace(/\s+/gu, " ")
        .trim(),
    );
    const help = code(`qualspec ${verb === undefined ? "" : `${verb} `}--help`);
    return { message: `${what}; ${help} shows what there is`, exitCode: exitCode.usage };
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {
    message: `This is a bug in qualspec; please report it with the lines that follow.\n${trace}`,
    exitCode: exitCode.bug,
  };
}

/** Whether a report for programs was asked for, as far as a command line that could not be read tells. */
function asksForJson(args: readonly string[]): boolean {
  const end = args.indexOf("--");
  const before = end === -1 ? args : args.slice(0, end);
  return before.some((arg, at) => arg === "--format=json" || (arg === "--format" && before[at + 1] === "json"));
}

function emptyAnswer(args: readonly string[]): Readonly<Record<string, unknown>> {
  return (commands as readonly Verb[]).find(({ name }) => name === args[0])?.emptyAnswer ?? {};
}
