import { exitCode } from "../cli/exit-code.ts";
import type { Io } from "../cli/io.ts";
import { usageError } from "../cli/user-error.ts";
import { resolvePath } from "../files/paths.ts";
import { jsonReport } from "../reporters/json.ts";
import { countsOf, summarise } from "../reporters/report.ts";
import { code, countOf } from "../text/words.ts";
import { brokenWorkspace } from "./broken-workspace.ts";
import { defineCommand, formatOption } from "./define-command.ts";

interface Options {
  readonly format: "pretty" | "json";
  readonly out?: string;
  readonly csv?: string;
  readonly specs?: string;
  readonly force?: boolean;
}

export const collectCommand = defineCommand<Options>({
  name: "collect",
  arguments: "<files...>",
  argumentsHelp: "Word documents that were filled in, exported records (.json), folders of them, or patterns",
  summary: "Read filled papers back: who has answered what, what was decided, and how it fits the specification",
  details:
    "Reads Word documents that qualspec made and people filled in, and records that the interactive papers export, and holds them against the specifications of the folder that you are in. Nothing that comes back is changed. Other files in folders are left out with a note. A text in the mark sheet that a spreadsheet would run as a formula, or that begins with an apostrophe, has an apostrophe put before it. Its answers come from workbooks and its decisions from assessors' papers; where two papers say different things and nobody can tell which is newer, both stand in the cell with | between.",
  examples: [
    ["qualspec collect returned", "what came back in this folder, and what needs attention"],
    ["qualspec collect returned --out records", "a record of each paper, which the interactive papers import"],
    ["qualspec collect returned --csv marks.csv", "a row for each learner and criterion, for a spreadsheet"],
    ["qualspec collect sam.docx alex.json --format json", "the same for another program"],
  ],
  options: [
    { flags: "--out <folder>", description: "write a record of each paper into this folder" },
    { flags: "--csv <file>", description: "write a mark sheet: a row for each learner and criterion; - prints it" },
    {
      flags: "--specs <path>",
      description: "where the specifications are (default: the folder that you are in, if there are any)",
    },
    { flags: "--force", description: "overwrite files that were changed since they were written" },
    formatOption,
  ],
  emptyAnswer: { files: [], records: [] },
  run: async (io, typed, options) => {
    if (options.csv === "-" && options.format === "json") {
      throw usageError(
        `${code("--csv -")} and ${code("--format json")} were both given, expected one of them on standard output; name a file for the mark sheet`,
      );
    }
    const { collect } = await import("../collect/collect.ts");
    const skipped = new Set(options.out === undefined ? [] : [resolvePath(options.out, io.cwd)]);
    const collection = await collect(io, typed, { specs: options.specs ?? null, skipped });
    if (collection === null) {
      if (options.format === "json") io.out.write(jsonReport(brokenWorkspace, [], { files: [], records: [] }));
      else io.err.write(`${brokenWorkspace.message}\n`);
      return brokenWorkspace.exitCode;
    }
    const { papers, learners, findings } = collection;
    const { reportedPapers } = await import("../collect/reported-papers.ts");
    const { writeCollected } = await import("../collect/write-collected.ts");
    const written = await writeCollected(collection, {
      out: options.out ?? null,
      csv: options.csv === undefined || options.csv === "-" ? null : options.csv,
      isForced: options.force === true,
      cwd: io.cwd,
    });
    const files = reportedPapers(collection, written);
    if (options.format === "json") {
      io.out.write(jsonReport(null, findings, { files, records: papers.map(({ paper }) => paper.record) }));
    } else {
      noteOthers(io, collection.others);
      const isPrinted = options.csv === "-";
      const stream = isPrinted ? io.err : io.out;
      const { coloursFor } = await import("../reporters/colours.ts");
      const { prettyFindings } = await import("../reporters/pretty.ts");
      const { prettyCollected, prettyEnding } = await import("../reporters/collected.ts");
      const colours = await coloursFor(io, stream);
      const counts = countsOf(summarise(findings, 0));
      const found = prettyFindings(findings, stream.columns, colours);
      if (!isPrinted && options.out === undefined && options.csv === undefined) {
        io.out.write(`${prettyCollected(files, colours)}\n`);
      }
      stream.write(`${found}${prettyEnding({ papers: files, findings, written, counts }, colours)}`);
      if (isPrinted) {
        const { markSheet } = await import("../collect/mark-sheet.ts");
        io.out.write(markSheet(learners));
      }
    }
    return findings.some(({ severity }) => severity === "error") ? exitCode.findings : exitCode.clean;
  },
});

const mostNamed = 10;

function noteOthers(io: Io, others: readonly string[]): void {
  if (others.length === 0) return;
  const named = others.slice(0, mostNamed).join(", ");
  const more = others.length > mostNamed ? ` and ${others.length - mostNamed} more` : "";
  io.err.write(`Left out ${countOf(others.length, "file")} that no paper comes back in: ${named}${more}\n`);
}
