import { code } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { placeOf } from "../place.ts";
import { qualificationCheck } from "./check-characters.ts";
import { qualificationNumberForm } from "./qualification-number.ts";

export const qualificationNumberCheck = defineRule({
  id: "qualification-number-check",
  severity: "warning",
  summary: "The last character of a qualification number agrees with the others",
  why: "A digit that was mistyped or swapped with its neighbour leads to another qualification, or to none.",
  basis: "register",
  checks: ["I022"],
  source:
    "Derived from published numbers: weights 8 to 2, remainder by 11, 10 printed as X; not officially stated, so never an error",
  yieldsTo: ["qualification-number"],
  good: "kind: qualification\nid: q\ntitle: Q\nnumber: 610/0088/7\n",
  bad: "kind: qualification\nid: q\ntitle: Q\nnumber: «610/0088/8»\n",
  qualification: (qualification, report) => {
    const parts = qualificationNumberForm.exec(qualification.source.number ?? "none");
    if (parts === null) return;
    const expected = qualificationCheck(`${parts[1]}${parts[2]}`);
    if (parts[3] === expected) return;
    const message = `Unexpected last character ${code(parts[3] ?? "")} of the qualification number, expected ${code(expected)}; compare every digit with the Register`;
    report(placeOf(qualification, "number"), message);
  },
});
