import type { Severity } from "./diagnostic.ts";

/** What `explain` prints of a finding: written once, beside the check, and tested on its own examples. */
export interface Explanation {
  /** Words joined by hyphens. */
  readonly id: string;
  readonly severity: Severity;
  /** One line: what is asked for. */
  readonly summary: string;
  /** What goes wrong for learners, assessors or the awarding organisation otherwise. */
  readonly why: string;
  /** The regulator's condition or guidance, the practice, or the format's own rule, that asks for it. */
  readonly source: string;
  /** A file that is in order; the text in « » of `bad` is where the finding is expected. */
  readonly good: string;
  readonly bad: string;
}
