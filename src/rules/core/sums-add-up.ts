import type { Qualification, Unit } from "../../model/types.ts";
import { countOf } from "../../text/words.ts";
import { defineRule, type Report } from "../define-rule.ts";
import { placeOf } from "../place.ts";

const units = (credit: string, time: string) =>
  `units:\n  - { id: a, title: A, credit: 4, totalUnitTime: 40, learningOutcomes: [] }\n  - { id: b, title: B, credit: ${credit}, totalUnitTime: ${time}, learningOutcomes: [] }\n`;

export const creditsAddUp = defineRule({
  id: "credits-add-up",
  severity: "error",
  summary: "The credits of the units come to the credit of the qualification",
  why: "Learners who complete every unit must reach the declared credit, and those who complete only what is mandatory cannot be asked for more than it.",
  source: "Condition E3.2(d), E3.2(l); practice",
  good: `# q.yaml\nkind: qualification\nid: q\ntitle: Q\ncredit: 8\n${units("4", "40")}`,
  bad: `# q.yaml\nkind: qualification\nid: q\ntitle: Q\ncredit: «9»\n${units("4", "40")}`,
  qualification: (qualification, report) =>
    compare(qualification, report, {
      key: "credit",
      noun: "credit",
      declared: qualification.credit,
      of: (unit) => unit.credit,
      unitKey: "credit",
    }),
});

export const hoursAddUp = defineRule({
  id: "hours-add-up",
  severity: "error",
  summary: "The hours of the units come to the hours of the qualification",
  why: "Centres plan and are paid by these hours. Where a learner can choose, the regulator asks for the hours of the lowest route, and what is mandatory is part of each.",
  source: "Condition E7, TQT Criteria 12 and 20; practice",
  yieldsTo: ["hours-within-total"],
  good: `# q.yaml\nkind: qualification\nid: q\ntitle: Q\ntotalQualificationTime: 80\n${units("4", "40")}`,
  bad: `# q.yaml\nkind: qualification\nid: q\ntitle: Q\ntotalQualificationTime: «90»\n${units("4", "40")}`,
  qualification: (qualification, report) => {
    compare(qualification, report, {
      key: "totalQualificationTime",
      noun: "hour",
      declared: qualification.totalQualificationTime,
      of: (unit) => unit.totalUnitTime,
      unitKey: "totalUnitTime",
    });
    compare(qualification, report, {
      key: "guidedLearningHours",
      noun: "guided learning hour",
      declared: qualification.guidedLearningHours,
      of: (unit) => unit.guidedLearningHours,
      unitKey: "guidedLearningHours",
    });
  },
});

interface Figure {
  readonly key: string;
  readonly noun: string;
  readonly declared: number | null;
  readonly of: (unit: Unit) => number | null;
  readonly unitKey: string;
}

/** All units mandatory: the sum is the figure. Some are optional: what is mandatory is a lower bound of every route. */
function compare(qualification: Qualification, report: Report, figure: Figure): void {
  const { groups, source, isComplete } = qualification;
  const isPlain = !source.rulesOfCombination?.pathways?.length && !source.rulesOfCombination?.equivalent?.length;
  if (figure.declared === null || !isComplete || !isPlain) return;
  const mandatory = [
    ...new Set(
      groups.filter(({ require }) => require.all).flatMap((group) => group.units.flatMap(({ unit }) => unit ?? [])),
    ),
  ];
  const figures = mandatory.map(figure.of);
  if (mandatory.length === 0 || figures.includes(null)) return;
  const sum = figures.reduce<number>((total, one) => total + (one ?? 0), 0);
  const isAll = mandatory.length === qualification.units.length;
  if (isAll ? sum === figure.declared : sum <= figure.declared) return;
  const whose = isAll
    ? `its ${countOf(mandatory.length, "unit")}`
    : `its ${countOf(mandatory.length, "mandatory unit")}`;
  const expected = isAll ? `the ${sum} of ${whose}` : `at least the ${sum} of ${whose}`;
  const declared = countOf(figure.declared, figure.noun);
  const message = `Unexpected ${declared}, expected ${expected}; correct the figure here or in a unit`;
  const related = mandatory.map((unit) => ({
    message: `${figure.of(unit)} in ${unit.id}`,
    place: placeOf(unit, figure.unitKey),
  }));
  report(placeOf(qualification, figure.key), message, related);
}
