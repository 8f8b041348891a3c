import { exitCode } from "../cli/exit-code.ts";
import type { Io } from "../cli/io.ts";
import { usageError } from "../cli/user-error.ts";
import type { House } from "../house/open-house.ts";
import type { CommandError } from "../reporters/report.ts";
import { code, joinWords } from "../text/words.ts";
import type { ComparedSide } from "../workspace/compared-sides.ts";
import { brokenWorkspace } from "./broken-workspace.ts";
import { type CommandOption, defineCommand, formatOption } from "./define-command.ts";
import { readToday, todayOption } from "./waiver-options.ts";

/** From what touches most. */
const classes = ["learners", "certification", "assessors", "editorial"] as const;

export interface DiffOptions {
  readonly format: "pretty" | "json" | "markdown" | "html";
  readonly since?: string;
  readonly failOn?: (typeof classes)[number];
  readonly changes?: boolean;
  readonly notice?: string;
  readonly to?: string;
  readonly force?: boolean;
  readonly today?: string;
}

const group = "What is made of the comparison:";

const options: readonly CommandOption[] = [
  {
    flags: "--since <revision>",
    description: "compare the workspace, or the one path given, with what it was at a branch, tag or commit",
  },
  {
    flags: "--fail-on <class>",
    description:
      "make the exit code 1 where a change touches this class or one above it (default: changes are no failure)",
    choices: classes,
  },
  {
    ...formatOption,
    description: "how the report is printed: pretty and html for people, markdown for a comment, json for programs",
    choices: ["pretty", "json", "markdown", "html"],
  },
  { flags: "--changes", description: "print entries for the key changes of the specifications, as YAML", group },
  { flags: "--notice <folder>", description: "write a change notice for centres into this folder", group },
  { flags: "--to <forms>", description: "with --notice: in which forms, with commas between (default: html)", group },
  { flags: "--force", description: "with --notice: overwrite notices that were changed by hand", group },
  { ...todayOption, description: "with --changes: the day of entries where none is stated, as year-month-day", group },
];

export const diffCommand = defineCommand<DiffOptions>({
  name: "diff",
  arguments: "[side...]",
  argumentsHelp:
    "the old and then the new: each a file, a folder, or <revision>:<path> of a git repository, with the path from its top, or from where you are with ./ before it",
  summary: "Say what has changed between two versions, whom it touches, and what has to be done",
  details: [
    "Compares what specifications say, not their lines: a criterion reworded, added, removed, moved or renumbered; rules of evidence that ask for more or less; level, credit and hours; units in groups; and by proof whether a choice of units that was valid no longer is. Things are known again by their ids and keys, else by what they say.",
    "Each change is classed by whom it touches most: learners (who have begun), certification (certificates, the regulator's register), assessors, or editorial (nobody is asked for anything else). After changes that touch learners or certification the next version is the next whole number, 1.2 to 2.0; after others the next part, 1.2 to 1.3.",
  ].join("\n\n"),
  examples: [
    ["qualspec diff old.yaml new.yaml", "compare two files"],
    ["qualspec diff --since main", "compare the workspace with the branch main"],
    ["qualspec diff v1.0:specs specs --format html > changes.html", "a page that says what has changed since a tag"],
    ["qualspec diff --since v1.0 --notice notices --to html,docx", "write a change notice for centres"],
    ["qualspec diff --since main --fail-on learners", "fail where learners who have begun are touched"],
  ],
  options,
  emptyAnswer: { recommendedVersion: null, qualifications: [], tasks: [], changes: [] },
  run: async (io, given, asked) => {
    refuseOptions(asked);
    const today = readToday(asked, io);
    const { readSides } = await import("../workspace/compared-sides.ts");
    const sides = await readSides(io, given, asked.since);
    const findings = sides.flatMap(({ model }) => model.findings);
    const refusal = refuseSides(sides, asked.since);
    if (refusal !== null) {
      await printRefusal(io, asked, findings, refusal);
      return refusal.exitCode;
    }
    const { compareSides, printComparison } = await import("./print-comparison.ts");
    const comparison = compareSides(sides);
    const house = await houseFor(io, asked, sides[1]);
    const refuse = async (faults: ComparedSide["model"]["findings"]) => {
      const message = "Nothing was made: the style of the house has errors, which must be mended first";
      await printRefusal(io, asked, faults, { message, exitCode: exitCode.findings });
      return exitCode.findings;
    };
    const faults = house.findings.filter(({ severity }) => severity === "error");
    if (faults.length > 0) return refuse(faults);
    try {
      await printComparison(io, { ...asked, today }, sides, comparison, house);
    } catch (error) {
      const { PaperFinding } = await import("../papers/paper-finding.ts");
      if (error instanceof PaperFinding) return refuse([error.finding]);
      throw error;
    }
    return isFailed(asked, comparison.changes) ? exitCode.findings : exitCode.clean;
  },
});

