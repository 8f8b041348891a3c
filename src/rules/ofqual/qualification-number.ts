import { code, excerpt } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { placeOf } from "../place.ts";
import { qualificationCheck } from "./check-characters.ts";

const form = /^(\d{3})\/(\d{4})\/([\dX])$/u;

export const qualificationNumber = defineRule({
  id: "qualification-number",
  severity: "error",
  summary: "A qualification number has the form 123/4567/8, or is none",
  why: "Returns to the regulator and funding claims with another form are refused.",
  source: "The regulator's Register (format); Condition E6.2",
  good: "kind: qualification\nid: q\ntitle: Q\nnumber: 610/0088/7\n",
  bad: 'kind: qualification\nid: q\ntitle: Q\nnumber: «"61000887"»\n',
  qualification: (qualification, report) => {
    const { number } = qualification.source;
    if (number === undefined) {
      const place = { ...placeOf(qualification, "title"), pointer: "/number" };
      report(
        place,
        `Missing qualification number, expected the key ${code("number")}; write it, or ${code("number: none")} until the qualification is regulated`,
      );
      return;
    }
    if (number === "none" || form.test(number)) return;
    const bare = /^(\d{3})(\d{4})([\dX])$/iu.exec(number.replace(/[\s/-]/gu, ""));
    const how =
      bare === null
        ? `correct it, or write ${code("none")}`
        : `write ${code(`${bare[1]}/${bare[2]}/${bare[3]?.toUpperCase()}`)}`;
    const message = `Unexpected qualification number ${excerpt(number, 30)}, expected three digits, four digits and a digit or X, with slashes between; ${how}`;
    report(placeOf(qualification, "number"), message);
  },
});

export const qualificationNumberCheck = defineRule({
  id: "qualification-number-check",
  severity: "warning",
  summary: "The last character of a qualification number agrees with the others",
  why: "A digit that was mistyped or swapped with its neighbour leads to another qualification, or to none.",
  source:
    "Derived from published numbers: weights 8 to 2, remainder by 11, 10 printed as X; not officially stated, so never an error",
  yieldsTo: ["qualification-number"],
  good: "kind: qualification\nid: q\ntitle: Q\nnumber: 610/0088/7\n",
  bad: "kind: qualification\nid: q\ntitle: Q\nnumber: «610/0088/8»\n",
  qualification: (qualification, report) => {
    const parts = form.exec(qualification.source.number ?? "none");
    if (parts === null) return;
    const expected = qualificationCheck(`${parts[1]}${parts[2]}`);
    if (parts[3] === expected) return;
    const message = `Unexpected last character ${code(parts[3] ?? "")} of the qualification number, expected ${code(expected)}; compare every digit with the Register`;
    report(placeOf(qualification, "number"), message);
  },
});
