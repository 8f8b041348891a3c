import type { Place } from "../../diagnostics/diagnostic.ts";
import { fixOf } from "../../diagnostics/fix.ts";
import { withoutKey, writeKeys } from "../../keys/write-keys.ts";
import type { Unit } from "../../model/types.ts";
import { code, countOf, joinWords } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { keyOf, placeOf } from "../place.ts";

const example = (key: string, status: string) =>
  `kind: qualification\nid: q\ntitle: Q\nstatus: ${status}\nunits:\n  - id: a\n    title: A\n    learningOutcomes:\n      - outcome: Know A\n        key: know-a\n        assessmentCriteria:\n          - { criterion: State A${key} }\n`;

export const keysWritten = defineRule({
  id: "keys-written",
  severity: "advice",
  summary: "Outcomes and criteria of a published qualification have keys",
  why: "Without a key a criterion is known by its number: add one before it, and learners' answers and links lead to another.",
  basis: "format",
  source: "The source format",
  good: example(", key: state-a", "published"),
  bad: example("", "«published»"),
  qualification: (qualification, report) => {
    if (qualification.source.status !== "published") return;
    const without = qualification.units.filter((unit) => withoutKey(unit).length > 0);
    if (without.length === 0) return;
    const count = without.flatMap(withoutKey).length;
    const units = joinWords(without.map(({ id }) => code(id)));
    const message = `Missing keys of ${countOf(count, "outcome or criterion", "outcomes and criteria")} in ${units}, expected one for each once people work with them; write a ${code("key")} beside each, or let ${code("qualspec check --fix")} do it`;
    const related = without.map((unit) => ({ message: `without keys in ${code(unit.id)}`, place: firstGap(unit) }));
    const written = without.map(writeKeys);
    // All or nothing: what is left would still be found.
    const isWhole = written.every(({ left }) => left.length === 0);
    const fix = fixOf(
      "Write the keys",
      written.flatMap(({ edits }) => edits),
    );
    report(placeOf(qualification, "status"), message, related, isWhole ? fix : null);
  },
});

/** The first of a unit's outcomes and criteria without a key. */
function firstGap(unit: Unit): Place {
  return keyOf(withoutKey(unit)[0] ?? unit);
}
