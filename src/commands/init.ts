import { resolve } from "node:path";
import { exitCode } from "../cli/exit-code.ts";
import { environmentError, usageError } from "../cli/user-error.ts";
import { printedPath } from "../files/paths.ts";
import { kindOfPath } from "../files/read.ts";
import { belowRepository } from "../files/repository.ts";
import { typed } from "../text/typed.ts";
import { code, countOf } from "../text/words.ts";
import { defineCommand, formatOption } from "./define-command.ts";

interface Options {
  readonly format: "pretty" | "json";
  readonly force?: boolean;
  readonly add?: boolean;
}

export const initCommand = defineCommand<Options>({
  name: "init",
  arguments: "[folder]",
  argumentsHelp: "the folder to make, or to fill; without one, the folder that you are in",
  summary:
    "Make a folder of specifications to start from: an example that checks and builds, with settings for editors and GitHub",
  details:
    "Besides the example there are the schemas of the files, settings for Visual Studio Code (what each key is for, and a task that checks while you write), and a workflow that checks and builds on GitHub. A file that is there already is never overwritten without --force.",
  examples: [
    ["qualspec init my-qualifications", "make the folder my-qualifications"],
    ["qualspec init --add", "give the folder that you are in what it lacks"],
  ],
  options: [
    { flags: "--add", description: "keep the files that are there, and write only the others" },
    { flags: "--force", description: "overwrite files that are there" },
    formatOption,
  ],
  emptyAnswer: { written: false, files: [] },
  run: async (io, [folder = "."], options) => {
    const root = resolve(io.cwd, folder);
    if (kindOfPath(root) === "file")
      throw environmentError(`${code(folder)} is a file, expected a folder; choose another name`);
    const { starterFiles } = await import("../workspace/starter.ts");
    const { writeFiles } = await import("../files/write.ts");
    if (options.add === true && options.force === true)
      throw usageError("--add keeps the files that are there, and --force overwrites them; choose one of the two");
    const all = starterFiles(root, io.cwd);
    const there = all.filter(({ path }) => kindOfPath(path) !== "nothing");
    const files = options.add === true ? all.filter((file) => !there.includes(file)) : all;
    if (there.length > 0 && options.add !== true && options.force !== true) {
      const names = there.map(({ printed }) => `  ${printed}`).join("\n");
      throw environmentError(
        `Nothing was written: ${countOf(there.length, "file")} of that name ${there.length === 1 ? "is" : "are"} there already:\n${names}\nChoose another folder, write only the others with --add, or overwrite with --force.`,
      );
    }
    writeFiles(files);
    if (options.format === "json") {
      const { jsonReport } = await import("../reporters/json.ts");
      io.out.write(
        jsonReport(null, [], { written: files.length > 0, files: files.map(({ printed }) => ({ path: printed })) }),
      );
      return exitCode.clean;
    }
    const { coloursFor } = await import("../reporters/colours.ts");
    const { bold } = await coloursFor(io, io.out);
    const printed = printedPath(root, io.cwd);
    const where = printed === "." ? "" : ` ${typed(printed)}`;
    const below = belowRepository(root);
    io.out.write(
      [
        files.length === 0
          ? `Nothing was written: all ${all.length} files are in ${printed === "." ? "this folder" : printed} already.`
          : `Made ${countOf(files.length, "file")} in ${printed === "." ? "this folder" : printed}:`,
        ...files.map((file) => `  ${file.printed}`),
        `Next: ${bold(`qualspec check${where}`)}, then ${bold(`qualspec build${where}`)}.`,
        ...(below === ""
          ? []
          : [
              `GitHub reads workflows only at the top of a repository: move .github up from ${below} and set SPECIFICATIONS in it.`,
            ]),
        "",
      ].join("\n"),
    );
    return exitCode.clean;
  },
});
