import { printable } from "../text/printable.ts";
import { countOf } from "../text/words.ts";
import type { Colours } from "./colours.ts";

/** What is told of one file that came back. */
export interface ReportedPaper {
  readonly path: string;
  /** read; copy: it says the same as another; older: another counts; no-fields: nothing to read; refused: it cannot be read. */
  readonly status: "read" | "copy" | "older" | "no-fields" | "refused";
  readonly copyOf: string | null;
  /** The file that counts instead. */
  readonly newer: string | null;
  readonly document: string | null;
  readonly learner: {
    readonly name: string | null;
    readonly number: string | null;
    readonly centre: string | null;
  } | null;
  readonly specification: {
    readonly id: string;
    readonly title: string;
    readonly version: string | null;
    readonly unit: string | null;
  } | null;
  /** null where a paper asks nothing about single criteria. */
  readonly criteria: { readonly total: number; readonly answered: number; readonly met: number } | null;
  /** Learners that it is about, where it is about several. */
  readonly learners: number;
  /** null where the specification of today was not at hand. */
  readonly fit: {
    readonly fits: number;
    readonly changed: readonly string[];
    readonly gone: readonly string[];
    readonly added: readonly string[];
  } | null;
  /** The record that was written; null where none was asked for. */
  readonly written: string | null;
}

/** One paper after another, as somebody would tell of it. */
export function prettyCollected(papers: readonly ReportedPaper[], chalk: Colours): string {
  const told = papers.filter(({ status }) => status !== "refused" && status !== "no-fields");
  const blocks = told.map((one) => prettyPaper(one, chalk));
  return blocks.join("");
}

function prettyPaper(
  { path, status, copyOf, newer, learner, document, specification, criteria, learners }: ReportedPaper,
  chalk: Colours,
): string {
  const head = chalk.underline(printable(path));
  if (status === "copy") return `${head}\n  the same as ${printable(copyOf ?? "")}\n`;
  if (status === "older") return `${head}\n  older than ${printable(newer ?? "")}, which counts\n`;
  const who = [learner?.name, learner?.number, learner?.centre].flatMap((part) => part ?? []).join(", ");
  const version = specification?.version === null ? "" : `, version ${specification?.version}`;
  const unit = specification?.unit === null ? "" : `, unit ${specification?.unit}`;
  const lines = [
    who === "" ? (learners > 0 ? countOf(learners, "learner") : "no learner named") : chalk.bold(who),
    `${document} of ${specification?.id}${version}${unit}`,
    criteria === null
      ? "nothing asked about single criteria"
      : `answered ${criteria.answered} of ${criteria.total}, met ${criteria.met} of ${criteria.total}`,
  ];
  return `${head}\n${lines.map((line) => `  ${printable(line.replace(/\s+/gu, " "))}\n`).join("")}`;
}

interface Ending {
  readonly papers: readonly ReportedPaper[];
  readonly findings: readonly { readonly severity: string }[];
  readonly written: readonly { readonly path: string; readonly status: "written" | "unchanged" }[];
  readonly counts: string;
}

/** "Read 3 papers of 2 learners and refused 1: 1 error and 2 warnings." */
export function prettyEnding({ papers, findings, written, counts }: Ending, chalk: Colours): string {
  const number = (status: ReportedPaper["status"]) => papers.filter((one) => one.status === status).length;
  const [read, refused] = [number("read") + number("copy") + number("older"), number("refused")];
  const files = written.map(
    ({ path, status }) => `  ${path}  ${status === "written" ? chalk.green(status) : chalk.dim(status)}\n`,
  );
  const hint = findings.length === 0 ? "" : ` ${chalk.dim("`qualspec explain <rule>` says more about a rule.")}`;
  const told = `Read ${countOf(read, "paper")}${refused === 0 ? "" : ` and refused ${refused}`}: ${counts}.${hint}\n`;
  return `${told}${files.length === 0 ? "" : `Made ${countOf(files.length, "file")}:\n${files.join("")}`}`;
}
