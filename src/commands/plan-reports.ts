import { type UserError, usageError } from "../cli/user-error.ts";
import { expandPattern, isPattern } from "../files/find.ts";
import { resolvePath } from "../files/paths.ts";
import { isDevice, placeOnDisk } from "../files/place.ts";
import { type ListedReporter, reporters } from "../reporters/index.ts";
import { suggest } from "../text/suggest.ts";
import { code, joinWords } from "../text/words.ts";

/** A report that goes to a file. */
export interface ReportPlan {
  readonly reporter: ListedReporter;
  /** Absolute. */
  readonly path: string;
  /** As the user named it. */
  readonly printed: string;
}

export interface PlannedReports {
  /** Those that may be written, also when others may not. */
  readonly plans: readonly ReportPlan[];
  /** The first reason to refuse the command. */
  readonly refusal: UserError | null;
}

/** The reports that the values of `--report` ask for; `paths` are those to check. Nothing is written here. */
export async function planReports(
  values: readonly string[],
  paths: readonly string[],
  cwd: string,
): Promise<PlannedReports> {
  const read = values.map((value) => readPlan(value, cwd));
  const plans = read.filter((one): one is ReportPlan => "reporter" in one);
  const misread = read.find((one): one is UserError => !("reporter" in one)) ?? null;
  const clash = twoInOneFile(plans) ?? (await firstOverSpecification(plans, paths, cwd));
  // Where two reports want one file, nobody knows which to keep; over a specification none may be written.
  return { plans: clash === null ? plans : [], refusal: clash ?? misread };
}

function readPlan(value: string, cwd: string): ReportPlan | UserError {
  const ids = reporters.map(({ id }) => id);
  const [, name = "", file = ""] = /^([^=]*)=(.*)$/su.exec(value) ?? [];
  if (name === "" || file === "") {
    const example = `${ids.includes(value.replace(/=$/u, "")) ? value.replace(/=$/u, "") : "sarif"}=<file>`;
    return usageError(
      `Unexpected ${code(value)} after ${code("--report")}, expected a report and a file: ${code(example)}`,
    );
  }
  const reporter = reporters.find(({ id }) => id === name);
  if (reporter === undefined) {
    const meant = suggest(name, ids);
    const how = meant === null ? `expected ${joinWords(ids.map(code), "or")}` : `did you mean ${code(meant)}?`;
    return usageError(`Unknown report ${code(name)} after ${code("--report")}; ${how}`);
  }
  if (file === "-")
    return usageError(`Unexpected ${code(value)}; ${code(`--format ${name}`)} prints it to standard output`);
  const path = resolvePath(file, cwd);
  if (isDevice(path))
    return usageError(`Unexpected ${code(file)} for a report, expected a file; ${code(`--format ${name}`)} prints it`);
  return { reporter, path, printed: file };
}

function twoInOneFile(plans: readonly ReportPlan[]): UserError | null {
  const places = plans.map(({ path }) => placeOnDisk(path));
  const second = plans.find((_, at) => places.indexOf(places[at] ?? "") !== at);
  if (second === undefined) return null;
  return usageError(`Unexpected second report into ${code(second.printed)}, expected a file for each; name another`);
}

/** Besides what is named on the command line, only YAML files are ever read. */
async function firstOverSpecification(
  plans: readonly ReportPlan[],
  paths: readonly string[],
  cwd: string,
): Promise<UserError | null> {
  const read = new Set<string>();
  for (const typed of plans.length === 0 ? [] : paths) {
    const found = isPattern(typed) ? await expandPattern(typed, cwd) : [];
    for (const path of [resolvePath(typed, cwd), ...found]) read.add(placeOnDisk(path));
  }
  const over = plans.find(({ path }) => {
    const place = placeOnDisk(path);
    return /\.ya?ml$/u.test(place) || /\.ya?ml$/iu.test(path) || read.has(place);
  });
  if (over === undefined) return null;
  return usageError(
    `Unexpected specification ${code(over.printed)} for the report ${code(over.reporter.id)}, expected a file of its own; name another`,
  );
}
