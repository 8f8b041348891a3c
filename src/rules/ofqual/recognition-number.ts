import { excerpt } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { placeOf } from "../place.ts";
import { writeInstead } from "../write-instead.ts";

export const recognitionNumber = defineRule({
  id: "recognition-number",
  severity: "error",
  summary: "A recognition number is RN and four digits, or none",
  why: "It tells the regulator whose qualification this is.",
  basis: "register",
  checks: ["I024"],
  source: "The regulator's Register (format)",
  good: "kind: qualification\nid: q\ntitle: Q\nawardingOrganisation: { name: Q, recognitionNumber: RN5000 }\n",
  bad: "kind: qualification\nid: q\ntitle: Q\nawardingOrganisation: { name: Q, recognitionNumber: «R5000» }\n",
  qualification: (qualification, report) => {
    const number = qualification.source.awardingOrganisation?.recognitionNumber;
    if (number === undefined || number === "none" || /^RN\d{4}$/u.test(number)) return;
    const digits = /(\d{4})\s*$/u.exec(number)?.[1];
    const how = digits === undefined ? "correct it, or write `none`" : `write \`RN${digits}\``;
    const message = `Unexpected recognition number ${excerpt(number, 30)}, expected RN and four digits; ${how}`;
    const keys = ["awardingOrganisation", "recognitionNumber"];
    const meant = /^(?:RN)?[\s/-]*\d{4}$/iu.test(number.trim()) && digits !== undefined ? `RN${digits}` : null;
    report(placeOf(qualification, ...keys), message, [], writeInstead(qualification, meant, ...keys));
  },
});
