import type { Bounds, Group } from "../../model/types.ts";
import { countOf } from "../../text/words.ts";
import { defineRule, type Report } from "../define-rule.ts";
import { placeOf } from "../place.ts";

export const groupBounds = defineRule({
  id: "group-bounds",
  severity: "error",
  summary: "A group asks for no more than it offers, and for no less than its own minimum at most",
  why: "A group that asks for more than its units come to can never be completed, so nobody can be awarded the qualification.",
  basis: "practice",
  checks: ["R019"],
  source: "Practice",
  conditions: { ofqual: "Condition E3.2(d)" },
  good: "# q.yaml\nkind: qualification\nid: q\ntitle: Q\nrulesOfCombination:\n  groups:\n    - { id: O, require: { units: { min: 1, max: 2 } }, units: [a, b] }\nunits:\n  - { id: a, title: A, learningOutcomes: [] }\n  - { id: b, title: B, learningOutcomes: [] }\n",
  bad: "# q.yaml\nkind: qualification\nid: q\ntitle: Q\nrulesOfCombination:\n  groups:\n    - { id: O, require: { units: { min: «3» } }, units: [a, b] }\nunits:\n  - { id: a, title: A, learningOutcomes: [] }\n  - { id: b, title: B, learningOutcomes: [] }\n",
  qualification: ({ groups }, report) => {
    for (const group of groups) {
      const credits = group.units.map(({ unit }) => unit?.credit ?? null);
      const offered = credits.includes(null) ? null : credits.reduce<number>((sum, one) => sum + (one ?? 0), 0);
      checkBounds(group, "units", group.require.units, group.units.length, report);
      checkBounds(group, "credit", group.require.credit, offered, report);
    }
  },
});

function checkBounds(
  group: Group,
  key: "units" | "credit",
  bounds: Bounds | null,
  offered: number | null,
  report: Report,
): void {
  const { min, max } = bounds ?? {};
  if (min === undefined) return;
  const amount = (count: number) => (key === "units" ? countOf(count, "unit") : countOf(count, "credit"));
  if (max !== undefined && min > max) {
    const related = [{ message: "the maximum", place: placeOf(group, "require", key, "max") }];
    report(
      placeOf(group, "require", key, "min"),
      `Unexpected minimum of ${amount(min)}, expected at most the maximum of ${max}; correct one of the two`,
      related,
    );
  } else if (offered !== null && min > offered) {
    const related = [{ message: `its units come to ${amount(offered)}`, place: placeOf(group, "units") }];
    report(
      placeOf(group, "require", key, "min"),
      `Unexpected minimum of ${amount(min)} in group ${group.id}, expected at most the ${offered} that it offers; lower it or add units`,
      related,
    );
  }
}
