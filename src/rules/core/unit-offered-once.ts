import type { Group, Qualification } from "../../model/types.ts";
import { code } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { placeOf } from "../place.ts";

const example = (optional: string) =>
  `# q.yaml\nkind: qualification\nid: q\ntitle: Q\nrulesOfCombination:\n  groups:\n    - { id: M, require: all, units: [a, b] }\n    - { id: O, require: { units: { min: 1 } }, units: [${optional}] }\nunits:\n  - { id: a, title: A, learningOutcomes: [] }\n  - { id: b, title: B, learningOutcomes: [] }\n  - { id: c, title: C, learningOutcomes: [] }\n  - { id: d, title: D, learningOutcomes: [] }\n`;

export const unitOfferedOnce = defineRule({
  id: "unit-offered-once",
  severity: "warning",
  summary: "A unit that everybody has to take is not offered again as a choice",
  why: "It counts for the mandatory group and can count for no other: learners who choose it have chosen nothing.",
  basis: "practice",
  source: "Practice",
  good: example("c, d"),
  bad: example("«b», c, d"),
  qualification: (qualification, report) => {
    const excused = new Set((qualification.source.rulesOfCombination?.equivalent ?? []).flat());
    const mandatory = qualification.groups.filter(({ require }) => require.all);
    for (const group of qualification.groups.filter(({ require }) => !require.all)) {
      for (const each of group.units.filter(({ id }) => !excused.has(id))) {
        const other = mandatory.find(
          (one) => one.units.some(({ id }) => id === each.id) && isAlwaysBeside(group, one, qualification),
        );
        const first = other?.units.find(({ id }) => id === each.id);
        if (other === undefined || first === undefined) continue;
        const message = `Unexpected unit ${code(each.id)} in group ${code(group.id)}, expected it once: group ${code(other.id)} asks everybody for it; remove it here or there`;
        report(placeOf(each), message, [{ message: "mandatory here", place: placeOf(first) }]);
      }
    }
  },
});

/** Whether the mandatory group is in use wherever the other is: a pathway closes the groups that it does not name. */
function isAlwaysBeside(group: Group, mandatory: Group, { source }: Qualification): boolean {
  const pathways = source.rulesOfCombination?.pathways ?? [];
  return pathways
    .map(({ groups }) => groups ?? [])
    .every((groups) => !groups.includes(group.id) || groups.includes(mandatory.id));
}
