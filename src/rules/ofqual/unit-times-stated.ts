import { code, joinWords } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { placeOf } from "../place.ts";

const example = (time: string, total: string) =>
  `kind: qualification\nid: q\ntitle: Q\ntotalQualificationTime: ${total}\nrulesOfCombination:\n  groups: [{ id: O, require: { units: { min: 1 } }, units: [a, b] }]\nunits:\n  - { id: a, title: A, totalUnitTime: 40, learningOutcomes: [] }\n  - { id: b, title: B${time}, learningOutcomes: [] }\n`;

export const unitTimesStated = defineRule({
  id: "unit-times-stated",
  severity: "warning",
  summary: "Where learners can choose, every unit states its total unit time",
  why: "The total qualification time is that of the lowest route: without the time of each unit nobody can show which route that is.",
  basis: "condition",
  checks: ["Q012"],
  source: "Ofqual Condition E7, TQT Criteria 12 and 13",
  yieldsTo: ["unit-exists", "unit-in-group", "group-exists"],
  good: example(", totalUnitTime: 40", "40"),
  bad: example("", "«40»"),
  qualification: (qualification, report) => {
    const { totalQualificationTime, groups, units, isComplete } = qualification;
    const isChoice = groups.some(({ require }) => !require.all);
    const without = units.filter(({ source }) => source.totalUnitTime === undefined);
    if (totalQualificationTime === null || !isChoice || !isComplete || without.length === 0) return;
    const related = without.map((unit) => ({ message: `no time in ${unit.id}`, place: placeOf(unit, "id") }));
    const named = without.length > 4 ? `${without.length} units` : joinWords(without.map(({ id }) => code(id)));
    const message = `Unexpected total of ${totalQualificationTime} hours that cannot be proved, expected the ${code("totalUnitTime")} of ${named}; add it, so that the lowest route is known`;
    report(placeOf(qualification, "totalQualificationTime"), message, related);
  },
});
