import { code, excerpt } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { placeOf } from "../place.ts";
import { unitLetterAgrees } from "./check-characters.ts";

const form = /^([ADFHJKLMRTY])\/(\d{3})\/(\d{4})$/u;

export const unitReference = defineRule({
  id: "unit-reference",
  severity: "error",
  summary: "A unit reference has the form A/123/4567 with one of eleven letters, or is none",
  why: "Credit certificates and transfers go by this reference.",
  source: "The regulator's data extract (format)",
  good: "kind: unit\nid: a\ntitle: A\nreference: K/505/1933\nlearningOutcomes: []\n",
  bad: "kind: unit\nid: a\ntitle: A\nreference: «B/505/1933»\nlearningOutcomes: []\n",
  unit: (unit, report) => {
    const { reference } = unit.source;
    if (reference === undefined || reference === "none" || form.test(reference)) return;
    const bare = /^([ADFHJKLMRTY])(\d{3})(\d{4})$/u.exec(reference.toUpperCase().replace(/[\s/-]/gu, ""));
    const how =
      bare === null ? `correct it, or write ${code("none")}` : `write ${code(`${bare[1]}/${bare[2]}/${bare[3]}`)}`;
    const message = `Unexpected unit reference ${excerpt(reference, 30)}, expected one of the letters ADFHJKLMRTY, three digits and four digits, with slashes between; ${how}`;
    report(placeOf(unit, "reference"), message);
  },
});

export const unitReferenceCheck = defineRule({
  id: "unit-reference-check",
  severity: "advice",
  summary: "The letter of a unit reference agrees with its digits",
  why: "A digit that was mistyped leads to another unit, or to none.",
  source: "Derived from published references (47 of 48 agree); not officially stated, so never more than advice",
  yieldsTo: ["unit-reference"],
  good: "kind: unit\nid: a\ntitle: A\nreference: D/651/1483\nlearningOutcomes: []\n",
  bad: "kind: unit\nid: a\ntitle: A\nreference: «D/651/1484»\nlearningOutcomes: []\n",
  unit: (unit, report) => {
    const parts = form.exec(unit.source.reference ?? "none");
    if (parts === null || unitLetterAgrees(parts[1] ?? "", `${parts[2]}${parts[3]}`)) return;
    const message = `Unexpected letter ${code(parts[1] ?? "")} for the digits of this unit reference; compare every digit with the unit's record`;
    report(placeOf(unit, "reference"), message);
  },
});
