import { type ExitCode, exitCode } from "../cli/exit-code.ts";
import type { Io } from "../cli/io.ts";
import { usageError } from "../cli/user-error.ts";
import type { FormattedFile } from "../fixes/format/format-file.ts";
import type { Formatted } from "../fixes/format/format-files.ts";
import { code } from "../text/words.ts";
import { brokenWorkspace } from "./broken-workspace.ts";
import { defineCommand, formatOption, stdinNameOption } from "./define-command.ts";

interface Options {
  readonly format: "pretty" | "json";
  readonly stdinName: string;
  readonly check?: boolean;
  readonly dryRun?: boolean;
  readonly keys?: boolean;
}

const nothing = { files: [] };

export const fmtCommand = defineCommand<Options>({
  name: "fmt",
  arguments: "[path...]",
  argumentsHelp:
    "files, folders or patterns; without one, the specifications and settings of the folder that you are in; - formats standard input to standard output",
  summary: "Lay out specifications in one way: order of keys, indentation, quotation marks",
  details: [
    "Puts the keys of each file in their order, indents by two spaces, writes lists in brackets in lines where they are wider than 120 characters, and leaves out quotation marks that nothing needs. What a file says stays the same, and so do its comments, the lines of long texts, and the line ends of the file. Formatting twice changes nothing more.",
    "A file that cannot be read is left as it is, and what is wrong with it is shown.",
  ].join("\n\n"),
  examples: [
    ["qualspec fmt", "format every specification in this folder"],
    ["qualspec fmt --check", "for CI: which files are not formatted?"],
    ["qualspec fmt units/first-aid.yaml --dry-run", "see what would change in one file"],
    ["qualspec fmt --keys", "also give each outcome and criterion the key by which it is known when it moves"],
    ["qualspec fmt - < unit.yaml", "for editors: the formatted text on standard output"],
  ],
  options: [
    { flags: "--check", description: "write nothing, list the files that are not formatted; the exit code is 1 then" },
    { flags: "--dry-run", description: "print as a diff what would be changed, and write nothing" },
    { flags: "--keys", description: "give each outcome and criterion that has none a key" },
    stdinNameOption,
    formatOption,
  ],
  emptyAnswer: nothing,
  run: async (io, paths, options) => {
    refuseStdin(paths, options);
    const { formatFiles } = await import("../fixes/format/format-files.ts");
    const made = await formatFiles(io, paths, { stdinName: options.stdinName, withKeys: options.keys === true });
    if (made.isWorkspaceBroken) {
      const { printHindrance } = await import("./print-hindrance.ts");
      return printHindrance(io, options.format, { error: brokenWorkspace, findings: made.findings }, nothing);
    }
    const changed = made.files.filter(isChanged);
    const isStdin = paths.includes("-");
    if (!isStdin && options.check !== true && options.dryRun !== true) await write(changed);
    if (isStdin && options.dryRun !== true) await printStdin(io, made, options);
    else await print(io, made, options);
    return verdict(made, options);
  },
});

/** @throws UserError where standard input was given with what does not go with it */
function refuseStdin(paths: readonly string[], { format }: Options): void {
  if (!paths.includes("-")) return;
  if (paths.length > 1)
    throw usageError(`Unexpected ${code("-")} with other paths, expected it alone; leave out one of the two`);
  if (format === "json") {
    throw usageError(
      `Unexpected ${code("--format json")} with ${code("-")}, whose answer is the formatted text; leave out one of the two`,
    );
  }
}

function verdict({ findings, files }: Formatted, { check }: Options): ExitCode {
  return findings.length > 0 || (check === true && files.some(isChanged)) ? exitCode.findings : exitCode.clean;
}

function isChanged({ before, after }: FormattedFile): boolean {
  return before !== after;
}

async function write(files: readonly FormattedFile[]): Promise<void> {
  const { refuseReadOnly } = await import("../files/refuse-read-only.ts");
  const { writeFiles } = await import("../files/write.ts");
  for (const { path, printed } of files) refuseReadOnly(path, printed);
  writeFiles(files.map(({ path, printed, after }) => ({ path, printed, bytes: Buffer.from(after) })));
}

/** The text alone, so that an editor can put it in place of the old one; a text that cannot be read gives none. */
async function printStdin(io: Io, { files, findings }: Formatted, { check }: Options): Promise<void> {
  if (findings.length > 0) {
    const { coloursFor } = await import("../reporters/colours.ts");
    const { prettyFindings } = await import("../reporters/pretty.ts");
    io.err.write(prettyFindings(findings, io.err.columns, await coloursFor(io, io.err)));
    return;
  }
  const { notesOf } = await import("../reporters/formatted.ts");
  for (const note of notesOf(files)) io.err.write(`${note}\n`);
  if (check !== true) for (const { after } of files) io.out.write(after);
  else for (const { printed } of files.filter(isChanged)) io.err.write(`${printed} is not formatted\n`);
}

async function print(io: Io, { files, findings }: Formatted, { format, check, dryRun }: Options): Promise<void> {
  const { jsonFormatted, notesOf, prettyFormatted } = await import("../reporters/formatted.ts");
  const isWritten = check !== true && dryRun !== true;
  const diff = dryRun === true ? await diffOf(files) : null;
  if (format === "json") {
    const { jsonReport } = await import("../reporters/json.ts");
    io.out.write(jsonReport(null, findings, { ...jsonFormatted(files), ...(diff === null ? {} : { diff }) }));
    return;
  }
  const { coloursFor } = await import("../reporters/colours.ts");
  const { prettyFindings } = await import("../reporters/pretty.ts");
  const { prettyDiff } = await import("../reporters/mending.ts");
  const colours = await coloursFor(io, io.out);
  // Nothing beside a diff, so that it can be applied.
  const output = diff === null ? io.out : io.err;
  if (diff !== null) io.out.write(prettyDiff(diff, colours));
  output.write(prettyFindings(findings, output.columns, await coloursFor(io, output)));
  output.write(prettyFormatted(files, isWritten, diff === null));
  for (const note of notesOf(files)) io.err.write(`${note}\n`);
}

async function diffOf(files: readonly FormattedFile[]): Promise<string> {
  const { unifiedDiff } = await import("../fixes/unified-diff.ts");
  return files.map(unifiedDiff).join("");
}
