import type { FrameworkCoverage } from "../coverage/cover.ts";
import type { FrameworkNode, Qualification, Unit } from "../model/types.ts";
import { bytesOf } from "./lists.ts";

/** More qualifications than these stand on the page of the step: those that address most of a step come first. */
export const mostQualifications = 15;

export interface ForStep {
  readonly qualification: Qualification;
  /** Those of its units that answer to the step. */
  readonly units: number;
}

/**
 * The qualifications for a step, such as a role: those with units that answer to it or to what stands in it. What it shares
 * with other steps (`includes`) makes none of them one for this step.
 */
export function qualificationsFor(step: FrameworkNode, { nodes }: FrameworkCoverage): readonly ForStep[] {
  const own = nodes.filter(({ node }) => node === step || node.within.includes(step));
  const units = new Map<Qualification, Set<Unit>>();
  for (const { unit, qualifications } of own.flatMap((one) => one.units)) {
    for (const qualification of qualifications) {
      const known = units.get(qualification);
      if (known === undefined) units.set(qualification, new Set([unit]));
      else known.add(unit);
    }
  }
  return [...units]
    .map(([qualification, found]) => ({ qualification, units: found.size }))
    .sort((a, b) => b.units - a.units);
}

/** What a qualification takes on a page in the list for a step. */
export function forStepBytes({ qualification: { id, title } }: ForStep): number {
  return 250 + id.length + bytesOf(title);
}
