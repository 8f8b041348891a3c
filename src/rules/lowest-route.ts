import type { Qualification } from "../model/types.ts";
import type { Figure } from "../routes/structure.ts";
import { countOf, joinWords } from "../text/words.ts";
import type { Report } from "./define-rule.ts";
import { placeOf } from "./place.ts";
import { proofOf } from "./proof-of.ts";

/** A figure that the qualification declares, and the figure of units that it is held against. */
export interface Declared {
  readonly key: "credit" | "totalQualificationTime" | "guidedLearningHours";
  readonly figure: Figure;
  readonly noun: string;
}

/**
 * A figure of a qualification is that of its lowest route: where all units are mandatory, of the one route there is.
 * Figures that are wrong together mostly have one cause, and make one finding.
 */
export function compareWithLowestRoute(qualification: Qualification, report: Report, all: readonly Declared[]): void {
  const lowest = proofOf(qualification)?.answer.lowest;
  if (lowest === undefined) return;
  const wrong = all.flatMap(({ key, figure, noun }) => {
    const value = qualification[key];
    const route = lowest[figure];
    return value === null || route === null || route.value === value ? [] : [{ key, figure, noun, value, route }];
  });
  const [first] = wrong;
  if (first === undefined) return;
  const unexpected = joinWords(wrong.map(({ value, noun }) => countOf(value, noun)));
  const expected = joinWords(wrong.map(({ route }) => String(route.value)));
  const { route, figure, key } = first;
  const isAll = route.units.length === qualification.units.length;
  const whose = isAll ? `its ${countOf(route.units.length, "unit")}` : `the lowest route (${route.units.join(", ")})`;
  const message = `Unexpected ${unexpected}, expected the ${expected} of ${whose}; correct the figure here or in a unit, or the list of units`;
  const related = qualification.units
    .filter(({ id }) => route.units.includes(id))
    .map((unit) => ({ message: `${unit[figure] ?? 0} in ${unit.id}`, place: placeOf(unit, figure) }));
  report(placeOf(qualification, key), message, related);
}
