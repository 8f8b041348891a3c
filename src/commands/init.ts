import { resolve } from "node:path";
import { exitCode } from "../cli/exit-code.ts";
import { environmentError } from "../cli/user-error.ts";
import { printedPath } from "../files/paths.ts";
import { kindOfPath } from "../files/read.ts";
import { belowRepository } from "../files/repository.ts";
import { code, countOf } from "../text/words.ts";
import { defineCommand } from "./define-command.ts";

interface Options {
  readonly force?: boolean;
}

export const initCommand = defineCommand<Options>({
  name: "init",
  arguments: "[folder]",
  argumentsHelp: "the folder to make, or to fill; without one, the folder that you are in",
  summary:
    "Make a folder of specifications to start from: an example that checks and builds, with settings for editors and GitHub",
  details:
    "Besides the example there are the schemas of the files, settings for Visual Studio Code (what each key is for, and a task that checks while you write), and a workflow that checks and builds on GitHub. A file that is there already is never overwritten without --force.",
  examples: [["qualspec init my-qualifications", "make the folder my-qualifications"]],
  options: [{ flags: "--force", description: "overwrite files that are there" }],
  run: async (io, [folder = "."], options) => {
    const root = resolve(io.cwd, folder);
    if (kindOfPath(root) === "file")
      throw environmentError(`${code(folder)} is a file, expected a folder; choose another name`);
    const { starterFiles } = await import("../workspace/starter.ts");
    const { writeFiles } = await import("../files/write.ts");
    const files = starterFiles(root, io.cwd);
    const there = files.filter(({ path }) => kindOfPath(path) !== "nothing");
    if (there.length > 0 && options.force !== true) {
      const names = there.map(({ printed }) => `  ${printed}`).join("\n");
      throw environmentError(
        `Nothing was written: ${countOf(there.length, "file")} of that name ${there.length === 1 ? "is" : "are"} there already:\n${names}\nChoose another folder, or overwrite with --force.`,
      );
    }
    writeFiles(files);
    const { coloursFor } = await import("../reporters/colours.ts");
    const { bold } = await coloursFor(io, io.out);
    const printed = printedPath(root, io.cwd);
    const where = printed === "." ? "" : ` ${printed}`;
    const below = belowRepository(root);
    io.out.write(
      [
        `Made ${countOf(files.length, "file")} in ${printed === "." ? "this folder" : printed}:`,
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
