import { Command, CommanderError, Option } from "commander";
import { type ExitCode, exitCode } from "../cli/exit-code.ts";
import type { Io } from "../cli/io.ts";
import { UserError, usageError } from "../cli/user-error.ts";
import { jsonReport } from "../reporters/json.ts";
import type { CommandError } from "../reporters/report.ts";
import { suggest } from "../text/suggest.ts";
import { capitalise, code } from "../text/words.ts";
import { checkCommand } from "./check.ts";
import type { Command as Verb } from "./define-command.ts";
import { forReader } from "./give-report.ts";
import { commands } from "./index.ts";
import { refuseSlips } from "./refuse-slips.ts";

/** Finds the command that the arguments name, runs it, and turns whatever goes wrong into a message and an exit code. */
export async function runCommandLine(args: readonly string[], io: Io, version: string): Promise<ExitCode> {
  let result: ExitCode = exitCode.clean;
  const program = describe(io, version, (code) => {
    result = code;
  });
  try {
    refuseSlips(
      args,
      commands.map(({ name }) => name),
    );
    refuseUnknownCommand(args);
    await addMoreHelp(program, args);
    await program.parseAsync([...args], { from: "user" });
    return result;
  } catch (error) {
    return explain(error, args, io, version);
  }
}

/** Before anything else: the options of a misspelt command cannot be known. */
function refuseUnknownCommand([first, second]: readonly string[]): void {
  const named = first === "help" ? second : first;
  const names = ["help", ...commands.map(({ name }) => name)];
  if (named === undefined || named.startsWith("-") || names.includes(named)) return;
  const meant = suggest(named, names);
  const how = meant === null ? `${code("qualspec --help")} lists all` : `did you mean ${code(meant)}?`;
  throw usageError(`Unknown command ${code(named)}; ${how}`);
}

/** What a command has to look up for its help, once help is asked for. */
async function addMoreHelp(program: Command, args: readonly string[]): Promise<void> {
  const isAsked = args[0] === "help" || args.includes("--help") || args.includes("-h");
  const verb = isAsked ? commands.find(({ name }) => name === (args[0] === "help" ? args[1] : args[0])) : undefined;
  if (verb?.moreHelp === undefined) return;
  const text = await verb.moreHelp();
  program.commands.find((command) => command.name() === verb.name)?.addHelpText("after", `\n${text}`);
}

function describe(io: Io, version: string, done: (code: ExitCode) => void): Command {
  const width = () => Math.min(io.out.columns, 100);
  const program = new Command("qualspec")
    .description("Write, check and publish qualification specifications.")
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [command]", "print the help of a command")
    .exitOverride()
    .showSuggestionAfterError()
    .configureOutput({
      writeOut: io.out.write,
      writeErr: io.out.write,
      outputError: () => undefined,
      getOutHelpWidth: width,
      getErrHelpWidth: width,
    })
    .addHelpText("after", `\nBegin here:\n${exampleLines(beginnings)}`);
  for (const verb of commands as readonly Verb[])
    program.addCommand(describeVerb(verb, io, version, done).copyInheritedSettings(program));
  return program;
}

const beginnings: Verb["examples"] = [
  ["qualspec init my-qualifications", "make a folder with an example to start from"],
  ["qualspec check my-qualifications", "see what is wrong, if anything"],
  ["qualspec build my-qualifications", "make the workbooks and checklists"],
];

function describeVerb(verb: Verb, io: Io, version: string, done: (code: ExitCode) => void): Command {
  const command = new Command(verb.name)
    .summary(verb.summary)
    .description(`${verb.summary}.${verb.details === "" ? "" : `\n\n${verb.details}`}`);
  if (verb.arguments !== "") command.argument(verb.arguments, verb.argumentsHelp);
  for (const option of verb.options) {
    const described = new Option(option.flags, option.description);
    if (option.choices !== undefined) described.choices(option.choices);
    if (option.default !== undefined) described.default(option.default);
    if (option.isRepeatable === true) described.argParser(addTo);
    if (option.group !== undefined) described.helpGroup(option.group);
    command.addOption(described);
  }
  command.addHelpText("after", `\nExamples:\n${exampleLines(verb.examples)}`);
  type Given = string | readonly string[] | undefined;
  type Options = Readonly<Record<string, unknown>>;
  return command.action(
    // A command without arguments is given its options alone.
    async (...handed: [Given, Options, unknown] | [Options, unknown]) => {
      const [given, options] = handed.length === 3 ? handed : [undefined, handed[0]];
      const list = given === undefined ? [] : typeof given === "string" ? [given] : given;
      done(await verb.run(io, list, options, version));
    },
  );
}

function addTo(value: string, sofar: readonly string[] = []): readonly string[] {
  return [...sofar, value];
}

function exampleLines(examples: Verb["examples"]): string {
  return examples.map(([line, does]) => `  ${line}\n      ${does}`).join("\n");
}

async function explain(error: unknown, args: readonly string[], io: Io, version: string): Promise<ExitCode> {
  if (error instanceof CommanderError && (error.exitCode === 0 || args[0] === "help")) return exitCode.clean;
  if (error instanceof CommanderError && error.code === "commander.help") return exitCode.usage;
  const problem = describeError(error, args);
  const isReported = mayReport(args) && (await reportProblem(problem, args, io, version));
  if (isReported) return problem.exitCode;
  if (asksForJson(args)) io.out.write(jsonReport(problem, [], emptyAnswer(args)));
  else io.err.write(`${forReader(problem.message, io.err)}\n`);
  return problem.exitCode;
}

/** Whether other reports than JSON may have been asked for: of `check`, or of a command that may have been meant so. */
function mayReport(args: readonly string[]): boolean {
  return args.length > 1 && (args[0] === checkCommand.name || !commands.some(({ name }) => name === args[0]));
}

/** @returns whether somebody will read of the problem in a report, or beside one. */
async function reportProblem(problem: CommandError, args: readonly string[], io: Io, version: string) {
  const { reportFailure } = await import("./report-failure.ts");
  try {
    return await reportFailure(problem, args, io, version);
  } catch {
    // Whatever is wrong with the reports, the first problem is the one to tell.
    return false;
  }
}

function describeError(error: unknown, args: readonly string[]): CommandError {
  if (error instanceof UserError) return { message: error.message, exitCode: error.exitCode };
  if (error instanceof CommanderError) {
    const verb = commands.find(({ name }) => name === args[0])?.name;
    const help = code(`qualspec ${verb === undefined ? "" : `${verb} `}--help`);
    const said = inOurWords(error.message);
    return { message: `${said}${said.endsWith("?") ? "" : ";"} ${help} shows what there is`, exitCode: exitCode.usage };
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {
    message: `This is a bug in qualspec; please report it with the lines that follow.\n${trace}`,
    exitCode: exitCode.bug,
  };
}

/** What commander says, as all messages are written: values in backticks, no final stop. */
function inOurWords(message: string): string {
  const [what = "", meant] = message
    .replace(/^error: /u, "")
    .trim()
    .split(/\s+\(Did you mean /u);
  const said = capitalise(
    what
      .replace(/\s+/gu, " ")
      .replace(/'([^']*)'/gu, "`$1`")
      .replace(/\.$/u, ""),
  );
  const [, expected, got] = /\. Expected (\d+) arguments? but got (\d+)$/u.exec(said) ?? [];
  if (expected !== undefined && got !== undefined)
    return `${said.replace(/\. Expected.*$/u, "")}, expected ${expected}, not ${got}; put a text of several words in quotes`;
  return meant === undefined ? said : `${said}; did you mean ${code(meant.replace(/\?\)$/u, ""))}?`;
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
