import type { Severity } from "./diagnostic.ts";

/**
 * What a finding rests on. condition: a regulator's rule. guidance: what a regulator asks to have regard to. register: the form
 * of a regulator's public register. practice: what reviewers and editors ask for. format: the source format itself.
 */
export type Basis = "condition" | "guidance" | "register" | "practice" | "format";

/** What `explain` prints of a finding: written once, beside the check, and tested on its own examples. */
export interface Explanation {
  /** Words joined by hyphens. */
  readonly id: string;
  readonly severity: Severity;
  /** One line: what is asked for. */
  readonly summary: string;
  /** What goes wrong for learners, assessors or the awarding organisation otherwise. */
  readonly why: string;
  readonly basis: Basis;
  /** The reviewer's checks that it carries out, by their numbers in `rules/reviewer-checks.json`. */
  readonly checks?: readonly string[];
  /** The regulator's condition or guidance, the practice, or the format's own rule, that asks for it. */
  readonly source: string;
  /** Conditions of regulators that ask for the same, by the word in `regulators`: what a specification under their rules is told. */
  readonly conditions?: Readonly<Record<string, string>>;
  /** What of a regulator's it helps to keep, without being asked for by it. */
  readonly serves?: Readonly<Record<string, string>>;
  /** A file that is in order; the text in « » of `bad` is where the finding is expected. */
  readonly good: string;
  readonly bad: string;
}
