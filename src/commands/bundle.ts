import { exitCode } from "../cli/exit-code.ts";
import type { Io } from "../cli/io.ts";
import { usageError } from "../cli/user-error.ts";
import { code } from "../text/words.ts";
import type { BundleTarget } from "./bundle-target.ts";
import { defineCommand, formatOption } from "./define-command.ts";
import { forReader } from "./give-report.ts";
import type { OpenBundle } from "./open-bundle.ts";

export interface BundleOptions {
  readonly format: "pretty" | "json";
  readonly out?: string;
  readonly force?: boolean;
  readonly dryRun?: boolean;
}

const nothing = { written: false, files: [], copied: [], notes: [] };

export const bundleCommand = defineCommand<BundleOptions>({
  name: "bundle",
  arguments: "<qualification>",
  argumentsHelp: "the file of a qualification, or its id",
  summary: "Write a qualification and all its units into one file, to send or to keep",
  details:
    "Each unit is copied with its comments; the files that they stand in stay as they are. The new file goes to the folder for papers, whose files are never taken for specifications. In the workspace itself everything would then exist twice: a file there is written only with --force. `qualspec split` does the reverse.",
  examples: [
    ["qualspec bundle l2-hot-drinks", "write out/l2-hot-drinks.yaml"],
    ["qualspec bundle l2-hot-drinks --out ../to-send/l2-hot-drinks.yaml", "write it elsewhere"],
    ["qualspec bundle l2-hot-drinks --out -", "print it"],
  ],
  options: [
    { flags: "--out <file>", description: "the file to write; - prints it" },
    { flags: "--force", description: "overwrite a file that is there, or write into the workspace" },
    { flags: "--dry-run", description: "say what would be written, and write nothing" },
    formatOption,
  ],
  emptyAnswer: nothing,
  run: async (io, [named = ""], options) => {
    refusePrinted(options);
    const { openBundle } = await import("./open-bundle.ts");
    const opened = await openBundle(io, named);
    if ("findings" in opened) {
      const { printHindrance } = await import("./print-hindrance.ts");
      const error = { message: opened.message, exitCode: exitCode.findings };
      return printHindrance(io, options.format, { error, findings: opened.findings }, nothing);
    }
    const { notesOn } = await import("../split/notes.ts");
    if (options.out === "-") {
      io.out.write(opened.text);
      for (const note of notesOn({ ...opened, isInPlace: false, isRead: false })) {
        io.err.write(`${forReader(note, io.err)}\n`);
      }
      return exitCode.clean;
    }
    const { bundleTarget } = await import("./bundle-target.ts");
    const target = bundleTarget(opened, options, io.cwd);
    const isDry = options.dryRun === true;
    if (target.isNew && !isDry) {
      const { writeFiles } = await import("../files/write.ts");
      writeFiles([target.file]);
    }
    await tell(io, opened, target, { isDry, format: options.format, notes: notesOn({ ...opened, ...target }) });
    return exitCode.clean;
  },
});

/** @throws UserError where two things would be printed */
function refusePrinted({ out, format }: BundleOptions): void {
  if (out !== "-" || format !== "json") return;
  throw usageError(
    `Unexpected ${code("--format json")} with ${code("--out -")}, whose answer is the file itself; leave out one of the two`,
  );
}

interface Told {
  readonly isDry: boolean;
  readonly format: BundleOptions["format"];
  readonly notes: readonly string[];
}

async function tell(
  io: Io,
  { qualification, copied }: OpenBundle,
  { file, isNew }: BundleTarget,
  { isDry, format, notes }: Told,
): Promise<void> {
  if (format === "json") {
    const { jsonMade } = await import("../reporters/made.ts");
    const { jsonReport } = await import("../reporters/json.ts");
    const files = [{ path: file.printed, kind: "qualification" as const, id: qualification.id }];
    const ids = copied.map(({ id }) => id);
    io.out.write(jsonReport(null, [], { ...jsonMade(files, isNew && !isDry), copied: ids, notes }));
    return;
  }
  const unchanged = `Left ${file.printed} as it was`;
  const done = isDry && isNew ? `Would write ${file.printed}` : isNew ? `Wrote ${file.printed}` : unchanged;
  io.out.write([`${done}.`, ...notes, ""].join("\n"));
}
