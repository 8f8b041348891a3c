import { code, excerpt } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { placeOf } from "../place.ts";
import { writeInstead } from "../write-instead.ts";

/** The form, in parts. */
export const unitReferenceForm = /^([ADFHJKLMRTY])\/(\d{3})\/(\d{4})$/u;

export const unitReference = defineRule({
  id: "unit-reference",
  severity: "error",
  summary: "A unit reference has the form A/123/4567 with one of eleven letters, or is none",
  why: "Credit certificates and transfers go by this reference.",
  basis: "register",
  checks: ["I023"],
  source: "The regulator's data extract (format)",
  good: "kind: unit\nid: a\ntitle: A\nreference: K/505/1933\nlearningOutcomes: []\n",
  bad: "kind: unit\nid: a\ntitle: A\nreference: «B/505/1933»\nlearningOutcomes: []\n",
  unit: (unit, report) => {
    const { reference } = unit.source;
    if (reference === undefined || reference === "none" || unitReferenceForm.test(reference)) return;
    const bare = /^([ADFHJKLMRTY])(\d{3})(\d{4})$/u.exec(reference.toUpperCase().replace(/[\s/-]/gu, ""));
    const meant = bare === null ? null : `${bare[1]}/${bare[2]}/${bare[3]}`;
    const how = meant === null ? `correct it, or write ${code("none")}` : `write ${code(meant)}`;
    const message = `Unexpected unit reference ${excerpt(reference, 30)}, expected one of the letters ADFHJKLMRTY, three digits and four digits, with slashes between; ${how}`;
    report(placeOf(unit, "reference"), message, [], writeInstead(unit, meant, "reference"));
  },
});
