import type { LearnerRecord, UnitRecord } from "./learner-record.ts";
import {
  bracketed,
  isSigned,
  linesOf,
  reopenedField,
  signedFor,
  signedWhole,
  unsigned,
  wholeDecision,
  wholeReopened,
  withoutSigned,
} from "./reopened.ts";

/**
 * Two records of the same paper, brought together, in which nobody signs off again what has been opened since: whoever
 * knows more of the times that a unit was opened again knows whether it is signed off. When a file was saved says
 * nothing of that, since it is saved with every word that is typed.
 */
export function withSignOffs(together: LearnerRecord, first: LearnerRecord, second: LearnerRecord): LearnerRecord {
  const units = together.units.reduce((record, { id }) => unitTogether(record, id, first, second), together);
  return wholeTogether(units, first, second);
}

function unitTogether(record: LearnerRecord, id: string, first: LearnerRecord, second: LearnerRecord): LearnerRecord {
  const own = (one: LearnerRecord) => one.units.find((unit) => unit.id === id);
  const isOpen = (one: LearnerRecord) => own(one)?.decision !== "achieved";
  const name = reopenedField(id);
  const meant = whoseCounts(name, first, second, isOpen);
  if (meant === null) return record;
  const [unit, other] = [own(meant.counts), own(meant.other)];
  const words = (one: UnitRecord | undefined, { fields }: LearnerRecord) => (one ? signedFor(one, fields) : []);
  const was = [words(unit, meant.counts), words(other, meant.other)] as const;
  return {
    ...record,
    units: record.units.map((one) => (one.id === id ? signedAs(one, unit) : one)),
    fields: fieldsOf(record, meant, id, name, was),
  };
}

function wholeTogether(record: LearnerRecord, first: LearnerRecord, second: LearnerRecord): LearnerRecord {
  const isOpen = ({ fields }: LearnerRecord) => fields[wholeDecision] === undefined;
  const meant = whoseCounts(wholeReopened, first, second, isOpen);
  if (meant === null) return record;
  const was = [signedWhole(meant.counts.fields), signedWhole(meant.other.fields)] as const;
  return { ...record, fields: fieldsOf(record, meant, null, wholeReopened, was) };
}

interface Meant {
  readonly counts: LearnerRecord;
  readonly other: LearnerRecord;
}

/** null where both know of the same times. Where each knows of one that the other does not, what is open stays open. */
function whoseCounts(
  name: string,
  first: LearnerRecord,
  second: LearnerRecord,
  isOpen: (record: LearnerRecord) => boolean,
): Meant | null {
  const news = [knowsMore(name, first, second), knowsMore(name, second, first)] as const;
  if (!news.includes(true)) return null;
  const isSecond = news[0] ? news[1] && isOpen(second) && !isOpen(first) : true;
  return isSecond ? { counts: second, other: first } : { counts: first, other: second };
}

/** Which of two records knows of a time that a unit was opened again, and the other does not; null where neither, or both. */
export function newerOf(unit: string, first: LearnerRecord, second: LearnerRecord): "first" | "second" | null {
  const name = reopenedField(unit);
  const [isFirst, isSecond] = [knowsMore(name, first, second), knowsMore(name, second, first)];
  if (isFirst === isSecond) return null;
  return isFirst ? "first" : "second";
}

function knowsMore(name: string, one: LearnerRecord, other: LearnerRecord): boolean {
  const known = linesOf(other.fields[name]);
  return linesOf(one.fields[name]).some((line) => !known.includes(line));
}

/** The signatures of the one that counts, and of the other a line, unless the times that are told name them already. */
function fieldsOf(
  { fields }: LearnerRecord,
  { counts, other }: Meant,
  unit: string | null,
  name: string,
  [now, was]: readonly [readonly string[], readonly string[]],
): LearnerRecord["fields"] {
  const lines = [...new Set([...linesOf(counts.fields[name]), ...linesOf(other.fields[name])])];
  const isTold = was.every((one) => now.includes(one)) || lines.some((line) => line.endsWith(bracketed(was)));
  const signed = Object.entries(counts.fields).filter(([one]) => isSigned(one, unit));
  return {
    ...withoutSigned(fields, unit),
    ...Object.fromEntries(signed),
    [name]: [...(isTold ? [] : [bracketed(was)]), ...lines].join("\n"),
  };
}

function signedAs(one: UnitRecord, meant: UnitRecord | undefined): UnitRecord {
  if (meant === undefined) return unsigned(one);
  return { ...one, decision: meant.decision, date: meant.date, assessor: meant.assessor };
}
