import { unitMentions } from "../../model/unit-mentions.ts";
import { code } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { placeOf } from "../place.ts";

export const unitInQualification = defineRule({
  id: "unit-in-qualification",
  severity: "advice",
  summary: "A unit in a file of its own is used by a qualification of the workspace",
  why: "A unit that nothing uses is still read, corrected and translated; mostly it was left over, or forgotten in a list.",
  basis: "practice",
  checks: ["R021"],
  source: "Practice",
  serves: { ofqual: "Condition E3.3" },
  good: "# q.yaml\nkind: qualification\nid: q\ntitle: Q\nrulesOfCombination:\n  groups:\n    - { id: M, require: all, units: [a] }\n# a.yaml\nkind: unit\nid: a\ntitle: A\nlearningOutcomes: []\n",
  bad: "# q.yaml\nkind: qualification\nid: q\ntitle: Q\nrulesOfCombination:\n  groups:\n    - { id: M, require: all, units: [a] }\n# a.yaml\nkind: unit\nid: a\ntitle: A\nlearningOutcomes: []\n# b.yaml\nkind: unit\nid: «b»\ntitle: B\nlearningOutcomes: []\n",
  corpus: ({ qualifications, units, isWhole }, report) => {
    // A folder of units alone is a bank of units, and who uses them stands elsewhere.
    if (!isWhole || qualifications.length === 0) return;
    // A list with a slip in it, or none at all, has its own finding: mending that mostly takes the unit up again.
    if (qualifications.some(({ isComplete, units }) => !isComplete || units.length === 0)) return;
    const named = new Set(
      qualifications.flatMap((one) => [
        ...one.groups.flatMap((group) => group.units.map(({ id }) => id)),
        ...unitMentions(one.source).map(({ id }) => id),
      ]),
    );
    const [once, copied] = [new Set<string>(), new Set<string>()];
    for (const { id } of units) (once.has(id) ? copied : once).add(id);
    for (const unit of units) {
      // Of two files with one id the second is a copy: `id-unique` says so.
      if (unit.origin.path.length > 0 || named.has(unit.id) || copied.has(unit.id)) continue;
      const message = `Unused unit ${code(unit.id)}, which no qualification here names; add it to a group, or remove its file`;
      report(placeOf(unit, "id"), message);
    }
  },
});
