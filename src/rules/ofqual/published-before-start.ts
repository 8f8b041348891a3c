import { defineRule } from "../define-rule.ts";
import { placeOf } from "../place.ts";

const example = (first: string) =>
  `kind: qualification\nid: q\ntitle: Q\nstatus: published\nversion: "1.0"\nissued: ${first.replace(/[«»]/gu, "")}\ndates: { operationalStart: 2026-09-01 }\nchanges:\n  - { version: "1.0", date: ${first}, summary: First issue. }\n`;

export const publishedBeforeStart = defineRule({
  id: "published-before-start",
  severity: "warning",
  summary: "The first version was issued before the qualification could be taken",
  why: "Whoever registered before that day could not know what they would be assessed on.",
  basis: "condition",
  source: "Ofqual Condition E3.1",
  yieldsTo: ["dates-in-order", "changes-recorded"],
  good: example("2026-04-01"),
  bad: example("«2026-10-01»"),
  qualification: (qualification, report) => {
    const { status, dates, changes = [] } = qualification.source;
    const at = changes.findIndex(({ version }) => version !== undefined && /^1(?:\.0)?$/u.test(version));
    const [date, start] = [changes[at]?.date, dates?.operationalStart];
    // An older entry was an issue, too; and a change log may begin in the middle.
    const isFirst = date !== undefined && changes.every((other) => other.date === undefined || other.date >= date);
    if (status !== "published" || !isFirst || start === undefined || date <= start) return;
    const message = `Unexpected first issue on ${date}, expected no day after the operational start ${start}; correct one of the two`;
    report(placeOf(qualification, "changes", at, "date"), message, [
      { message: "the operational start", place: placeOf(qualification, "dates", "operationalStart") },
    ]);
  },
});
