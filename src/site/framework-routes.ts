import type { CoveredNode, FrameworkCoverage } from "../coverage/cover.ts";
import { coverAllRoutes, type QualificationCoverage } from "../coverage/route-cover.ts";
import type { FrameworkNode, Qualification } from "../model/types.ts";
import { bytesOf, inWeighedParts } from "./lists.ts";

/** What qualifications cover of frameworks, on which of their routes. */
export interface RoutesOf {
  /** Of each framework that its units are mapped to, in the order of the site. */
  readonly of: (qualification: Qualification) => readonly FrameworkRoutes[];
}

export interface FrameworkRoutes {
  readonly coverage: FrameworkCoverage;
  readonly routes: QualificationCoverage;
}

/** A part of the table: some qualifications, against some entries with what these stand in. */
export interface RoutesTable {
  readonly qualifications: readonly Qualification[];
  readonly rows: readonly CoveredNode[];
}

/** More qualifications side by side could not be read. */
const mostColumns = 8;

/** Each qualification's routes are looked at once, when a page asks for them first. */
export function routesIn(coverages: readonly FrameworkCoverage[]): RoutesOf {
  const mapped = new Map(coverages.map((one) => [one, new Set(mappedQualifications(one))]));
  const known = new Map<Qualification, readonly FrameworkRoutes[]>();
  return {
    of: (qualification) => {
      const found = known.get(qualification) ?? findRoutes(qualification, mapped);
      known.set(qualification, found);
      return found;
    },
  };
}

function findRoutes(
  qualification: Qualification,
  mapped: ReadonlyMap<FrameworkCoverage, ReadonlySet<Qualification>>,
): readonly FrameworkRoutes[] {
  const own = [...mapped].flatMap(([coverage, those]) => (those.has(qualification) ? [coverage] : []));
  return coverAllRoutes(qualification, own).flatMap((routes, at) => {
    const coverage = own[at];
    return coverage === undefined ? [] : [{ coverage, routes }];
  });
}

/** Those of which a unit is mapped to an entry. */
export function mappedQualifications({ nodes }: FrameworkCoverage): readonly Qualification[] {
  return [...new Set(nodes.flatMap(({ units }) => units.flatMap(({ qualifications }) => qualifications)))];
}

/** The table in parts that a page can hold; none where nothing is mapped, or nothing is counted. */
export function tablesOf(
  { nodes }: FrameworkCoverage,
  qualifications: readonly Qualification[],
  mostBytes: number,
): readonly RoutesTable[] {
  const counted = nodes.filter(({ isCounted }) => isCounted);
  if (counted.length === 0) return [];
  const byNode = new Map(nodes.map((one) => [one.node, one]));
  const columns = Math.min(mostColumns, qualifications.length);
  const rows = inWeighedParts(counted, ({ node }) => rowBytes(node, columns), mostBytes).map(({ entries }) => [
    ...new Set(entries.flatMap((one) => [...one.node.within.flatMap((home) => byNode.get(home) ?? []), one])),
  ]);
  const starts = Array.from({ length: Math.ceil(qualifications.length / mostColumns) }, (_, at) => at * mostColumns);
  return starts.flatMap((start) =>
    rows.map((own) => ({ qualifications: qualifications.slice(start, start + mostColumns), rows: own })),
  );
}

/** What a table takes on a page. */
export function tableBytes({ qualifications, rows }: RoutesTable): number {
  const heads = qualifications.reduce((bytes, { id, title }) => bytes + 150 + 2 * id.length + bytesOf(title), 0);
  return rows.reduce((bytes, { node }) => bytes + rowBytes(node, qualifications.length), heads);
}

/** With a row for what it stands in. */
function rowBytes({ id, title, text }: FrameworkNode, columns: number): number {
  return 250 + 2 * id.length + bytesOf(title ?? text ?? id) + columns * 60;
}
