import { code, countOf } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { placeOf } from "../place.ts";
import { rowsOf } from "./row-of.ts";

export const registerRow = defineRule({
  id: "register-row",
  severity: "warning",
  summary: "The qualification number leads to one row of the Register, where an export of it is given",
  why: "What is not found is not compared: the number may be mistyped, or belong to another qualification.",
  basis: "condition",
  checks: ["I024"],
  source: "Ofqual Condition E6.1",
  yieldsTo: ["qualification-number", "qualification-number-check"],
  good: "# q.yaml\nkind: qualification\nid: q\ntitle: Baking\nnumber: 999/0000/2\n# register.csv\nQualification Number,Qualification Title\n999/0000/2,Baking\n",
  bad: "# q.yaml\nkind: qualification\nid: q\ntitle: Baking\nnumber: «999/0000/2»\n# register.csv\nQualification Number,Qualification Title\n999/0001/4,Baking\n",
  qualification: (qualification, report, corpus) => {
    const rows = rowsOf(qualification, corpus);
    if (rows === null || rows.length === 1) return;
    const place = placeOf(qualification, "number");
    const number = code(qualification.source.number ?? "");
    const path = code(corpus.register?.path ?? "");
    if (rows.length === 0) {
      const message = `Unknown qualification number ${number}, expected a row for it in ${path}; compare every digit, and whether the export is older than the qualification`;
      report(place, message);
      return;
    }
    const message = `Unexpected ${countOf(rows.length, "row")} for the qualification number ${number} in ${path}, expected one; the first is compared: take a fresh export`;
    const titles = rows.flatMap(({ title }) => title ?? []);
    report(
      place,
      message,
      titles.map((cell, at) => ({ message: `row ${at + 1}`, place: cell.place })),
    );
  },
});
