import { suggest } from "../../text/suggest.ts";
import { code, joinWords } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { placeOf } from "../place.ts";

const example = (grade: string) =>
  `kind: qualification\nid: q\ntitle: Q\ngrading: { type: graded, scale: [Pass, Merit], rule: The lowest grade of any unit. }\nunits:\n  - id: a\n    title: A\n    learningOutcomes:\n      - { outcome: Know A, assessmentCriteria: [State A, { criterion: Explain A, grade: ${grade} }] }\n`;

export const gradeInScale = defineRule({
  id: "grade-in-scale",
  severity: "error",
  summary: "The grade of a criterion is a word of the scale",
  why: "A grade that the scale does not have can be met and counts for nothing.",
  basis: "condition",
  checks: ["A036"],
  source: "Ofqual Condition E3.2(j), E4.2(f)",
  good: example("Merit"),
  bad: example("«Merrit»"),
  unit: (unit, report, { qualifications, isWhole }) => {
    const criteria = unit.outcomes.flatMap((outcome) => outcome.criteria).filter(({ grade }) => grade !== null);
    if (criteria.length === 0) return;
    const users = qualifications.filter(({ units }) => units.includes(unit));
    const graded = users.filter(({ source }) => source.grading?.type === "graded");
    const scales = graded.map(({ source }) => source.grading?.scale);
    // A scale that is missing is asked for by `grading-complete`; who uses a unit is known in its own file, or in the whole workspace.
    const isKnown = unit.origin.path.length > 0 || isWhole || graded.length > 0;
    if (users.length === 0 || !isKnown || scales.includes(undefined)) return;
    const known = [...new Set(scales.flatMap((scale) => scale ?? []))];
    for (const criterion of criteria) {
      const { grade } = criterion;
      if (grade === null || known.includes(grade)) continue;
      const meant = suggest(grade, known);
      const choice =
        meant === null ? `expected ${joinWords(known.map(code), "or")}; change it` : `did you mean ${code(meant)}?`;
      const how = known.length === 0 ? "which no qualification that uses the unit gives; remove it" : choice;
      const related = graded.map((user) => ({ message: "the scale", place: placeOf(user, "grading", "scale") }));
      const what = known.length === 0 ? "Unexpected" : "Unknown";
      report(
        placeOf(criterion, "grade"),
        `${what} grade ${code(grade)}${known.length === 0 ? "," : ";"} ${how}`,
        related,
      );
    }
  },
});
