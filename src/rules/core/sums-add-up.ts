import type { Qualification } from "../../model/types.ts";
import type { Figure } from "../../routes/structure.ts";
import { countOf, joinWords } from "../../text/words.ts";
import { defineRule, type Report } from "../define-rule.ts";
import { placeOf } from "../place.ts";
import { proofOf } from "../proof-of.ts";

const units =
  "units:\n  - { id: a, title: A, credit: 4, totalUnitTime: 40, learningOutcomes: [] }\n  - { id: b, title: B, credit: 4, totalUnitTime: 40, learningOutcomes: [] }\n";

export const hoursAddUp = defineRule({
  id: "hours-add-up",
  severity: "error",
  summary: "The hours of the qualification are those of the lowest valid combination of its units",
  why: "Centres plan by these hours and are paid by them. Where a learner can choose, the regulator asks for the hours of the lowest route.",
  source: "Condition E7, TQT Criteria 12 and 20; practice",
  yieldsTo: ["unit-exists", "unit-in-group", "group-exists", "hours-within-total"],
  good: `# q.yaml\nkind: qualification\nid: q\ntitle: Q\ntotalQualificationTime: 80\n${units}`,
  bad: `# q.yaml\nkind: qualification\nid: q\ntitle: Q\ntotalQualificationTime: «90»\n${units}`,
  qualification: (qualification, report) =>
    compare(qualification, report, [
      { key: "totalQualificationTime", figure: "totalUnitTime", noun: "hour" },
      { key: "guidedLearningHours", figure: "guidedLearningHours", noun: "guided learning hour" },
    ]),
});

export const creditsAddUp = defineRule({
  id: "credits-add-up",
  severity: "error",
  summary: "The credit of the qualification is that of the lowest valid combination of its units",
  why: "Learners who complete just enough must reach the declared credit, and nobody can be asked for more than it.",
  source: "Condition E3.2(d), E3.2(l); practice",
  yieldsTo: ["unit-exists", "unit-in-group", "group-exists", "hours-within-total", "hours-add-up"],
  good: `# q.yaml\nkind: qualification\nid: q\ntitle: Q\ncredit: 8\n${units}`,
  bad: `# q.yaml\nkind: qualification\nid: q\ntitle: Q\ncredit: «9»\n${units}`,
  qualification: (qualification, report) =>
    compare(qualification, report, [{ key: "credit", figure: "credit", noun: "credit" }]),
});

interface Declared {
  readonly key: "credit" | "totalQualificationTime" | "guidedLearningHours";
  readonly figure: Figure;
  readonly noun: string;
}

/**
 * A figure of a qualification is that of its lowest route: where all units are mandatory, of the one route there is.
 * Figures that are wrong together mostly have one cause, and make one finding.
 */
function compare(qualification: Qualification, report: Report, all: readonly Declared[]): void {
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
