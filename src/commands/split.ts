import { exitCode } from "../cli/exit-code.ts";
import type { Io } from "../cli/io.ts";
import type { FileToWrite } from "../files/write.ts";
import type { MadeFile } from "../reporters/made.ts";
import type { Split } from "../split/split.ts";
import { countOf } from "../text/words.ts";
import { defineCommand, formatOption } from "./define-command.ts";

interface Options {
  readonly format: "pretty" | "json";
  readonly dryRun?: boolean;
}

const nothing = { written: false, files: [] };

export const splitCommand = defineCommand<Options>({
  name: "split",
  arguments: "<qualification>",
  argumentsHelp: "the file of a qualification that holds its units, too, or its id",
  summary: "Give each unit that stands in the file of a qualification a file of its own",
  details: [
    "Other qualifications can use the units then. The file keeps everything but its units, and each unit goes to where the workspace keeps its units, with the comments that stand above, beside and in it. What the qualification says stays the same. All files are written or none, and no file that says something else is ever overwritten.",
    "`qualspec bundle` does the reverse. Where it could not know how the units stood, such as above another key, a comment keeps their place: `# qualspec bundle writes the units here`. Without it they would come last.",
  ].join("\n\n"),
  examples: [
    ["qualspec split l2-hot-drinks.yaml", "give its units files of their own"],
    ["qualspec split l2-hot-drinks.yaml --dry-run", "see which files that would be"],
  ],
  options: [{ flags: "--dry-run", description: "name the files, and write nothing" }, formatOption],
  emptyAnswer: nothing,
  run: async (io, [typed = ""], { format, dryRun = false }) => {
    const { openToSplit } = await import("../split/open-split.ts");
    const opened = await openToSplit(typed, io.cwd);
    const { split } = await import("../split/split.ts");
    const made = "findings" in opened ? opened : await split(opened, io.cwd);
    if ("findings" in made) {
      const { printHindrance } = await import("./print-hindrance.ts");
      const error = { message: "Nothing was written: mend first what is shown", exitCode: exitCode.findings };
      return printHindrance(io, format, { error, findings: made.findings }, nothing);
    }
    if (!dryRun) await write(made);
    await tell(io, made, { format, dryRun });
    return exitCode.clean;
  },
});

async function write({ qualification, units, settings }: Split): Promise<void> {
  const { refuseReadOnly } = await import("../files/refuse-read-only.ts");
  const { writeFiles } = await import("../files/write.ts");
  refuseReadOnly(qualification.path, qualification.printed);
  writeFiles([qualification, ...units, ...(settings === null ? [] : [settings])]);
}

async function tell(io: Io, made: Split, { format, dryRun }: Required<Options>): Promise<void> {
  const { qualification, units, settings } = made;
  if (format === "json") {
    const { jsonMade } = await import("../reporters/made.ts");
    const { jsonReport } = await import("../reporters/json.ts");
    const file = ({ printed }: FileToWrite, kind: MadeFile["kind"], id: string | null) => ({ path: printed, kind, id });
    const files = [
      file(qualification, "qualification", qualification.id),
      ...units.map((unit) => file(unit, "unit", unit.id)),
      ...(settings === null ? [] : [file(settings, "workspace", null)]),
    ];
    io.out.write(jsonReport(null, [], jsonMade(files, !dryRun)));
    return;
  }
  const files = [...units, ...(settings === null ? [] : [settings])];
  const lines = [`${qualification.printed} (without its units)`, ...files.map(({ printed }) => printed)];
  const next = dryRun ? "Nothing was written." : "Next: qualspec check";
  const done = `${dryRun ? "Would write" : "Wrote"} ${countOf(lines.length, "file")}`;
  io.out.write(`${done}:\n${lines.map((line) => `  ${line}`).join("\n")}\n${next}\n`);
}
