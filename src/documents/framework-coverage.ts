import { type AddressingUnit, type CoveredNode, type FrameworkCoverage, percentOf } from "../coverage/cover.ts";
import { placesOf } from "../coverage/places.ts";
import type { QualificationCoverage } from "../coverage/route-cover.ts";
import { countPartly, stateOf } from "../coverage/state.ts";
import { entryName } from "../model/entry-name.ts";
import type { Criterion, Framework, Unit } from "../model/types.ts";
import type { Words } from "../words/words.ts";

/** Where on a page, or from it, a unit and a criterion are found; null where nowhere. */
export interface CoverageLinks {
  readonly unit: (unit: Unit) => string | null;
  readonly criterion: (unit: Unit, criterion: Criterion) => string | null;
}

/** What is said of the coverage of a framework before its table. */
export function coverageHead(coverage: FrameworkCoverage, words: Words) {
  const { framework, notice, replacedBy, covered, total } = coverage;
  const percent = percentOf(coverage);
  const partly = countPartly(coverage);
  return {
    title: versionedTitle(framework, words),
    notices: notice === null ? [] : [notice],
    replaced: replacedBy.map((one) => words("coverage.replaced", { title: versionedTitle(one, words) })),
    summary:
      percent === null
        ? words("coverage.empty")
        : partly === 0
          ? words("coverage.summary", { covered, total, percent })
          : words("coverage.summary-partly", { covered, total, percent, partly }),
  };
}

export function versionedTitle({ title, source: { version } }: Framework, words: Words): string {
  return version === undefined ? title : words("mapped.title", { title, version });
}

/** An entry with its state in words; `state` is the class by which it is coloured as well. */
export function coverageRow(covered: CoveredNode, words: Words) {
  const { node } = covered;
  const state = stateOf(covered);
  return {
    depth: String(Math.min(node.within.length, deepest)),
    mark: "– ".repeat(node.within.length),
    entry: entryName(node),
    state,
    stateWords: words(`coverage.state.${state}`),
    note: partsNote(covered, words),
  };
}

/** What an entry only shares with others counts there: that all of it is covered does not cover the entry. */
function partsNote({ isCounted, isCovered, parts }: CoveredNode, words: Words): string | null {
  if (parts === null) return null;
  const figures = { covered: parts.covered, total: parts.total };
  if (!isCounted) return words("coverage.parts", figures);
  const isMissing = !isCovered && parts.covered === parts.total;
  return isMissing ? words("coverage.shares-only", figures) : words("coverage.shares", figures);
}

/** Those that stand deeper look like these. */
const deepest = 3;

/** Units with the numbers of their criteria that address an entry, or that all of them do. */
export function addressedBy(units: readonly AddressingUnit[], words: Words, links: CoverageLinks) {
  return units.map(({ unit, criteria }) => {
    const { isWhole } = placesOf(unit, criteria);
    return {
      title: unit.title,
      href: links.unit(unit),
      whole: isWhole ? words("mapped.all") : null,
      criteria: isWhole
        ? []
        : criteria.map((criterion) => ({ number: criterion.number, href: links.criterion(unit, criterion) })),
    };
  });
}

/** On which routes of a qualification an entry is met; nothing of one that is not counted. */
export function routeWords(covered: CoveredNode, routes: QualificationCoverage, words: Words): string {
  const lists = { every: routes.everyRoute, some: routes.someRoutes, none: routes.noRoute, unknown: routes.unknown };
  const found = Object.entries(lists).find(([, nodes]) => nodes.includes(covered));
  return found === undefined ? "" : words(`coverage.route.${found[0]}`);
}
