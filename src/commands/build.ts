import { exitCode } from "../cli/exit-code.ts";
import type { Io } from "../cli/io.ts";
import { UserError, usageError } from "../cli/user-error.ts";
import type { PaperChoice } from "../papers/plan-papers.ts";
import { jsonReport } from "../reporters/json.ts";
import { type CommandError, summarise } from "../reporters/report.ts";
import { code, countOf } from "../text/words.ts";
import { type Checked, check } from "../workspace/check.ts";
import { brokenWorkspace } from "./broken-workspace.ts";
import { defineCommand, formatOption } from "./define-command.ts";
import { readToday, todayOption } from "./waiver-options.ts";

interface Options {
  readonly format: "pretty" | "json";
  readonly document?: string;
  readonly all?: boolean;
  readonly to?: string;
  readonly unit?: string;
  readonly out?: string;
  readonly force?: boolean;
  readonly today?: string;
}

export const buildCommand = defineCommand<Options>({
  name: "build",
  arguments: "[path...]",
  argumentsHelp: "files, folders or patterns; without one, the specifications of the folder that you are in",
  summary: "Make the papers: learner workbooks, assessor checklists",
  moreHelp: async () => {
    const { helpOnDocuments } = await import("../papers/help-on-documents.ts");
    return helpOnDocuments();
  },
  details:
    "Checks the specifications first, and makes nothing while there are errors. Papers land in the output folder, one folder for each qualification. A file there that was changed since it was made, or that qualspec did not make, is never overwritten without --force.",
  examples: [
    ["qualspec build", "make the workbooks and checklists of the specifications in this folder"],
    ["qualspec build --all --to docx", "every paper, for Word"],
    ["qualspec build --document learner-workbook --to html", "only the workbooks, only as web pages"],
    ["qualspec build l3-baking.yaml --unit bread,pastry", "papers for two units of one qualification"],
  ],
  options: [
    {
      flags: "--document <names>",
      description: "which papers, with commas between, such as learner-workbook,assessor-checklist",
    },
    { flags: "--all", description: "every paper listed below but the report on the specification itself" },
    { flags: "--to <forms>", description: "in which forms, with commas between: html, md, docx" },
    { flags: "--unit <ids>", description: "only these units, a paper for each, with commas between" },
    { flags: "--out <folder>", description: "where the papers go (default: the folder out beside the specifications)" },
    { flags: "--force", description: "build in spite of errors, and overwrite files that were changed" },
    todayOption,
    formatOption,
  ],
  emptyAnswer: { files: [] },
  run: async (io, paths, options) => {
    const checked = await check(io, paths, { today: readToday(options, io) });
    const errors = summarise(checked.findings, checked.files).errors;
    if (checked.isWorkspaceBroken) return refuse(io, options, checked, brokenWorkspace);
    const { planPapers } = await import("../papers/plan-papers.ts");
    const { makePapers } = await import("../papers/make-papers.ts");
    const files = await attempt(async () => {
      const papers = planPapers(checked, choiceOf(options), io);
      const isOnlyAboutFaults = papers.every(({ document }) => document.isAboutSpecification === true);
      if (errors > 0 && options.force !== true && !isOnlyAboutFaults) throw tooManyErrors(errors);
      return makePapers(papers, { isForced: options.force === true, cwd: io.cwd });
    });
    if (files instanceof UserError) {
      return refuse(io, options, checked, { message: files.message, exitCode: files.exitCode });
    }
    if (options.format === "json") {
      io.out.write(jsonReport(null, checked.findings, { files }));
    } else {
      const { coloursFor } = await import("../reporters/colours.ts");
      const { prettyFiles } = await import("../reporters/files.ts");
      await printFindings(io, checked, "err");
      io.out.write(prettyFiles(files, checked.files, await coloursFor(io, io.out)));
    }
    return exitCode.clean;
  },
});

function tooManyErrors(errors: number): UserError {
  return new UserError(
    `Nothing was built: ${countOf(errors, "error")} must be mended first (or build all the same with ${code("--force")})`,
    exitCode.findings,
  );
}

function choiceOf(options: Options): PaperChoice {
  if (options.all === true && options.document !== undefined) {
    throw usageError(`${code("--all")} and ${code("--document")} were both given, expected one of them`);
  }
  return {
    isAll: options.all === true,
    documents: listed(options.document, "--document"),
    to: listed(options.to, "--to"),
    units: listed(options.unit, "--unit"),
    out: options.out ?? null,
  };
}

/** What went wrong is told together with what was found: a specification that is missing mostly has a finding. */
async function attempt<T>(work: () => Promise<T>): Promise<T | UserError> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

/** The words of an option that takes several, with commas between; null where it was not given. */
function listed(given: string | undefined, flag: string): readonly string[] | null {
  if (given === undefined) return null;
  const words = given
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");
  if (words.length === 0) throw usageError(`${code(flag)} is empty, expected at least one name after it`);
  return [...new Set(words)];
}

async function refuse(io: Io, options: Options, checked: Checked, error: CommandError) {
  if (options.format === "json") {
    io.out.write(jsonReport(error, checked.findings, { files: [] }));
  } else {
    await printFindings(io, checked, "out");
    io.err.write(`${error.message}\n`);
  }
  return error.exitCode;
}

async function printFindings(io: Io, { findings }: Checked, stream: "out" | "err"): Promise<void> {
  if (findings.length === 0) return;
  const { coloursFor } = await import("../reporters/colours.ts");
  const { prettyFindings } = await import("../reporters/pretty.ts");
  io[stream].write(prettyFindings(findings, io[stream].columns, await coloursFor(io, io[stream])));
}
