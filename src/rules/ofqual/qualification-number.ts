import { code, excerpt } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { placeOf } from "../place.ts";
import { writeInstead } from "../write-instead.ts";

/** The form, in parts. */
export const qualificationNumberForm = /^(\d{3})\/(\d{4})\/([\dX])$/u;

export const qualificationNumber = defineRule({
  id: "qualification-number",
  severity: "error",
  summary: "A qualification number has the form 123/4567/8, or is none",
  why: "Returns to the regulator and funding claims with another form are refused.",
  basis: "register",
  checks: ["I022"],
  source: "The regulator's Register (format); Ofqual Condition E6.2",
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
    if (number === "none" || qualificationNumberForm.test(number)) return;
    const bare = /^(\d{3})(\d{4})([\dX])$/iu.exec(number.replace(/[\s/-]/gu, ""));
    const meant = bare === null ? null : `${bare[1]}/${bare[2]}/${bare[3]?.toUpperCase()}`;
    const how = meant === null ? `correct it, or write ${code("none")}` : `write ${code(meant)}`;
    const message = `Unexpected qualification number ${excerpt(number, 30)}, expected three digits, four digits and a digit or X, with slashes between; ${how}`;
    report(placeOf(qualification, "number"), message, [], writeInstead(qualification, meant, "number"));
  },
});
