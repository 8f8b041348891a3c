import { code } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { placeOf } from "../place.ts";
import { unitLetterAgrees } from "./check-characters.ts";
import { unitReferenceForm } from "./unit-reference.ts";

export const unitReferenceCheck = defineRule({
  id: "unit-reference-check",
  severity: "advice",
  summary: "The letter of a unit reference agrees with its digits",
  why: "A digit that was mistyped leads to another unit, or to none.",
  basis: "register",
  checks: ["I023"],
  source: "Derived from published references (47 of 48 agree); not officially stated, so never more than advice",
  yieldsTo: ["unit-reference"],
  good: "kind: unit\nid: a\ntitle: A\nreference: D/651/1483\nlearningOutcomes: []\n",
  bad: "kind: unit\nid: a\ntitle: A\nreference: «D/651/1484»\nlearningOutcomes: []\n",
  unit: (unit, report) => {
    const parts = unitReferenceForm.exec(unit.source.reference ?? "none");
    if (parts === null || unitLetterAgrees(parts[1] ?? "", `${parts[2]}${parts[3]}`)) return;
    const message = `Unexpected letter ${code(parts[1] ?? "")} for the digits of this unit reference; compare every digit with the unit's record`;
    report(placeOf(unit, "reference"), message);
  },
});
