import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import type { Specification } from "../model/types.ts";
import type { Stretch } from "../source/spec-file.ts";

/** A finding that its house has decided to accept: one rule, one place, and for how long. */
export interface Waiver {
  readonly rule: string;
  /** `unit`, `unit#key` or `unit/1.2` as written; null for the whole specification, and for a comment. */
  readonly at: string | null;
  /** A mark of what was found: with it the waiver covers nothing else, wherever that has moved to. */
  readonly content: string | null;
  readonly reason: string | null;
  /** The last day on which it holds, as year-month-day. */
  readonly until: string | null;
  /** Where its rule is named. */
  readonly place: Place;
  /** Where its day is written. */
  readonly untilPlace: Place | null;
  /** The specification that it stands in. */
  readonly holder: Specification;
  /** The lines that a comment speaks of; null for an item of the list. */
  readonly lines: Stretch | null;
}

/**
 * open: it covers something, and holds today. expired: its last day has passed. unmatched: it covers nothing, or as far as
 * can be said of the files that were looked at. incomplete: it has no reason or no day.
 */
export type WaiverState = "open" | "expired" | "unmatched" | "incomplete";

/** A waiver and the findings that it covers, or would cover if it still held. */
export interface JudgedWaiver {
  readonly waiver: Waiver;
  readonly state: WaiverState;
  readonly findings: readonly Diagnostic[];
}

/** A finding that is accepted, and the waiver that says so. */
export interface Waived {
  readonly finding: Diagnostic;
  readonly waiver: Waiver;
}
