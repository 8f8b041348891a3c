import type { Path } from "../../source/spec-file.ts";
import { defineRule } from "../define-rule.ts";
import { placeOf } from "../place.ts";
import { holdsAlike, saysAlike } from "./alike.ts";
import { type Comparison, compareWith, rowOf } from "./row-of.ts";

export const registerFacts = defineRule({
  id: "register-facts",
  severity: "error",
  summary: "Type, sector, grading, assessment methods and awarding organisation are those of the Register",
  why: "Centres and funders filter the Register by these facts: what it says of a qualification decides who finds it.",
  basis: "condition",
  checks: ["I024", "I025"],
  source: "Ofqual Condition E6.2",
  good: '# q.yaml\nkind: qualification\nid: q\ntitle: Baking\nnumber: 999/0000/2\nsector: "7.4"\n# register.csv\nQualification Number,Qualification Title,Qualification SSA\n999/0000/2,Baking,7.4 Hospitality and catering\n',
  bad: '# q.yaml\nkind: qualification\nid: q\ntitle: Baking\nnumber: 999/0000/2\nsector: «"7.3"»\n# register.csv\nQualification Number,Qualification Title,Qualification SSA\n999/0000/2,Baking,7.4 Hospitality and catering\n',
  qualification: (qualification, report, corpus) => {
    const { awardingOrganisation: organisation, type, sector, grading, assessment } = qualification.source;
    const word = (
      what: string,
      column: Comparison["column"],
      written: string | undefined,
      path: Path,
      agrees: Comparison["agrees"] = (cell) => saysAlike(written ?? null, cell),
    ): Comparison => ({ what, column, written, agrees, place: placeOf(qualification, ...path) });
    const list = (
      what: string,
      column: Comparison["column"],
      written: readonly string[] | undefined,
      separator: string,
      path: Path,
    ): Comparison =>
      word(what, column, written?.join(separator), path, (cell) =>
        holdsAlike(written ?? [], cell, separator === "/" ? /[/,;]/u : /[,;]/u),
      );
    compareWith(rowOf(qualification, corpus), report, [
      word("name of the awarding organisation", "organisationName", organisation?.name, [
        "awardingOrganisation",
        "name",
      ]),
      word("acronym", "organisationAcronym", organisation?.acronym, ["awardingOrganisation", "acronym"]),
      word(
        "recognition number",
        "recognitionNumber",
        organisation?.recognitionNumber,
        ["awardingOrganisation", "recognitionNumber"],
        (cell) =>
          saysAlike(withoutLetters(organisation?.recognitionNumber), { ...cell, text: withoutLetters(cell.text) }),
      ),
      word("qualification type", "type", type, ["type"]),
      word("sector subject area", "sector", sector, ["sector"], ({ text }) => isSector(sector ?? "", text)),
      word("grading type", "gradingType", grading?.type, ["grading", "type"]),
      list("grading scale", "gradingScale", grading?.scale, "/", ["grading", "scale"]),
      list("assessment methods", "methods", assessment?.methods, ", ", ["assessment", "methods"]),
    ]);
  },
});

/** RN5000 and 5000 are one number. */
function withoutLetters(number = "none"): string {
  return number.replace(/^RN\s*(?=\d)/iu, "");
}

/** "1.3" and "01.3 Health and social care"; a name without its number cannot be compared. */
function isSector(written: string, registered: string): boolean {
  const [mine, theirs] = [written, registered].map((text) => /^0*(\d+\.\d+)/u.exec(text.trim())?.[1]);
  return registered === "" ? false : theirs === undefined || mine === theirs;
}
