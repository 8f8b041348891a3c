import { type CoveredNode, percentOf } from "../coverage/cover.ts";
import { type QualificationCoverage, unreachedIn } from "../coverage/route-cover.ts";
import { countPartly, stateOf } from "../coverage/state.ts";
import { plainEntryName } from "../model/entry-name.ts";
import type { ReportedCoverage } from "./coverage-report.ts";

/** The coverage of a framework for programs. */
export function jsonCoverage({ coverage, qualifications, minimum, meetsMinimum }: ReportedCoverage) {
  const { framework, replacedBy, notice, covered, total, nodes } = coverage;
  return {
    id: framework.id,
    title: framework.title,
    version: framework.source.version ?? null,
    notice,
    replacedBy: replacedBy.map(({ id }) => id),
    covered,
    partly: countPartly(coverage),
    total,
    percent: percentOf(coverage),
    unreached: unreachedIn(coverage, qualifications).map(({ node }) => node.id),
    minimum,
    meetsMinimum,
    nodes: nodes.map(jsonNode),
    qualifications: qualifications.map(jsonQualification),
  };
}

function jsonNode(covered: CoveredNode) {
  const { node, isCounted, isCovered, parts, units } = covered;
  return {
    id: node.id,
    type: node.type,
    title: plainEntryName(node),
    text: node.text,
    within: node.within.map(({ id }) => id),
    includes: node.includes,
    counted: isCounted,
    covered: isCovered,
    state: stateOf(covered),
    parts,
    criteria: units.flatMap(({ unit, qualifications, criteria }) =>
      (qualifications.length === 0 ? [null] : qualifications).flatMap((qualification) =>
        criteria.map(({ number, key }) => ({ qualification: qualification?.id ?? null, unit: unit.id, number, key })),
      ),
    ),
  };
}

function jsonQualification({ qualification, everyRoute, someRoutes, noRoute, unknown, reason }: QualificationCoverage) {
  const ids = (nodes: readonly CoveredNode[]) => nodes.map(({ node }) => node.id);
  return {
    id: qualification.id,
    everyRoute: ids(everyRoute),
    someRoutes: ids(someRoutes),
    noRoute: ids(noRoute),
    unknown: ids(unknown),
    reason,
  };
}
