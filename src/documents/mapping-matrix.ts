import { coverFrameworks } from "../coverage/cover.ts";
import { coverRoutes } from "../coverage/route-cover.ts";
import { entryName } from "../model/entry-name.ts";
import type { Criterion, Framework, Qualification, Unit } from "../model/types.ts";
import type { Words } from "../words/words.ts";
import { cover } from "./cover.ts";
import { defineDocument, type Subject } from "./define-document.ts";
import { fieldOf } from "./field-name.ts";
import { addressedBy, coverageHead, coverageRow, routeWords, versionedTitle } from "./framework-coverage.ts";
import { unitHeading } from "./unit-heading.ts";

/** Where a qualification answers to frameworks, both ways: each entry with its criteria, and each criterion with its entries. */
export const mappingMatrix = defineDocument({
  id: "mapping-matrix",
  audience: "centre",
  orientation: "portrait",
  isOfWhole: true,
  isEmptyFor: ({ units }) => frameworksOf(units).length === 0,
  view: (subject, words) => {
    const { qualification } = subject;
    if (qualification === null) throw new Error("a mapping matrix is made of a qualification");
    const frameworks = frameworksOf(qualification.units);
    return {
      cover: cover("mapping-matrix", subject, words),
      frameworks: frameworksView(qualification, frameworks, subject, words),
      units: frameworks.length === 0 ? [] : unitsView(subject, frameworks, words),
    };
  },
});

function frameworksOf(units: readonly Unit[]): readonly Framework[] {
  return [...new Set(units.flatMap((unit) => unit.frameworks))];
}

function frameworksView(
  qualification: Qualification,
  frameworks: readonly Framework[],
  { frameworks: known = frameworks }: Subject,
  words: Words,
) {
  const scope = { qualifications: [qualification], units: [], frameworks, known };
  const links = {
    unit: ({ id }: Unit) => `#unit-${id}`,
    criterion: (unit: Unit, criterion: Criterion) => `#${placeOf(unit, criterion)}`,
  };
  return coverFrameworks(scope).map((coverage) => {
    const routes = coverRoutes(qualification, coverage);
    return {
      id: `framework-${coverage.framework.id}`,
      language: coverage.framework.source.language ?? qualification.language,
      ...coverageHead(coverage, words),
      unknown: routes.reason === null ? null : words(`coverage.unknown.${routes.reason}`),
      rows: coverage.nodes.map((covered) => ({
        ...coverageRow(covered, words),
        units: addressedBy(covered.units, words, links),
        routes: routeWords(covered, routes, words),
      })),
    };
  });
}

function unitsView(subject: Subject, frameworks: readonly Framework[], words: Words) {
  return subject.units.map((unit, position) => ({
    id: `unit-${unit.id}`,
    heading: unitHeading(unit, position, subject, words),
    language: unit.language,
    criteria: unit.outcomes.flatMap(({ criteria }) =>
      criteria.map((criterion) => ({
        place: placeOf(unit, criterion),
        number: criterion.number,
        text: criterion.text,
        mapped: mappedOf(criterion, frameworks, words),
      })),
    ),
  }));
}

/** The id of a criterion on the page: by its key, as that of its fields. */
function placeOf(unit: Unit, criterion: Criterion): string {
  return `criterion.${fieldOf(unit, criterion)}`;
}

/** What a criterion answers to, framework by framework. */
function mappedOf({ maps }: Criterion, frameworks: readonly Framework[], words: Words) {
  return frameworks.flatMap((framework) => {
    const entries = framework.nodes.filter(({ id }) => maps[framework.id]?.includes(id) === true);
    return entries.length === 0
      ? []
      : [
          {
            href: `#framework-${framework.id}`,
            title: versionedTitle(framework, words),
            entries: entries.map(entryName),
          },
        ];
  });
}
