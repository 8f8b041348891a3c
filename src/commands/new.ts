import { exitCode } from "../cli/exit-code.ts";
import { code, joinWords } from "../text/words.ts";
import { type CommandOption, defineCommand, formatOption } from "./define-command.ts";

export interface NewOptions {
  readonly [answer: string]: string | boolean | undefined;
  readonly format: "pretty" | "json";
  readonly in?: string;
  readonly group?: string;
  readonly folder?: string;
  readonly force?: boolean;
  readonly dryRun?: boolean;
}

const ofAll = "What is asked for:";
const ofQualifications = "What is asked for a qualification:";
const ofUnits = "What is asked for a unit:";
const ofFrameworks = "What is asked for a framework:";

const answers: readonly CommandOption[] = [
  { flags: "--title <text>", description: "the title, as papers print it", group: ofAll },
  {
    flags: "--id <id>",
    description: "the short name that never changes, and that of the file (default: made from the title)",
    group: ofAll,
  },
  { flags: "--level <level>", description: "entry-1 to entry-3, or 1 to 8 (not of a framework)", group: ofAll },
  { flags: "--total-hours <hours>", description: "all hours that it takes (not of a framework)", group: ofAll },
  { flags: "--guided-hours <hours>", description: "those among them that are guided learning", group: ofAll },
  { flags: "--credit <credit>", description: "one for each ten hours, or none", group: ofAll },
  {
    flags: "--organisation <name>",
    description: "the awarding organisation",
    group: ofQualifications,
  },
  {
    flags: "--regulator <name>",
    description: "whose rules it has to keep: ofqual, or none (default: ofqual)",
    group: ofQualifications,
  },
  {
    flags: "--purpose <words>",
    description: "what it is for: progress-in-subject, prepare-for-employment, support-a-role ...",
    group: ofQualifications,
  },
  { flags: "--objective <text>", description: "the same in a sentence", group: ofQualifications },
  {
    flags: "--methods <words>",
    description: "what counts as evidence, with commas between: observation,product",
    group: ofUnits,
  },
  { flags: "--in <qualification>", description: "add the unit to this qualification, named by its id", group: ofUnits },
  { flags: "--group <id>", description: "with --in: to this group (default: the only one)", group: ofUnits },
  { flags: "--edition <text>", description: "its version or date, as it is published", group: ofFrameworks },
  { flags: "--publisher <name>", description: "who publishes it", group: ofFrameworks },
  { flags: "--source <address>", description: "where it is published on the web, or none", group: ofFrameworks },
];

const kinds = ["qualification", "unit", "framework"].map((kind) => code(kind));

export const newCommand = defineCommand<NewOptions>({
  name: "new",
  arguments: "<kind>",
  argumentsHelp: `what to begin: ${joinWords(
    kinds.map((kind) => kind.replaceAll("`", "")),
    "or",
  )}`,
  summary: "Begin a qualification, a unit or a framework: a file with comments that say what is still to be written",
  details: [
    "Asks for what only you know, one question after another; Enter takes the answer in [brackets], Ctrl+C stops and writes nothing. Each answer is checked at once. What is given as an option is not asked for; where nobody can answer, as in a script, all of it is.",
    "The file gets the name of its id and goes to where the workspace keeps its files of that kind. It checks without errors: TBC stands where an answer is still to come, and the check lists each as a warning. Nothing is overwritten without --force.",
  ].join("\n\n"),
  examples: [
    ["qualspec new qualification", "answer questions, and begin to write"],
    ["qualspec new unit --in l2-hot-drinks", "begin a unit, and add it to a qualification"],
    [
      'qualspec new unit --title "Prepare hot drinks" --level 2 --total-hours 20 --guided-hours 12 --methods observation',
      "the same without a question",
    ],
  ],
  options: [
    { flags: "--folder <path>", description: "the folder for the file (default: where files of its kind are)" },
    { flags: "--force", description: "overwrite a file that is there" },
    { flags: "--dry-run", description: "print the file, and write nothing" },
    formatOption,
    ...answers,
  ],
  emptyAnswer: { written: false, files: [] },
  run: async (io, [kind = ""], options) => {
    const { beginFile } = await import("./begin-file.ts");
    await beginFile(io, kind, options);
    return exitCode.clean;
  },
});
