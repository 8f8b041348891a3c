import { exitCode } from "../cli/exit-code.ts";
import type { Io } from "../cli/io.ts";
import { UserError } from "../cli/user-error.ts";
import type { Qualification, Specification } from "../model/types.ts";
import type { MadeFile, OtherFile } from "../papers/make-files.ts";
import type { Making } from "../papers/making.ts";
import { PaperFinding } from "../papers/paper-finding.ts";
import type { Paper, PaperChoice } from "../papers/plan-papers.ts";
import type { Colours } from "../reporters/colours.ts";
import { jsonReport } from "../reporters/json.ts";
import { progressOn } from "../reporters/progress.ts";
import { type CommandError, summarise } from "../reporters/report.ts";
import { code, countOf, joinWords } from "../text/words.ts";
import type { Crew } from "../workers/crew.ts";
import { type Checked, check } from "../workspace/check.ts";
import { brokenWorkspace } from "./broken-workspace.ts";
import { refuseEmptyFolder, refuseFolderOfSpecifications } from "./refuse-folder.ts";
import { idOfSeveral, sameIdTwice } from "./same-id.ts";
import { readToday } from "./waiver-options.ts";

export interface MakeOptions {
  readonly format: "pretty" | "json";
  readonly force?: boolean;
  readonly out?: string;
  readonly today?: string;
}

export interface Plan {
  /** null where no papers are wanted. */
  readonly choice: (checked: Checked) => PaperChoice | null;
  /** The files to make of the papers that were chosen. */
  readonly makings: (papers: readonly Paper[], checked: Checked) => readonly Making[] | Promise<readonly Making[]>;
  /** Whether anything is left to make files of in spite of errors; that there are papers to make unless something else is. */
  readonly isSound?: (checked: Checked) => boolean;
  /** What was made in the same folder before and is made no longer is removed. */
  readonly isWhole?: boolean;
  /** What is said of the files; that papers were made unless something else is. */
  readonly print?: PrintFiles;
}

type PrintFiles = (made: Made, checked: number, colours: Colours) => Promise<string>;

interface Made {
  readonly files: readonly MadeFile[];
  /** What was made before and is made no longer. */
  readonly others: readonly OtherFile[];
}

/** Checks specifications, makes papers of them and says which. */
export async function makeAndReport(io: Io, paths: readonly string[], options: MakeOptions, plan: Plan) {
  refuseEmptyFolder(options.out);
  const checked = await check(io, paths, { today: readToday(options, io) });
  const errors = summarise(checked.findings, checked.files).errors;
  if (checked.isWorkspaceBroken) return refuse(io, options, checked, brokenWorkspace);
  const { planPapers } = await import("../papers/plan-papers.ts");
  const { makeFiles } = await import("../papers/make-files.ts");
  const notes: string[] = [];
  const made = await attempt(async () => {
    if (errors > 0 && !(plan.isSound ?? hasPapers)(checked)) {
      const whyNot = options.force === true ? `${firstOf(checked)}; ${noUseOfForce}` : "";
      throw tooManyErrors(errors, whyNot + aboutFaults(plan.choice(checked)));
    }
    const qualifications = checked.workspaces.flatMap(({ asked }) => asked.filter(isQualification));
    const twice = errors > 0 && options.force !== true ? idOfSeveral(qualifications) : null;
    if (twice !== null) {
      const { message, exitCode: ending } = sameIdTwice(twice, qualifications);
      throw new UserError(`Nothing was built. ${message}`, ending);
    }
    const choice = plan.choice(checked);
    const papers = choice === null ? [] : planPapers(checked, choice, io);
    const isOnlyAboutFaults =
      papers.length > 0 && papers.every(({ document }) => document.isAboutSpecification === true);
    if (errors > 0 && options.force !== true && !isOnlyAboutFaults) {
      throw tooManyErrors(errors, ` (or build all the same with ${code("--force")})`);
    }
    const makings = await plan.makings(papers, checked);
    if (options.force !== true) refuseFolderOfSpecifications(io, makings, checked);
    const onMissing = (printed: string, signs: readonly string[]) => {
      notes.push(missingNote(printed, signs));
    };
    const progress = progressOn(io.err, (done, total) => `Made ${done} of ${countOf(total, "file")}`);
    const stop = io.hearStop?.();
    const afterEach = (done: number, total: number) => {
      progress.show(done, total);
      return stop?.isGiven() === true;
    };
    const crew = await crewFor(makings.length, io);
    try {
      const others: OtherFile[] = [];
      const files = await makeFiles(makings, {
        isForced: options.force === true,
        cwd: io.cwd,
        afterEach,
        onMissing,
        crew,
        ...(plan.isWhole === true ? { onOther: (file: OtherFile) => others.push(file) } : {}),
      });
      return { files, others };
    } finally {
      await crew?.end();
      progress.wipe();
      stop?.release();
    }
  });
  if (made instanceof PaperFinding) {
    const findings = made.among(checked.findings);
    const { message, exitCode: code } = tooManyErrors(summarise(findings, checked.files).errors, "");
    return refuse(io, options, { ...checked, findings }, { message, exitCode: code });
  }
  if (made instanceof UserError) {
    return refuse(io, options, checked, { message: made.message, exitCode: made.exitCode });
  }
  for (const note of notes) io.err.write(`${note}\n`);
  if (options.format === "json") {
    io.out.write(jsonReport(null, checked.findings, { files: [...made.files, ...made.others] }));
  } else {
    const { coloursFor } = await import("../reporters/colours.ts");
    const print = plan.print ?? printPapers;
    await printFindings(io, checked, "err");
    io.out.write(await print(made, checked.files, await coloursFor(io, io.out)));
  }
  return exitCode.clean;
}

