import { code } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { placeOf } from "../place.ts";

export const keysUnique = defineRule({
  id: "keys-unique",
  severity: "error",
  summary: "A key names one outcome or criterion of its unit",
  why: "Learners' answers and assessors' decisions are kept under these keys: one that names two things mixes them up.",
  basis: "format",
  source: "The source format",
  good: "# a.yaml\nkind: unit\nid: a\ntitle: A\nlearningOutcomes:\n  - outcome: Know A\n    key: know-a\n    assessmentCriteria:\n      - { criterion: State A, key: state-a }\n",
  bad: "# a.yaml\nkind: unit\nid: a\ntitle: A\nlearningOutcomes:\n  - outcome: Know A\n    key: know-a\n    assessmentCriteria:\n      - { criterion: State A, key: «know-a» }\n",
  unit: (unit, report) => {
    const first = new Map<
      string,
      (typeof unit.outcomes)[number] | (typeof unit.outcomes)[number]["criteria"][number]
    >();
    for (const one of unit.outcomes.flatMap((outcome) => [outcome, ...outcome.criteria])) {
      if (one.key === null) continue;
      const other = first.get(one.key);
      if (other !== undefined) {
        const place = placeOf(one, "key");
        const message = `Unexpected second key ${code(one.key)}, expected one of its own; ${code(other.number)} has it already, so change this one`;
        report(place, message, [{ message: "first here", place: placeOf(other, "key") }]);
      } else {
        first.set(one.key, one);
      }
    }
  },
});
