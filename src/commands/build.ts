import { usageError } from "../cli/user-error.ts";
import type { PaperChoice } from "../papers/plan-papers.ts";
import { code } from "../text/words.ts";
import { defineCommand, formatOption } from "./define-command.ts";
import { listed } from "./listed.ts";
import { type MakeOptions, makeAndReport } from "./make-and-report.ts";
import { todayOption } from "./waiver-options.ts";

interface Options extends MakeOptions {
  readonly document?: string;
  readonly all?: boolean;
  readonly to?: string;
  readonly unit?: string;
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
    "Checks the specifications first, and makes nothing while there are errors. Papers land in the output folder, one folder for each qualification. A file there that was changed since it was made, or that qualspec did not make, is never overwritten without --force. PDF needs an engine that is installed beside qualspec; where it is missing, the message says what to type.",
  examples: [
    ["qualspec build", "make the workbooks and checklists of the specifications in this folder"],
    ["qualspec build --all --to docx", "every paper, for Word"],
    ["qualspec build --to pdf", "papers to print or to publish, tagged for screen readers"],
    ["qualspec build --document learner-workbook --to html", "only the workbooks, only as web pages"],
    ["qualspec build l3-baking.yaml --unit bread,pastry", "papers for two units of one qualification"],
  ],
  options: [
    {
      flags: "--document <names>",
      description: "which papers, with commas between, such as learner-workbook,assessor-checklist",
    },
    { flags: "--all", description: "every paper listed below but the report on the specification itself" },
    { flags: "--to <forms>", description: "in which forms, with commas between: html, md, docx, pdf" },
    { flags: "--unit <ids>", description: "only these units, a paper for each, with commas between" },
    { flags: "--out <folder>", description: "where the papers go (default: the folder out beside the specifications)" },
    { flags: "--force", description: "build in spite of errors, and overwrite files that were changed" },
    todayOption,
    formatOption,
  ],
  emptyAnswer: { files: [] },
  run: (io, paths, options) =>
    makeAndReport(io, paths, options, {
      choice: () => choiceOf(options),
      makings: async (papers) => {
        const { makingOf } = await import("../papers/making.ts");
        return papers.map(makingOf);
      },
    }),
});

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
