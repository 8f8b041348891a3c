import type { LearnerRecord } from "../../../src/record/learner-record.ts";
import { dayAndTimeOf, momentOf, readMoment } from "./clock.ts";
import type { Say } from "./paper.ts";
import type { Part } from "./part.ts";

/** Whose record it is, in words. */
export function whoIs(say: Say, { learner: { name, number } }: LearnerRecord): string {
  if (name === null && number === null) return say("who.nobody");
  if (name === null || number === null) return name ?? number ?? "";
  return say("who.both", { name, number });
}

/** Where a file comes from: whose it is, of which paper and version, and when it was saved. */
export function madeFrom(say: Say, record: LearnerRecord): string {
  const { document: paper, specification, saved } = record;
  const at = readMoment(saved);
  return [
    whoIs(say, record),
    ...(paper === "learner-workbook" || paper === "assessor-checklist" ? [say(`arrival.${paper}`)] : []),
    ...(specification.version === null ? [] : [say("who.version", { version: specification.version })]),
    ...(at === null ? [] : [say("who.saved", { time: dayAndTimeOf(at) })]),
  ].join(" · ");
}

/** Whose record it is, how far it is and when it was saved: enough to tell two of them apart. */
export function describe(say: Say, part: Part, record: LearnerRecord): string {
  const at = readMoment(record.saved);
  return [
    whoIs(say, record),
    part.progress(record),
    ...(at === null ? [] : [say("who.saved", { time: momentOf(at) })]),
    ...(record.specification.version === null ? [] : [say("who.version", { version: record.specification.version })]),
  ].join(" · ");
}
