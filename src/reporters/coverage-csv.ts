import type { CoveredNode } from "../coverage/cover.ts";
import { stateOf } from "../coverage/state.ts";
import { writeCsv } from "../exchange/write-csv.ts";
import { plainEntryName } from "../model/entry-name.ts";
import type { Qualification } from "../model/types.ts";
import type { ReportedCoverage } from "./coverage-report.ts";

const head = [
  "Framework",
  "Version",
  "Replaced by",
  "Entry",
  "Type",
  "Name",
  "Within",
  "State",
  "Counted",
  "Qualification",
  "Routes",
  "Unit",
  "Criterion",
  "Text",
  "Notice",
] as const;

/** A row for each entry and criterion that is mapped to it, and one for each entry that nothing addresses. */
export function csvCoverage(all: readonly ReportedCoverage[]): string {
  return writeCsv([head, ...all.flatMap(rowsOf)]);
}

function rowsOf(reported: ReportedCoverage): readonly (readonly string[])[] {
  const { framework, replacedBy, nodes, notice } = reported.coverage;
  const first = [framework.id, framework.source.version ?? "", replacedBy.map(({ id }) => id).join(" ")];
  return nodes.flatMap((covered) => {
    const { node, units } = covered;
    const within = node.within.map(({ id }) => id).join(" / ");
    const entry = [
      ...first,
      node.id,
      node.type ?? "",
      plainEntryName(node),
      within,
      stateOf(covered),
      covered.isCounted ? "yes" : "no",
    ];
    const rows = units.flatMap(({ unit, qualifications, criteria }) =>
      (qualifications.length === 0 ? [null] : qualifications).flatMap((qualification) => {
        const home = [qualification?.id ?? "", routesOf(covered, qualification, reported)];
        return criteria.map(({ number, text }) => [...entry, ...home, unit.id, number, text, notice ?? ""]);
      }),
    );
    return rows.length > 0 ? rows : [[...entry, "", "", "", "", "", notice ?? ""]];
  });
}

/** What entries that are not counted come to stands with their parts. */
function routesOf(
  covered: CoveredNode,
  qualification: Qualification | null,
  { qualifications }: ReportedCoverage,
): string {
  const found = qualifications.find((one) => one.qualification === qualification);
  if (found === undefined) return "";
  if (found.everyRoute.includes(covered)) return "every route";
  if (found.someRoutes.includes(covered)) return "some routes";
  if (found.noRoute.includes(covered)) return "no route";
  return found.unknown.includes(covered) ? "not known" : "";
}
