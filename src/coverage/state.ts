import type { CoveredNode } from "./cover.ts";

/** How an entry stands; one that another of the same version has replaced is not asked for. */
export type CoverState = "covered" | "partly" | "gap" | "replaced";

export function stateOf({ isCounted, isCovered, parts, units }: CoveredNode): CoverState {
  if (!isCounted && parts === null) return "replaced";
  if (isCovered) return "covered";
  return !isCounted && ((parts?.covered ?? 0) > 0 || units.length > 0) ? "partly" : "gap";
}
