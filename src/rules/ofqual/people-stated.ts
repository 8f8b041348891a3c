import { code, joinWords } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { gapAt } from "../place.ts";

const people = [
  ["assessor", "what an assessor must know and hold"],
  ["internalQualityAssurer", "what an internal quality assurer must know and hold"],
  ["countersigning", "who countersigns the decisions of those who are not yet qualified"],
] as const;
const example = (countersigning: string, key = "people") =>
  `kind: qualification\nid: q\ntitle: Q\nassessment:\n  ${key}: { assessor: Holds an assessor qualification., internalQualityAssurer: Holds a qualification in quality assurance.${countersigning} }\n`;

export const peopleStated = defineRule({
  id: "people-stated",
  severity: "warning",
  summary: "It is stated who assesses, who assures quality and who countersigns",
  why: "Centres staff by it, and a decision by somebody who was not fit to make it may have to be made again.",
  basis: "condition",
  checks: ["S039"],
  source: "Ofqual Conditions C2.3(f) and H1.1; practice",
  good: example(", countersigning: none"),
  bad: example("", "«people»"),
  qualification: (qualification, report) => {
    const { assessment } = qualification.source;
    // Where nothing at all is said of assessment, `specification-complete` asks for it.
    if (assessment === undefined) return;
    // That nobody countersigns can be meant; that nobody assesses cannot.
    const missing = people.filter(([key]) => {
      const said = assessment.people?.[key];
      return said === undefined || (said === "none" && key !== "countersigning");
    });
    const [first] = missing;
    if (first === undefined) return;
    const place =
      missing.length === 1
        ? gapAt(qualification, "assessment", "people", first[0])
        : gapAt(qualification, "assessment", "people");
    const message = `Missing ${joinWords(missing.map(([, what]) => what))}, expected ${joinWords(missing.map(([key]) => code(key)))} under ${code("people")}; write what you ask of them`;
    report(place, message);
  },
});
