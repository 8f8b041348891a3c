import { joinWords } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { placeOf } from "../place.ts";

/** Hours of total qualification time that one credit stands for. */
const hoursPerCredit = 10;

export const creditMatchesHours = defineRule({
  id: "credit-matches-hours",
  severity: "error",
  summary: "The credit is a tenth of the total qualification time, to the nearest whole number",
  why: "The regulator fixes credit by this sum, and asks for it again whenever the time changes.",
  basis: "condition",
  checks: ["Q011"],
  source:
    "Condition E8.2, E8.3; where the tenth ends in .5 either neighbour is accepted, since the condition does not say which",
  yieldsTo: ["hours-within-total", "hours-add-up"],
  good: "kind: qualification\nid: q\ntitle: Q\ntotalQualificationTime: 125\ncredit: 13\n",
  bad: "kind: qualification\nid: q\ntitle: Q\ntotalQualificationTime: 120\ncredit: «13»\n",
  qualification: (qualification, report) => {
    const { credit, totalQualificationTime: hours } = qualification;
    if (credit === null || hours === null) return;
    const allowed = creditsFor(hours);
    if (allowed.includes(credit)) return;
    const message = `Unexpected credit of ${credit}, expected ${joinWords(allowed.map(String), "or")} for a total of ${hours} hours; correct one of the two`;
    const related = [{ message: "the total", place: placeOf(qualification, "totalQualificationTime") }];
    report(placeOf(qualification, "credit"), message, related);
  },
});

/** The whole numbers nearest to a tenth of the hours: two where it ends in .5. */
export function creditsFor(hours: number): readonly number[] {
  const below = Math.floor(hours / hoursPerCredit);
  const rest = hours % hoursPerCredit;
  if (rest === hoursPerCredit / 2) return [below, below + 1];
  return [rest < hoursPerCredit / 2 ? below : below + 1];
}
