import { defineCommand, formatOption } from "./define-command.ts";
import { listed } from "./listed.ts";
import { type MakeOptions, makeAndReport } from "./make-and-report.ts";
import { todayOption } from "./waiver-options.ts";

interface Options extends MakeOptions {
  readonly to?: string;
  readonly zip?: boolean;
}

/** What most centres can open: pages that also work as programs, and files for Word. */
const usualForms = ["html", "docx"];

export const packCommand = defineCommand<Options>({
  name: "pack",
  arguments: "[path...]",
  argumentsHelp: "files, folders or patterns; without one, the specifications of the folder that you are in",
  summary: "Make the whole pack for centres: every paper, and a page that leads to them",
  details:
    "Makes every paper of each qualification, as web pages and for Word, with a page index.html that says what each is for. Like build it checks first, makes all or nothing, and never overwrites what somebody has changed.",
  examples: [
    ["qualspec pack", "the packs of all qualifications in this folder"],
    ["qualspec pack l3-baking.yaml --zip", "one zip file, to send to centres"],
    ["qualspec pack --to html,docx,pdf --out packs", "PDF files as well, in the folder packs"],
  ],
  options: [
    { flags: "--to <forms>", description: "in which forms, with commas between (default: html,docx)" },
    { flags: "--out <folder>", description: "where packs go (default: the folder out beside the specifications)" },
    { flags: "--zip", description: "one zip file for each qualification, with its version in the name" },
    { flags: "--force", description: "make it in spite of errors, and overwrite files that were changed" },
    todayOption,
    formatOption,
  ],
  emptyAnswer: { files: [] },
  run: (io, paths, options) =>
    makeAndReport(io, paths, options, {
      choice: () => ({
        isAll: true,
        documents: null,
        to: listed(options.to, "--to") ?? usualForms,
        units: null,
        out: options.out ?? null,
      }),
      makings: async (papers) => {
        const { packsOf } = await import("../papers/pack.ts");
        return packsOf(papers, options.zip === true);
      },
    }),
});
