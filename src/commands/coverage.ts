import { exitCode } from "../cli/exit-code.ts";
import type { Io } from "../cli/io.ts";
import { usageError } from "../cli/user-error.ts";
import type { Framework, Qualification, Unit } from "../model/types.ts";
import type { ReportedCoverage } from "../reporters/coverage-report.ts";
import { jsonReport } from "../reporters/json.ts";
import { type CommandError, summarise } from "../reporters/report.ts";
import { suggest } from "../text/suggest.ts";
import { code, countOf, joinWords } from "../text/words.ts";
import { type Checked, type CheckedWorkspace, check } from "../workspace/check.ts";
import { brokenWorkspace } from "./broken-workspace.ts";
import { defineCommand, formatOption } from "./define-command.ts";
import { type LeftOut, leftOut, leftOutWords } from "./left-out.ts";
import { listed } from "./listed.ts";
import { readToday, todayOption } from "./waiver-options.ts";

interface Options {
  readonly format: "pretty" | "json" | "csv";
  readonly framework?: string;
  readonly min?: string;
  readonly today?: string;
}

export const coverageCommand = defineCommand<Options>({
  name: "coverage",
  arguments: "[path...]",
  argumentsHelp: "files, folders or patterns; without one, the specifications of the folder that you are in",
  summary: "Show where a framework is covered: which criteria address each entry, and what nothing addresses",
  details: [
    "A framework is a published set of roles, standards or capabilities. A criterion addresses the entries that stand in its `maps`, else in that of its outcome, else in that of its unit's `assessment`: what stands nearest counts alone.",
    "The entries that have no entries in them are counted, one that several roles include only once. A counted entry is covered where a criterion is mapped to it, and partly covered where only entries that it shares with others are. A theme is not counted: it is covered where all of its parts are, and partly covered where some are, or where something is mapped to the theme as a whole. All else is a gap. The percentage, which `--min` asks about, is that of counted entries that are covered, rounded down for printing: what is partly covered is no part of it.",
    "A learner may choose units, and so for each qualification it is said how many entries are met on every route, whatever the learner chooses, how many on some routes, and how many on none. That is proved from the rules of combination. Where a newer version replaces a framework both are shown, and only what is mapped to a version counts for it.",
    "In the csv a text that a spreadsheet would run as a formula, or that begins with an apostrophe, has an apostrophe put before it.",
  ].join("\n\n"),
  examples: [
    ["qualspec coverage", "every framework of this folder, or that its units are mapped to"],
    ["qualspec coverage --framework care-standards --min 80", "fail where less than 80% of it is covered"],
    ["qualspec coverage --format csv > coverage.csv", "a row for each entry and criterion, for a spreadsheet"],
  ],
  options: [
    { flags: "--framework <ids>", description: "only these frameworks, by their ids, with commas between" },
    {
      flags: "--min <percent>",
      description:
        "make the exit code 1 where less than this of a framework is covered: of each that --framework names, else of each that nothing replaces",
    },
    {
      ...formatOption,
      description: "how the report is printed: pretty for people, csv for a spreadsheet, json for programs",
      choices: ["pretty", "json", "csv"],
    },
    todayOption,
  ],
  emptyAnswer: { frameworks: [] },
  run: async (io, paths, options) => {
    const minimum = readMinimum(options.min);
    const ids = listed(options.framework, "--framework");
    const today = readToday(options, io);
    const checked = await check(io, paths, { today, ...(ids === null ? {} : { uses: ids }) });
    const missing = checked.isWorkspaceBroken ? [] : leftOut(checked);
    const refusal = refuse(checked, missing, ids);
    const reported = refusal === null ? await report(checked, ids, minimum) : [];
    await print(io, options.format, checked, refusal, reported);
    if (refusal !== null) return refusal.exitCode;
    noteErrors(io, checked, missing);
    const below = reported.filter(({ meetsMinimum }) => meetsMinimum === false);
    if (options.format === "csv") noteBelow(io, below);
    return below.length > 0 || missing.length > 0 ? exitCode.findings : exitCode.clean;
  },
});

/** @throws UserError */
function readMinimum(given: string | undefined): number | null {
  if (given === undefined) return null;
  const [, digits] = /^(\d{1,3}(?:\.\d+)?)%?$/u.exec(given.trim()) ?? [];
  const minimum = Number(digits);
  if (digits !== undefined && minimum <= 100) return minimum;
  throw usageError(`Unexpected ${code(given)} after ${code("--min")}, expected a percentage such as ${code("80")}`);
}

