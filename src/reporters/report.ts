import type { ExitCode } from "../cli/exit-code.ts";
import { type Diagnostic, type Severity, severities } from "../diagnostics/diagnostic.ts";
import { countOf, joinWords } from "../text/words.ts";
import type { JudgedWaiver, Waived } from "../waivers/waiver.ts";

/** How many findings of each severity, in how many files looked at. */
export interface Summary {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly advice: number;
}

export interface CommandError {
  readonly message: string;
  readonly exitCode: ExitCode;
}

/** What `--fix` did; with a diff, what it would do. */
export interface Mending {
  /** Each with its fix, at the place that it had. */
  readonly fixed: readonly Diagnostic[];
  readonly diff: string | null;
}

/** What a command answers: all that a reporter needs. */
export interface Report {
  /** Of qualspec. */
  readonly version: string;
  /** Why the command could not begin or not end; null where it did. */
  readonly error: CommandError | null;
  readonly summary: Summary;
  /** In the one order that every report prints. */
  readonly findings: readonly Diagnostic[];
  /** The files looked at, as printed, in order. */
  readonly paths: readonly string[];
  /** From the root of the repository down to where the user stands, such as `courses/`; empty at the root, or without one. */
  readonly below: string;
  /** Where `--fix` was given. */
  readonly mending?: Mending;
  /** How many of the findings `--fix` could answer. */
  readonly mendable?: number;
  /** How many files no rule could be asked of, since they cannot be read. */
  readonly unread?: number;
  /** Findings that waivers cover: not among `findings`. */
  readonly waived?: readonly Waived[];
  /** Every waiver, where `--waivers` asks for them. */
  readonly waivers?: readonly JudgedWaiver[];
  /** Where `--write-waivers` was given. */
  readonly written?: WaiversWritten;
  /** From which severity on a finding makes the check fail; an error where it is left out. */
  readonly failsFrom?: Severity;
  /** Why a check without errors fails, for people; null where it does not. */
  readonly verdict?: string | null;
}

/** What `--write-waivers` did. */
export interface WaiversWritten {
  /** The last day of the new waivers. */
  readonly until: string;
  readonly files: readonly { readonly path: string; readonly waivers: number }[];
  /** Files that stay as they are, each with the reason. */
  readonly left: readonly { readonly path: string; readonly why: string }[];
}

export function summarise(findings: readonly Diagnostic[], files: number): Summary {
  const count = (severity: string) => findings.filter((one) => one.severity === severity).length;
  return { files, errors: count("error"), warnings: count("warning"), advice: count("advice") };
}

/** "1 error and 2 warnings", or that nothing is wrong. */
export function countsOf({ errors, warnings, advice }: Omit<Summary, "files">): string {
  const counts = [
    errors > 0 ? countOf(errors, "error") : "",
    warnings > 0 ? countOf(warnings, "warning") : "",
    advice > 0 ? countOf(advice, "piece of advice", "pieces of advice") : "",
  ].filter((one) => one !== "");
  return counts.length === 0 ? "nothing wrong found" : joinWords(counts);
}

/** One sentence for a log or a comment: what was looked at and found, and why the check fails where that is not plain. */
export function outcomeOf({ error, summary, waived = [], verdict = null }: Report): string {
  const found = error === null ? countsOf(summary) : "not finished";
  const besides = waived.length === 0 ? "" : `, ${waived.length} waived`;
  return `Checked ${countOf(summary.files, "file")}: ${found}${besides}.${verdict === null ? "" : ` ${verdict}`}`;
}

/** Errors before warnings before advice, each in the order that they were in. */
export function worstFirst(findings: readonly Diagnostic[]): readonly Diagnostic[] {
  return severities.flatMap((severity) => findings.filter((one) => one.severity === severity));
}
