import type { Qualification } from "../../model/types.ts";
import { code } from "../../text/words.ts";
import { defineRule, type Report } from "../define-rule.ts";
import { placeOf } from "../place.ts";

const example = (version: string, second: string) =>
  `kind: qualification\nid: q\ntitle: Q\nversion: ${version}\nchanges:\n  - { version: ${second}, date: 2026-05-01, summary: Clearer words. }\n  - { version: "1.0", date: 2026-04-01, summary: First issue. }\n`;

export const changesRecorded = defineRule({
  id: "changes-recorded",
  severity: "warning",
  summary: "The list of changes has an entry for the current version, each version once, in order",
  why: "Centres that taught from an earlier version have to find what is different.",
  basis: "condition",
  checks: ["S040"],
  source: "Ofqual Condition E3.4, E3.5",
  yieldsTo: ["version-stated"],
  good: example('"1.1"', '"1.1"'),
  bad: example('«"1.2"»', '"1.1"'),
  qualification: (qualification, report) => {
    const { version, changes = [] } = qualification.source;
    for (const [at, change] of changes.entries()) {
      const first = changes.findIndex((other) => other.version !== undefined && other.version === change.version);
      if (first === -1 || first === at) continue;
      const message = `Unexpected second entry for version ${code(change.version ?? "")}, expected one; join the two, or correct the version`;
      const related = [{ message: "first here", place: placeOf(qualification, "changes", first, "version") }];
      report(placeOf(qualification, "changes", at, "version"), message, related);
      return;
    }
    if (version !== undefined && !changes.some((change) => change.version === version)) {
      const message = `Unexpected version ${code(version)} without an entry under ${code("changes")}, expected what is new in it; add one, also for a first issue`;
      report(placeOf(qualification, "version"), message);
      return;
    }
    if (!checkIssue(qualification, report)) checkOrder(qualification, report);
  },
});

/** The entry of the current version was issued when the version was. Whether it was found to be of another day. */
function checkIssue(qualification: Qualification, report: Report): boolean {
  const { version, issued, changes = [] } = qualification.source;
  const at = changes.findIndex((change) => change.version !== undefined && change.version === version);
  const date = changes[at]?.date;
  if (date === undefined || issued === undefined || date === issued) return false;
  const message = `Unexpected date ${date} of the current version ${code(version ?? "")}, expected ${issued}, the day of its issue; correct one of the two`;
  report(placeOf(qualification, "changes", at, "date"), message, [
    { message: "the day of issue", place: placeOf(qualification, "issued") },
  ]);
  return true;
}

/** Newest first or oldest first: both are in use, and versions and dates go the same way. */
function checkOrder(qualification: Qualification, report: Report): void {
  const entries = (qualification.source.changes ?? []).flatMap(({ version, date }, at) =>
    version === undefined ? [] : [{ version, date, at }],
  );
  const [first, last] = [entries[0], entries.at(-1)];
  if (first === undefined || last === undefined) return;
  const isNewestFirst = compareVersions(first.version, last.version) > 0;
  for (const [position, one] of entries.entries()) {
    const before = entries[position - 1];
    if (before === undefined) continue;
    const [older, newer] = isNewestFirst ? [one, before] : [before, one];
    const related = [
      { message: "the entry before it", place: placeOf(qualification, "changes", before.at, "version") },
    ];
    if (compareVersions(older.version, newer.version) > 0) {
      const message = `Unexpected version ${code(one.version)} after ${code(before.version)}, expected the entries in order, the newest first or the oldest first; move it, or correct the version`;
      report(placeOf(qualification, "changes", one.at, "version"), message, related);
      return;
    }
    if (older.date !== undefined && newer.date !== undefined && older.date > newer.date) {
      const message = `Unexpected date ${one.date} of version ${code(one.version)}, expected none ${isNewestFirst ? "after" : "before"} ${before.date}, the date of version ${code(before.version)}; correct one of the two`;
      report(placeOf(qualification, "changes", one.at, "date"), message, related);
      return;
    }
  }
}

/** 1.10 is later than 1.9. */
function compareVersions(a: string, b: string): number {
  const [one = [], other = []] = [a, b].map((version) => version.split(".").map(Number));
  return (one[0] ?? 0) - (other[0] ?? 0) || (one[1] ?? 0) - (other[1] ?? 0);
}
