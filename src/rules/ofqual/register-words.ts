import type { Path } from "../../source/spec-file.ts";
import { sameLetters } from "../../text/same-letters.ts";
import { suggest } from "../../text/suggest.ts";
import { code, excerpt } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { placeOf } from "../place.ts";
import registerMethods from "./data/assessment-methods.json" with { type: "json" };
import registerTypes from "./data/qualification-types.json" with { type: "json" };
import sectors from "./data/sector-subject-areas.json" with { type: "json" };

const areas: ReadonlyMap<string, string> = new Map(Object.entries(sectors.areas));

import { writeInstead } from "../write-instead.ts";

/** Older lists pad the area with a zero, and some print its name behind the number. */
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
      const fix = writeInstead(qualification, sameLetters(word, known), ...path);
      report(placeOf(qualification, ...path), `Unknown ${what} ${excerpt(word, 50)}; ${how}`, [], fix);
    };
    check("qualification type", type, registerTypes.types, ["type"]);
    const [, area, name = ""] = /^0?(\d+\.\d+)(?:\s+(\S.*))?$/u.exec(sector?.trim() ?? "") ?? [];
    const areaName = areas.get(area ?? "");
    if (areaName === undefined) {
      check("sector subject area", sector, [...areas.keys()], ["sector"]);
    } else if (name !== "" && name.toLowerCase() !== areaName.toLowerCase()) {
      const message = `Unexpected name ${excerpt(name, 50)} of the sector subject area ${code(area ?? "")}, expected ${code(areaName)}; correct it, or write the number alone`;
      report(placeOf(qualification, "sector"), message);
    }
    for (const [at, method] of (assessment?.methods ?? []).entries()) {
      check("assessment method", method, registerMethods.methods, ["assessment", "methods", at]);
    }
  },
});
