import type { CoveredNode, FrameworkCoverage } from "./cover.ts";

/** How an entry stands; one that another of the same version has replaced is not asked for. */
export type CoverState = "covered" | "partly" | "gap" | "replaced";

/**
 * What is mapped to a theme as a whole, and what an entry shares with others, make a part of it: neither alone says that it is
 * covered.
 */
export function stateOf({ isCounted, isCovered, parts, units }: CoveredNode): CoverState {
  if (!isCounted && parts === null) return "replaced";
  if (isCovered) return "covered";
  return (parts?.covered ?? 0) > 0 || units.length > 0 ? "partly" : "gap";
}

/** Of the counted entries, how many are partly covered: by what they share with others, and by nothing of their own. */
export function countPartly({ nodes }: FrameworkCoverage): number {
  return nodes.filter((covered) => covered.isCounted && stateOf(covered) === "partly").length;
}
