import type { Qualification } from "../../model/types.ts";
import { code, joinWords } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { placeOf } from "../place.ts";

const example = (scale: string, grade: string) =>
  `kind: qualification\nid: q\ntitle: Q\ngrading: { type: graded, scale: ${scale}, rule: The lowest grade of any unit. }\nunits:\n  - id: a\n    title: A\n    learningOutcomes:\n      - { outcome: Know A, assessmentCriteria: [State A, { criterion: Explain A, grade: ${grade} }] }\n`;

export const gradesHaveCriteria = defineRule({
  id: "grades-have-criteria",
  severity: "error",
  summary: "Every grade of the scale has criteria",
  why: "A grade without criteria cannot be reached, or is given as each assessor thinks fit.",
  basis: "condition",
  checks: ["A036"],
  source: "Ofqual Condition E3.2(h), E3.2(j), E4.2(f)",
  yieldsTo: ["outcome-has-criteria", "grading-complete", "grade-in-scale"],
  good: example("[Pass, Merit]", "Merit"),
  bad: example("[Pass, Merit, «Distinction»]", "Merit"),
  qualification: (qualification, report) => {
    const { type, scale = [] } = qualification.source.grading ?? {};
    const criteria = qualification.units.flatMap(({ outcomes }) => outcomes).flatMap((outcome) => outcome.criteria);
    if (type !== "graded" || !qualification.isComplete || criteria.length === 0) return;
    const used = new Set(criteria.flatMap(({ grade }) => grade ?? []));
    // Where marks make the grade, criteria have none: the rule says how many marks it takes.
    if (used.size === 0 && isMarked(qualification)) return;
    const hasOthers = criteria.some(({ grade }) => grade === null);
    // Criteria of no grade are those that everybody meets: the lowest grade.
    const missing = scale.filter((grade, at) => !used.has(grade) && !(at === 0 && hasOthers));
    const [first] = missing;
    if (first === undefined) return;
    const what = missing.length === 1 ? "grade" : "grades";
    const message = `Unexpected ${what} ${joinWords(missing.map(code))} without criteria, expected at least one in the units; add ${code(`grade: ${first}`)} to those that it takes, or remove ${missing.length === 1 ? "it" : "them"}`;
    report(placeOf(qualification, "grading", "scale", scale.indexOf(first)), message);
  },
});

function isMarked({ source, units }: Qualification): boolean {
  const methods = [
    ...(source.assessment?.methods ?? []),
    ...units.flatMap(({ outcomes }) =>
      outcomes.flatMap(({ criteria }) => criteria.flatMap(({ evidence }) => evidence.methods)),
    ),
  ];
  return methods.some((method) => /exam|e-assessment|controlled/iu.test(method));
}
