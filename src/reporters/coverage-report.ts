import type { FrameworkCoverage } from "../coverage/cover.ts";
import type { QualificationCoverage } from "../coverage/route-cover.ts";

/** What `coverage` tells of one framework. */
export interface ReportedCoverage {
  readonly coverage: FrameworkCoverage;
  /** Every qualification that was asked for. */
  readonly qualifications: readonly QualificationCoverage[];
  /** The least that has to be covered, in hundredths; null where nothing was asked of this framework. */
  readonly minimum: number | null;
  readonly meetsMinimum: boolean | null;
}
