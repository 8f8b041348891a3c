import type { CoveredNode, FrameworkCoverage } from "../coverage/cover.ts";
import type { FrameworkNode } from "../model/types.ts";
import { type PathwayStep, pathwaySteps } from "../pictures/pathway-steps.ts";
import { addresses, nodeAnchor, wayTo } from "./address.ts";
import { type ForStep, forStepBytes, mostQualifications, qualificationsFor } from "./for-step.ts";
import { mappedQualifications, type RoutesTable, tableBytes, tablesOf } from "./framework-routes.ts";
import { bytesOf, inWeighedParts, type Part } from "./lists.ts";
import type { Site } from "./site.ts";
import { unitBytes } from "./unit-bytes.ts";

/** Which page holds what of a framework: one holds it all, until that would be more than a page may have. */
export interface FrameworkBook {
  readonly coverage: FrameworkCoverage;
  /** Its entries in file order, over the pages of the framework. */
  readonly parts: readonly Part<CoveredNode>[];
  /** The way from step to step over pages of its own; null where the first page of the framework holds it. */
  readonly way: readonly Part<PathwayStep>[] | null;
  /** Which qualifications cover what, in parts; one that the first page of the framework holds has no page of its own. */
  readonly tables: readonly RoutesTable[];
  readonly hasTableApart: boolean;
  /** More units than these stand on the page of an entry of its own. */
  readonly mostUnits: number;
  /** Entries of which the pages of the framework do not say all: each has pages of its own. */
  readonly long: ReadonlySet<FrameworkNode>;
  /** The qualifications for each step. */
  readonly forSteps: ReadonlyMap<FrameworkNode, readonly ForStep[]>;
  /** The way from a page to an entry, on whichever page it stands. */
  readonly linkTo: (node: FrameworkNode, from: string) => string;
}

/** What a page may hold, in bytes as far as they can be told beforehand: 200 KB are promised. */
const mostBytes = 130_000;
/** A map of more steps would be more than a page may have; the list of them says the same. */
export const mostOnMap = 60;

export function bookOf(coverage: FrameworkCoverage, site: Pick<Site, "qualifications">): FrameworkBook {
  const { framework, nodes } = coverage;
  const steps = pathwaySteps(framework);
  const forSteps = new Map(steps.map(({ node }) => [node, qualificationsFor(node, coverage)]));
  const stepBytes = (step: PathwayStep) => stepBytesOf(step, forSteps.get(step.node) ?? []);
  const wayBytes = sum(steps.map(stepBytes)) + Math.min(steps.length, mostOnMap) * 1200;
  const mapped = new Set(mappedQualifications(coverage));
  const qualifications = site.qualifications.filter((one) => mapped.has(one));
  const tables = tablesOf(coverage, qualifications, mostBytes);
  const besides = wayBytes + (tables.length === 1 ? sum(tables.map(tableBytes)) : 0);
  const isOne = besides + sum(nodes.map((one) => nodeBytes(one, coverage, usualUnits))) <= mostBytes;
  const mostUnits = isOne ? usualUnits : fewUnits;
  const parts = inWeighedParts(nodes, (one) => nodeBytes(one, coverage, mostUnits), mostBytes);
  const pages = new Map(parts.flatMap(({ page, entries }) => entries.map(({ node }) => [node, page])));
  return {
    coverage,
    parts,
    way: isOne || steps.length === 0 ? null : inWeighedParts(steps, stepBytes, mostBytes - mostOnMap * 1200),
    tables,
    hasTableApart: !isOne || tables.length > 1,
    mostUnits,
    long: new Set(
      nodes
        .filter(
          ({ node, units }) =>
            shownUnits(units, mostUnits).length < units.length ||
            (forSteps.get(node)?.length ?? 0) > mostQualifications,
        )
        .map(({ node }) => node),
    ),
    forSteps,
    linkTo: (node, from) =>
      wayTo(from, addresses.framework(framework.id, pages.get(node)), nodeAnchor(framework, node)),
  };
}

/** More units than these are said elsewhere: what a house maps in all of its units would fill pages. */
const usualUnits = 12;
/** The same where a framework takes several pages: they are to be looked through. */
const fewUnits = 3;
/** What the units of one entry may take. */
const mostUnitBytes = 10_000;

/** Those that are named beside an entry: at least one, where there is one. */
export function shownUnits(units: CoveredNode["units"], most: number): CoveredNode["units"] {
  let bytes = 0;
  return units.slice(0, most).filter((unit, at) => {
    bytes += unitBytes(unit);
    return at === 0 || bytes <= mostUnitBytes;
  });
}

function nodeBytes({ node, units }: CoveredNode, { framework }: FrameworkCoverage, mostUnits: number): number {
  const { id, title, text, includes, replacedBy } = node;
  const names = 5 * (framework.id.length + id.length);
  return (
    600 +
    names +
    2 * bytesOf(title ?? id) +
    2 * bytesOf(text ?? "") +
    (includes.length + replacedBy.length) * linkBytes +
    sum(shownUnits(units, mostUnits).map(unitBytes))
  );
}

/** A link to an entry, with its title. */
const linkBytes = 180;

function stepBytesOf({ node, from, next, besides }: PathwayStep, found: readonly ForStep[]): number {
  const links = 2 + from.length + next.length + besides.length;
  return (
    400 + bytesOf(node.title ?? node.id) + links * linkBytes + sum(found.slice(0, mostQualifications).map(forStepBytes))
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
