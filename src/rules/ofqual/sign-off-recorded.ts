import { code, joinWords } from "../../text/words.ts";
import { defineRule } from "../define-rule.ts";
import { gapAt, placeOf } from "../place.ts";

const example = (status: string, signOff: string) =>
  `kind: qualification\nid: q\ntitle: Q\nstatus: ${status}\nissued: 2026-04-01\n${signOff}`;

export const signOffRecorded = defineRule({
  id: "sign-off-recorded",
  severity: "warning",
  summary: "A published specification was reviewed before its issue: by whom, when and with what result",
  why: "The regulator asks who made sure that the qualification keeps its conditions, and whether they could judge it.",
  basis: "guidance",
  source: "Ofqual Condition E5.1 and the guidance under it",
  good: example("published", "signOff: { reviewer: Head of review, date: 2026-03-20, outcome: Approved. }\n"),
  bad: example("«published»", ""),
  qualification: (qualification, report) => {
    const { status, signOff, issued } = qualification.source;
    if (status !== "published") return;
    const missing = (["reviewer", "date", "outcome"] as const).filter((key) => signOff?.[key] === undefined);
    if (missing.length > 0) {
      const message = `Missing ${joinWords(missing.map(code))} of the review before publication, expected under ${code("signOff")}; add ${missing.length === 1 ? "it" : "them"}, or write ${code("status: draft")}`;
      report(signOff === undefined ? placeOf(qualification, "status") : gapAt(qualification, "signOff"), message);
    } else if (signOff?.date !== undefined && issued !== undefined && signOff.date > issued) {
      const message = `Unexpected review on ${signOff.date}, expected no day after the issue on ${issued}; correct one of the two`;
      report(placeOf(qualification, "signOff", "date"), message, [
        { message: "the day of issue", place: placeOf(qualification, "issued") },
      ]);
    }
  },
});