/** How the house wants the pages that are asked for; of none where none is. */
async function houseFor(io: Io, { notice, format }: DiffOptions, { model }: ComparedSide): Promise<House> {
  const [first] = model.workspaces;
  if (first === undefined || (notice === undefined && format !== "html")) {
    return { brand: null, templates: null, findings: [] };
  }
  const { houseOf } = await import("../workspace/house-of.ts");
  return houseOf(first.workspace, io.cwd);
}

/** @throws UserError where options do not go together */
function refuseOptions({ notice, to, force, changes = false, format }: DiffOptions): void {
  const alone = to !== undefined ? "--to" : force === true ? "--force" : null;
  if (notice === undefined && alone !== null) {
    throw usageError(`Unexpected ${code(alone)} without ${code("--notice")}; add that, or leave both out`);
  }
  const other = notice !== undefined ? "--notice" : format !== "pretty" ? `--format ${format}` : null;
  if (changes && other !== null) {
    throw usageError(`Unexpected ${code("--changes")} with ${code(other)}; leave one of them out`);
  }
}

/** Why nothing can be compared: what cannot be read would seem to be gone. */
function refuseSides(sides: readonly ComparedSide[], since: string | undefined): CommandError | null {
  if (sides.some(({ model }) => model.isWorkspaceBroken)) return brokenWorkspace;
  for (const { name, model } of sides) {
    if (model.findings.some(({ severity }) => severity === "error")) {
      const message = `Nothing was compared: ${code(name)} cannot be read as it is; mend it first`;
      return { message, exitCode: exitCode.findings };
    }
    const qualifications = model.workspaces.flatMap(({ corpus }) => corpus.qualifications);
    const broken = qualifications.find(({ isComplete }) => !isComplete);
    if (broken === undefined) continue;
    const missing = broken.groups
      .flatMap(({ units }) => units)
      .flatMap(({ id, unit }) => (unit === null ? [code(id)] : []));
    const how =
      since === undefined
        ? "put them back, or name a folder that holds them, too"
        : "put them back, or take them out of it";
    const message = `Nothing was compared: ${code(broken.id)} in ${code(name)} names ${missing.length === 1 ? "a unit that is" : "units that are"} not there: ${joinWords(missing)}; ${how}`;
    return { message, exitCode: exitCode.findings };
  }
  return null;
}

async function printRefusal(
  io: Io,
  { format }: DiffOptions,
  findings: ComparedSide["model"]["findings"],
  refusal: CommandError,
) {
  if (format === "json") {
    const { jsonComparison } = await import("../reporters/diff-json.ts");
    io.out.write(jsonComparison(refusal, findings, null));
    return;
  }
  const { coloursFor } = await import("../reporters/colours.ts");
  const { prettyFindings } = await import("../reporters/pretty.ts");
  // A page or a comment is no place for them.
  const output = format === "pretty" ? io.out : io.err;
  output.write(prettyFindings(findings, output.columns, await coloursFor(io, output)));
  io.err.write(`${refusal.message}\n`);
}

function isFailed({ failOn }: DiffOptions, changes: readonly { readonly class: (typeof classes)[number] }[]): boolean {
  if (failOn === undefined) return false;
  return changes.some((one) => classes.indexOf(one.class) <= classes.indexOf(failOn));
}
