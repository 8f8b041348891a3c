import { registerMethods, registerTypes, sectorSubjectAreas } from "../../generated/word-lists.js";
import type { Path } from "../../source/spec-file.ts";
import { suggest } from "../../text/suggest.ts";
import { code, excerpt } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { placeOf } from "../place.ts";

export const registerWords = defineRule({
  id: "register-words",
  severity: "warning",
  summary: "Type, sector subject area and assessment methods are the Register's own words",
  why: "These lists are submitted to the Register, which refuses other words.",
  basis: "register",
  checks: ["I025"],
  source: "Ofqual Condition E6.2(c); the regulator's data extract (lists)",
  good: 'kind: qualification\nid: q\ntitle: Q\nsector: "1.3"\n',
  bad: 'kind: qualification\nid: q\ntitle: Q\nsector: «"1.9"»\n',
  qualification: (qualification, report) => {
    const { type, sector, assessment } = qualification.source;
    const check = (what: string, word: string | undefined, known: readonly string[], path: Path) => {
      if (word === undefined || word === "none" || known.includes(word)) return;
      const meant = /^\d/u.test(word) ? null : suggest(word, known);
      const how =
        meant === null
          ? `expected one such as ${code(known[0] ?? "")}; compare it with the Register`
          : `did you mean ${code(meant)}?`;
      report(placeOf(qualification, ...path), `Unknown ${what} ${excerpt(word, 50)}; ${how}`);
    };
    check("qualification type", type, registerTypes, ["type"]);
    // Older lists pad the area with a zero.
    check("sector subject area", sector?.replace(/^0(?=\d)/u, ""), sectorSubjectAreas, ["sector"]);
    for (const [at, method] of (assessment?.methods ?? []).entries()) {
      check("assessment method", method, registerMethods, ["assessment", "methods", at]);
    }
  },
});
