import { type ExitCode, exitCode } from "../cli/exit-code.ts";
import type { Io } from "../cli/io.ts";
import { defineCommand } from "./define-command.ts";
import { forReader } from "./give-report.ts";
import { printRefusal } from "./print-refusal.ts";

export interface BundleOptions {
  readonly out?: string;
  readonly force?: boolean;
  readonly dryRun?: boolean;
}

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
  ],
  run: async (io, [named = ""], options) => {
    const { openBundle } = await import("./open-bundle.ts");
    const opened = await openBundle(io, named);
    if ("findings" in opened) return printRefusal(io, opened.findings, opened.message);
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
    const notes = notesOn({ ...opened, ...target });
    return write(io, target, notes, options.dryRun === true);
  },
});

async function write(
  io: Io,
  { file, isNew }: ReturnType<typeof import("./bundle-target.ts")["bundleTarget"]>,
  notes: readonly string[],
  isDry: boolean,
): Promise<ExitCode> {
  if (isNew && !isDry) {
    const { writeFiles } = await import("../files/write.ts");
    writeFiles([file]);
  }
  const done = isDry
    ? `Would write ${file.printed}`
    : isNew
      ? `Wrote ${file.printed}`
      : `Left ${file.printed} as it was`;
  io.out.write([`${done}.`, ...notes, ""].join("\n"));
  return exitCode.clean;
}
