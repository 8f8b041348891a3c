import type { FrameworkCoverage } from "../coverage/cover.ts";
import type { FrameworkNode, Qualification, Unit } from "../model/types.ts";
import { pathwayMap } from "../pictures/pathway-map.ts";
import { pathwaySteps } from "../pictures/pathway-steps.ts";
import { addresses, nodeAnchor, wayUp } from "./address.ts";
import { type Site, statusTags } from "./site.ts";

/** More qualifications than these are counted: those that address most of a step come first. */
const mostQualifications = 15;

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

/** The way from step to step as the map shows it, in words, with the qualifications for each; empty where nothing leads on. */
export function stepsOf(coverage: FrameworkCoverage, { words }: Site) {
  const { framework } = coverage;
  const root = wayUp(addresses.framework(framework.id));
  const linkTo = (node: FrameworkNode) => ({ href: `#${nodeAnchor(framework, node)}`, text: node.title ?? node.id });
  return pathwaySteps(framework).map(({ node, from, next, besides }) => {
    const found = qualificationsFor(node, coverage);
    return {
      ...linkTo(node),
      from: from.map(linkTo),
      next: next.map(linkTo),
      besides: besides.map(linkTo),
      qualifications: found.slice(0, mostQualifications).map(({ qualification, units }) => ({
        href: root + addresses.qualification(qualification.id),
        title: qualification.title,
        tags: statusTags(qualification, words),
        units: words(units === 1 ? "site.framework.units-one" : "site.framework.units", { count: units }),
      })),
      more:
        found.length > mostQualifications
          ? words("site.more-qualifications", { count: found.length - mostQualifications })
          : null,
    };
  });
}

/** The same as a picture; null where nothing leads on. */
export function mapOf(coverage: FrameworkCoverage, { words }: Site): string | null {
  const { framework } = coverage;
  return pathwayMap(framework, {
    title: words("site.framework.map", { title: framework.title }),
    description: words("site.framework.map-about"),
    linkOf: (node) => `#${nodeAnchor(framework, node)}`,
    noteOf: (node) => {
      const count = qualificationsFor(node, coverage).length;
      return count === 0 ? null : words(count === 1 ? "site.framework.one" : "site.framework.many", { count });
    },
  });
}
