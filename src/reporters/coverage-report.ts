import type { CoveredNode, FrameworkCoverage } from "../coverage/cover.ts";
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

/** How an entry stands, in one word; an entry that another one of the same version has replaced is not asked for. */
export function stateOf({
  isCounted,
  isCovered,
  parts,
  units,
}: CoveredNode): "covered" | "partly" | "gap" | "replaced" {
  if (!isCounted && parts === null) return "replaced";
  if (isCovered) return "covered";
  return !isCounted && ((parts?.covered ?? 0) > 0 || units.length > 0) ? "partly" : "gap";
}
