import type { Criterion, Outcome } from "../../model/types.ts";
import { code } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { keyOf, placeOf } from "../place.ts";

export const numbersUnique = defineRule({
  id: "numbers-unique",
  severity: "error",
  summary: "Each outcome and each criterion of a unit has a number of its own",
  why: "Evidence is referenced by number: where two criteria are both 1.2, nobody can tell which one was met.",
  basis: "practice",
  checks: ["U026"],
  source: "Practice",
  serves: { ofqual: "Condition E3.2(h)" },
  good: '# a.yaml\nkind: unit\nid: a\ntitle: A\nlearningOutcomes:\n  - outcome: Know A\n    assessmentCriteria:\n      - State A\n      - { criterion: List A, number: "1.2" }\n',
  bad: '# a.yaml\nkind: unit\nid: a\ntitle: A\nlearningOutcomes:\n  - outcome: Know A\n    assessmentCriteria:\n      - State A\n      - { criterion: List A, number: «"1.1"» }\n',
  unit: (unit, report) => {
    const check = (all: readonly (Outcome | Criterion)[]) => {
      const first = new Map<string, Outcome | Criterion>();
      for (const one of all) {
        const other = first.get(one.number);
        if (other === undefined) {
          first.set(one.number, one);
          continue;
        }
        // The number that was written is at fault, whichever of the two comes first; one from position has no place.
        const [wrong, right] = isWritten(one) || !isWritten(other) ? [one, other] : [other, one];
        const place = isWritten(wrong) ? placeOf(wrong, "number") : keyOf(wrong);
        const message = `Unexpected second number ${code(one.number)}, expected one of its own; change it, or leave numbers out to count by position`;
        report(place, message, [
          { message: "also here", place: isWritten(right) ? placeOf(right, "number") : keyOf(right) },
        ]);
      }
    };
    check(unit.outcomes);
    check(unit.outcomes.flatMap(({ criteria }) => criteria));
  },
});

function isWritten({ origin }: Outcome | Criterion): boolean {
  return origin.spec.writtenAt([...origin.path, "number"]) !== null;
}