function refuse(checked: Checked, missing: readonly LeftOut[], ids: readonly string[] | null): CommandError | null {
  if (checked.isWorkspaceBroken) return brokenWorkspace;
  const unread = joinWords(missing.map(leftOutWords));
  const asked = checked.workspaces.flatMap((one) => one.asked);
  if (asked.every(({ type }) => type === "framework")) {
    if (missing.length > 0) return unreadable(unread);
    const how = `name a folder with some, and choose a framework with ${code("--framework")}`;
    return {
      message: `Nothing to hold against a framework: there is no qualification and no unit in what you named; ${how}`,
      exitCode: exitCode.usage,
    };
  }
  for (const id of ids ?? []) {
    if (checked.workspaces.some((one) => one.corpus.frameworks.some((framework) => framework.id === id))) continue;
    return unknownFramework(id, checked);
  }
  if (checked.workspaces.some(({ corpus }) => corpus.frameworks.length > 0)) return null;
  if (missing.length > 0) return unreadable(unread);
  return {
    message: `No framework here, and no unit is mapped to one; a framework is a file with ${code("kind: framework")}`,
    exitCode: exitCode.usage,
  };
}

function unreadable(what: string): CommandError {
  return {
    message: `Nothing can be said about coverage: ${what} cannot be read; ${code("qualspec check")} shows the errors`,
    exitCode: exitCode.findings,
  };
}

function unknownFramework(id: string, { workspaces }: Checked): CommandError {
  const found = workspaces.map(({ corpus }) => corpus.find(id)).find((one) => one !== null) ?? null;
  if (found === "broken") return unreadable(code(id));
  if (found !== null) {
    return {
      message: `Unexpected ${found.type} ${code(id)} after ${code("--framework")}, expected the id of a framework`,
      exitCode: exitCode.usage,
    };
  }
  const known = workspaces.flatMap(({ corpus }) => corpus.frameworks.map((framework) => framework.id));
  const meant =
    suggest(id, known) ??
    suggest(
      id,
      workspaces.flatMap(({ corpus }) => corpus.knownIds),
    );
  const some =
    known.length === 0
      ? "there is none"
      : `${known.length === 1 ? "there is" : "there are"} ${joinWords([...known].sort().map(code))}`;
  return {
    message: `No framework ${code(id)}; ${meant === null ? some : `did you mean ${code(meant)}?`}`,
    exitCode: exitCode.usage,
  };
}

/** In the order in which they were asked for, else of their ids. */
async function report(
  { workspaces }: Checked,
  ids: readonly string[] | null,
  minimum: number | null,
): Promise<readonly ReportedCoverage[]> {
  const { coverFrameworks } = await import("../coverage/cover.ts");
  const { coverRoutes } = await import("../coverage/route-cover.ts");
  return workspaces.flatMap(({ asked, corpus }) => {
    const qualifications = asked.filter((one): one is Qualification => one.type === "qualification");
    const units = asked.filter((one): one is Unit => one.type === "unit");
    const frameworks = chosen(corpus, ids);
    return coverFrameworks({ qualifications, units, frameworks, known: corpus.frameworks }).map((coverage) => {
      const { covered, total, replacedBy } = coverage;
      const isAsked = minimum !== null && (ids !== null || replacedBy.length === 0);
      return {
        coverage,
        qualifications: qualifications.map((one) => coverRoutes(one, coverage)),
        minimum: isAsked ? minimum : null,
        // Of a framework without entries nothing is covered.
        meetsMinimum: isAsked ? total > 0 && 100 * covered >= minimum * total : null,
      };
    });
  });
}

function chosen({ frameworks }: CheckedWorkspace["corpus"], ids: readonly string[] | null): readonly Framework[] {
  if (ids === null) return frameworks.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return ids.flatMap((id) => frameworks.find((framework) => framework.id === id) ?? []);
}

async function print(
  io: Io,
  format: Options["format"],
  { findings }: Checked,
  refusal: CommandError | null,
  reported: readonly ReportedCoverage[],
): Promise<void> {
  if (format === "json") {
    const { jsonCoverage } = await import("../reporters/coverage-json.ts");
    io.out.write(jsonReport(refusal, findings, { frameworks: reported.map(jsonCoverage) }));
  } else if (refusal !== null) {
    io.err.write(`${refusal.message}\n`);
  } else if (format === "csv") {
    const { csvCoverage } = await import("../reporters/coverage-csv.ts");
    io.out.write(csvCoverage(reported));
  } else {
    const { prettyCoverage } = await import("../reporters/coverage.ts");
    const { coloursFor } = await import("../reporters/colours.ts");
    io.out.write(prettyCoverage(reported, io.out.columns, await coloursFor(io, io.out)));
  }
}

/** A table has no place for a verdict. */
function noteBelow(io: Io, below: readonly ReportedCoverage[]): void {
  for (const { coverage, minimum } of below) {
    const { framework, covered, total } = coverage;
    io.err.write(`${code(framework.id)} is below ${minimum}%: ${covered} of ${countOf(total, "entry", "entries")}\n`);
  }
}

function noteErrors(io: Io, checked: Checked, missing: readonly LeftOut[]): void {
  const { errors } = summarise(checked.findings, checked.files);
  const shows = `${code("qualspec check")} shows ${missing.length > 0 ? "the errors" : "them"}`;
  if (missing.length > 0) {
    io.err.write(`Not counted here, since they cannot be read: ${joinWords(missing.map(leftOutWords))}; ${shows}\n`);
  } else if (errors > 0) {
    io.err.write(
      `Some files have errors, and the figures may change with them: ${countOf(errors, "error")}; ${shows}\n`,
    );
  }
}
