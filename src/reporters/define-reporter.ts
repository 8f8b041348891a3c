import type { Colours } from "./colours.ts";
import type { Report } from "./report.ts";

/** What a reporter knows of the place that its text goes to. */
export interface Look {
  readonly columns: number;
  readonly colours: Colours;
}

/** A form that the answer of `check` can take: a pure function from a report to text. */
export interface Reporter {
  /** The word for `--format` and `--report`. */
  readonly id: string;
  /**
   * Where its reader learns why the command could not go on: inside the text; beside it, for the text is about findings
   * only; or in both, for the text is read by a program and somebody looks at the log.
   */
  readonly tellsError: "inside" | "beside" | "both";
  /** Whether it knows what to do with colours. */
  readonly isPainted?: true;
  readonly print: (report: Report, look: Look) => string;
  /** What is added, when the text goes to standard output, to the file that an environment variable names. */
  readonly adds?: { readonly variable: string; readonly print: (report: Report) => string };
}

export function defineReporter(reporter: Reporter): Reporter {
  return reporter;
}
