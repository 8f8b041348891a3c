import { type ExitCode, exitCode } from "../cli/exit-code.ts";
import type { Io } from "../cli/io.ts";
import type { FileToWrite } from "../files/write.ts";
import { countOf } from "../text/words.ts";
import { defineCommand } from "./define-command.ts";
import { printRefusal } from "./print-refusal.ts";

interface Options {
  readonly dryRun?: boolean;
}

export const splitCommand = defineCommand<Options>({
  name: "split",
  arguments: "<file>",
  argumentsHelp: "the file of a qualification that holds its units, too",
  summary: "Give each unit that stands in the file of a qualification a file of its own",
  details:
    "Other qualifications can use the units then. The file keeps everything but its units, and each unit goes to where the workspace keeps its units, with the comments that stand above, beside and in it. What the qualification says stays the same. All files are written or none, and no other file is ever overwritten. `qualspec bundle` does the reverse.",
  examples: [
    ["qualspec split l2-hot-drinks.yaml", "give its units files of their own"],
    ["qualspec split l2-hot-drinks.yaml --dry-run", "see which files that would be"],
  ],
  options: [{ flags: "--dry-run", description: "name the files, and write nothing" }],
  run: async (io, [typed = ""], { dryRun = false }) => {
    const { openToSplit } = await import("../split/open-split.ts");
    const opened = await openToSplit(typed, io.cwd);
    const { split } = await import("../split/split.ts");
    const made = "findings" in opened ? opened : await split(opened, io.cwd);
    if ("files" in made) return write(io, made.files, dryRun);
    return printRefusal(io, made.findings, "Nothing was written: mend first what is shown");
  },
});

async function write(io: Io, files: readonly FileToWrite[], isDry: boolean): Promise<ExitCode> {
  const [own] = files;
  if (!isDry) {
    const { refuseReadOnly } = await import("../files/refuse-read-only.ts");
    const { writeFiles } = await import("../files/write.ts");
    if (own !== undefined) refuseReadOnly(own.path, own.printed);
    writeFiles(files);
  }
  const counted = countOf(files.length, "file");
  const lines = files.map(({ printed }, at) => `  ${printed}${at === 0 ? " (without its units)" : ""}`);
  const next = isDry ? "Nothing was written." : "Next: qualspec check";
  io.out.write(`${isDry ? "Would write" : "Wrote"} ${counted}:\n${lines.join("\n")}\n${next}\n`);
  return exitCode.clean;
}