/** Fewer files are made before other threads have begun. */
const manyFiles = 60;

async function crewFor(files: number, { threads }: Io): Promise<Crew | undefined> {
  if (threads === undefined || threads.most < 1 || files < manyFiles) return undefined;
  const { Crew } = await import("../workers/crew.ts");
  return new Crew(threads);
}

const printPapers: PrintFiles = async ({ files }, checked, colours) => {
  const { prettyFiles } = await import("../reporters/files.ts");
  return prettyFiles(files, checked, colours);
};

/** A report on what is wrong tells of sense; of a file whose shape is wrong there is nothing to report on. */
function aboutFaults(choice: PaperChoice | null): string {
  const isAsked = choice?.documents?.includes("conformance-report") === true;
  return isAsked ? `; ${code("conformance-report")}, too, can be made only of a file that can be read` : "";
}

function isQualification(one: Specification): one is Qualification {
  return one.type === "qualification";
}

/** What a reader of a file will not see. */
function missingNote(printed: string, signs: readonly string[]): string {
  const shown = signs.slice(0, 8).map((sign) => code(nameOf(sign)));
  const all = signs.length > shown.length ? [...shown, `${signs.length - shown.length} more`] : shown;
  return `${printed}: there are no letters for ${joinWords(all, "and")}; each stands as ${code("\ufffd")}`;
}

/** A sign as it can be printed in a terminal: what it would obey stands as its number. */
function nameOf(sign: string): string {
  if (!/[\p{C}\p{M}]/u.test(sign)) return sign;
  return [...sign].map((one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`).join(" ");
}

/** Papers are made of qualifications, and of units that are named; a file whose shape is broken holds neither. */
export function hasPapers({ workspaces }: Checked): boolean {
  return workspaces.some(
    ({ asked, named }) =>
      asked.some(({ type }) => type === "qualification") || named.some(({ type }) => type === "unit"),
  );
}

const noUseOfForce = `${code("--force")} does not help, since nothing that can be read is left to make it of`;

function firstOf({ findings }: Checked): string {
  const first = findings.find(({ severity }) => severity === "error");
  if (first === undefined) return "";
  const { file, start } = first.place;
  return ` (the first in ${code(`${file.path}:${file.positionAt(start).line}`)})`;
}

function tooManyErrors(errors: number, otherwise: string): UserError {
  return new UserError(
    `Nothing was built: ${countOf(errors, "error")} must be mended first${otherwise}`,
    exitCode.findings,
  );
}

/** What went wrong is told together with what was found: a specification that is missing mostly has a finding. */
async function attempt<T>(work: () => Promise<T>): Promise<T | UserError | PaperFinding> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UserError || error instanceof PaperFinding) return error;
    throw error;
  }
}

async function refuse(io: Io, options: MakeOptions, checked: Checked, error: CommandError) {
  if (options.format === "json") {
    io.out.write(jsonReport(error, checked.findings, { files: [] }));
  } else {
    await printFindings(io, checked, "out");
    io.err.write(`${error.message}\n`);
  }
  return error.exitCode;
}

async function printFindings(io: Io, { findings }: Checked, stream: "out" | "err"): Promise<void> {
  if (findings.length === 0) return;
  const { coloursFor } = await import("../reporters/colours.ts");
  const { prettyFindings } = await import("../reporters/pretty.ts");
  io[stream].write(prettyFindings(findings, io[stream].columns, await coloursFor(io, io[stream])));
}
