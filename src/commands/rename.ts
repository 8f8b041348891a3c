import { exitCode } from "../cli/exit-code.ts";
import type { Io } from "../cli/io.ts";
import { usageError } from "../cli/user-error.ts";
import type { Renaming } from "../fixes/rename/rename.ts";
import type { RenameReport } from "../reporters/renamed.ts";
import { code, countOf } from "../text/words.ts";
import { defineCommand, formatOption } from "./define-command.ts";
import { readToday, todayOption } from "./waiver-options.ts";

interface Options {
  readonly format: "pretty" | "json";
  readonly dryRun?: boolean;
  /** Undefined where neither --retire nor --no-retire was given. */
  readonly retire?: boolean;
  readonly today?: string;
}

const nothing = { renamed: null, files: [], retiredIn: [] };

export const renameCommand = defineCommand<Options>({
  name: "rename",
  arguments: "[name...]",
  argumentsHelp:
    "two names: the id of a unit, qualification or framework as it is, and as it should be; unit#key for an outcome or criterion, framework#entry and qualification#group for what is in these",
  summary: "Give a unit, a qualification or a part of one another id, wherever it is named",
  details: [
    "Changes the id where it is given and everywhere it is used: in groups and rules of combination, waivers, mappings, links of frameworks. A file that has the name of its id is renamed, too. Comments and layout stay as they are. All files are written, or none; the result is checked first, and nothing is written where the new name would make something wrong.",
    "Where papers with the old name have been issued (a qualification that uses it has the status published or withdrawn), it goes into `retired`, so that nothing else can ever get it: people's answers and records are kept under it.",
  ].join("\n\n"),
  examples: [
    [
      "qualspec rename dl1 digital-tools",
      "the unit dl1 is called digital-tools from now on, and its file digital-tools.yaml",
    ],
    ["qualspec rename dl1#tools equipment --dry-run", "see what another key for one criterion of dl1 would change"],
    ["qualspec rename l3-baking#B optional", "another name for the group B"],
  ],
  options: [
    { flags: "--dry-run", description: "print as a diff what would be changed, and write nothing" },
    {
      flags: "--retire",
      description: "keep the old name from coming back, also where no papers with it have been issued",
    },
    {
      flags: "--no-retire",
      description: "do not write the old name into `retired`: no paper with it is in anybody's hands",
    },
    formatOption,
    todayOption,
  ],
  emptyAnswer: nothing,
  run: async (io, given, options) => {
    const [address, to] = readNames(given);
    const retire = options.retire === undefined ? "published" : options.retire ? "always" : "never";
    const { rename } = await import("../fixes/rename/rename.ts");
    const made = await rename(io, { address, to, retire }, readToday(options, io));
    if ("message" in made) {
      const { printHindrance } = await import("./print-hindrance.ts");
      const { message, findings, exitCode: code } = made;
      return printHindrance(io, options.format, { error: { message, exitCode: code }, findings }, nothing);
    }
    if (options.dryRun !== true) await write(made);
    await print(io, made, options);
    return exitCode.clean;
  },
});

function readNames(given: readonly string[]): readonly [address: string, to: string] {
  const [address, to, more] = given;
  if (address !== undefined && to !== undefined && more === undefined) return [address, to];
  const example = code("qualspec rename first-aid first-aid-at-work");
  throw usageError(
    `Unexpected ${countOf(given.length, "name")}, expected two: the id as it is, and as it should be; write ${example}`,
  );
}

async function write({ files, move }: Renaming): Promise<void> {
  const { writeFiles } = await import("../files/write.ts");
  writeFiles(
    files.map(({ path, printed, after }) => ({ path, printed, bytes: Buffer.from(after) })),
    move === null ? [] : [move],
  );
}

async function print(io: Io, made: Renaming, { format, dryRun }: Options): Promise<void> {
  const { jsonRenamed, prettyRenamed, afterwards } = await import("../reporters/renamed.ts");
  const report = await describe(made);
  const diff = dryRun === true ? await diffOf(made) : null;
  if (format === "json") {
    const { jsonReport } = await import("../reporters/json.ts");
    io.out.write(jsonReport(null, [], { ...jsonRenamed(report), ...(diff === null ? {} : { diff }) }));
    return;
  }
  if (diff === null) {
    io.out.write(prettyRenamed(report));
    return;
  }
  const { coloursFor } = await import("../reporters/colours.ts");
  const { prettyDiff } = await import("../reporters/mending.ts");
  io.out.write(prettyDiff(diff, await coloursFor(io, io.out)));
  for (const line of [...afterwards(report), "Nothing was written"]) io.err.write(`${line}\n`);
}

async function describe({ rename, files }: Renaming): Promise<RenameReport> {
  const { wordOf } = await import("../fixes/rename/plan-rename.ts");
  const { name, to, move, mentions, retiredIn, isPublished } = rename;
  return {
    what: wordOf(name.of),
    from: name.id,
    to,
    within: name.within,
    files: files.map(({ printed }) => ({
      path: printed,
      movedTo: move?.from === printed ? move.to : null,
      places: mentions.filter(({ spec }) => spec.source.path === printed).length,
    })),
    retiredIn,
    keepsRecords: ["qualification", "unit", "part"].includes(name.of),
    isPublished,
  };
}

async function diffOf({ files, rename }: Renaming): Promise<string> {
  const { unifiedDiff } = await import("../fixes/unified-diff.ts");
  const { move } = rename;
  return files
    .map(({ printed, before, after }) =>
      unifiedDiff({ printed, before, after, ...(move?.from === printed ? { movedTo: move.to } : {}) }),
    )
    .join("");
}
