import type { Io } from "../cli/io.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { orderFindings } from "../diagnostics/order.ts";
import { SourceFile } from "../diagnostics/source-file.ts";
import { readBytes, sizeOf } from "../files/read.ts";
import { type Fit, fitOf } from "../record/fit.ts";
import { countOf } from "../text/words.ts";
import { type FoundPapers, findPapers, type ReturnedFile } from "./find-papers.ts";
import { finding } from "./finding.ts";
import { joinRecords, type LearnerRows } from "./join-records.ts";
import { lookAtPaper } from "./look-at-paper.ts";
import { lookAtSignOffs } from "./look-at-sign-offs.ts";
import { newestOf } from "./newest-of.ts";
import { openSpecifications, type Specifications } from "./open-specifications.ts";
import { type ReadPaper, readPaper } from "./read-paper.ts";
import { refusalOf } from "./refuse-file.ts";

/** One file that was read. */
export interface Collected {
  readonly file: SourceFile;
  readonly paper: ReadPaper;
  /** How it fits the specification as it is now; null where that is not here. */
  readonly fit: Fit | null;
}

export interface Collection {
  /** Each learner's paper once. */
  readonly papers: readonly Collected[];
  /** What all of them say together, for each learner and specification. */
  readonly learners: readonly LearnerRows[];
  /** Files that say the same as another, as printed, each with that. */
  readonly copies: ReadonlyMap<string, string>;
  /** Older states of a paper, as printed, each with the newest, which counts. */
  readonly older: ReadonlyMap<string, string>;
  /** Papers of ours in which there is nothing to fill in, as printed. */
  readonly fieldless: readonly string[];
  /** Files that cannot be read, as printed. */
  readonly refused: readonly string[];
  /** What else stood in the folders, as printed. */
  readonly others: readonly string[];
  readonly findings: readonly Diagnostic[];
}

export interface CollectOptions {
  /** Where the specifications are; null for the folder that the user is in. */
  readonly specs: string | null;
  /** Folders that are not looked into, as they hold what came out of this. */
  readonly skipped: ReadonlySet<string>;
}

const largestFile = 256 * 1024 * 1024;
const largestText = 32 * 1024 * 1024;

/**
 * Reads papers that came back, one after another: what is wrong with one does not keep the others from being read.
 *
 * @returns null where the workspace file is broken
 * @throws UserError where there is nothing to read, or the machine refuses
 */
export async function collect(io: Io, typed: readonly string[], options: CollectOptions): Promise<Collection | null> {
  const found = await findPapers(typed, io.cwd, options.skipped);
  const specifications = await openSpecifications(io, options.specs);
  return specifications === null ? null : readAll(found, specifications);
}

function readAll({ files, others }: FoundPapers, specifications: Specifications): Collection {
  const read: Collected[] = [];
  const findings: Diagnostic[] = [];
  const refused: string[] = [];
  const fieldless: string[] = [];
  const strangers: string[] = [];
  for (const returned of files) {
    const file = new SourceFile(returned.printed, "");
    const answer = readFile(returned, file, specifications);
    if (answer === "other") strangers.push(returned.printed);
    else if ("paper" in answer) {
      const { record } = answer.paper;
      const map = specifications.mapOf(record.document, record.specification);
      const fit = map === null ? null : fitOf(map, record);
      read.push({ file, paper: answer.paper, fit });
      findings.push(
        ...lookAtPaper(answer.paper, file, map, fit),
        ...lookAtSignOffs(answer.paper, file, specifications),
      );
    } else {
      (answer.rule === "paper-without-fields" ? fieldless : refused).push(returned.printed);
      findings.push(answer);
    }
  }
  const { kept, copies, older, findings: twice } = newestOf(read);
  const { learners, findings: contradictions } = joinRecords(kept, specifications);
  return {
    papers: read.filter((one) => !copies.has(one.file.path) && !older.has(one.file.path)),
    learners,
    copies,
    older,
    fieldless,
    refused,
    others: [...others, ...strangers].sort(),
    findings: orderFindings([...findings, ...twice, ...contradictions]),
  };
}

/** What stands in a file; `other` for one that only lies in the same folder. */
function readFile(
  { path, printed, isNamed }: ReturnedFile,
  file: SourceFile,
  specifications: Specifications,
): { readonly paper: ReadPaper } | Diagnostic | "other" {
  const size = sizeOf(path, printed);
  const largest = /\.json$/iu.test(path) ? largestText : largestFile;
  if (size > largest) {
    const found = `file of ${countOf(Math.round(size / 1024 / 1024), "megabyte")}`;
    return finding(
      "paper-too-large",
      file,
      `Unexpected ${found}, expected a paper; ask for it without what is not part of it`,
    );
  }
  const { paper, fault } = readPaper(readBytes(path, printed), specifications);
  if (paper !== null) return { paper };
  if (!isNamed && fault.kind === "record" && fault.fault.kind === "not-a-record") return "other";
  return refusalOf(fault, file);
}
