import type { LearnerRecord, UnitRecord } from "./learner-record.ts";
import type { PaperMap } from "./paper-map.ts";
import { signOffField } from "./places.ts";

type Fields = LearnerRecord["fields"];

export interface Reopening {
  /** As people write it. */
  readonly day: string;
  /** Initials. */
  readonly by: string;
  readonly reason: string;
}

/** Where it is kept when and why a unit was opened again after its sign-off. */
export function reopenedField(unit: string): string {
  return `${unit}..reopened`;
}

/** Where the same is kept of the decision on the whole. */
export const wholeReopened = "qualification.reopened";

export const wholeDecision = "qualification.decision";

/**
 * A unit that was signed off, open again: the decision and what was signed are taken away, and kept in a line of the
 * field that says when, by whom and why, so that nothing of the trail is lost. An award rests on its units: the decision
 * on the whole is taken back with any of them, and kept in the same way.
 */
export function reopened(map: PaperMap, record: LearnerRecord, id: string, why: Reopening): LearnerRecord {
  const before = record.units.find((unit) => unit.id === id);
  if (before === undefined) return record;
  const line = trailLine(why, why.reason, signedFor(before, record.fields));
  const open = {
    ...record,
    units: record.units.map((unit) => (unit === before ? unsigned(unit) : unit)),
    fields: withLine(withoutSigned(record.fields, id), reopenedField(id), line),
  };
  return wholeWithdrawn(map, open, (was) => trailLine(why, `${before.title}: ${why.reason}`, was));
}

/** The record without its decision that all is achieved, where it has one, and with a line about it instead. */
export function wholeWithdrawn(
  { choices }: PaperMap,
  record: LearnerRecord,
  lineAbout: (was: readonly string[]) => string,
): LearnerRecord {
  const { fields } = record;
  if (fields[wholeDecision] !== choices.achieved) return record;
  const line = lineAbout(signedWhole(fields));
  return { ...record, fields: withLine(withoutSigned(fields, null), wholeReopened, line) };
}

/** A record that has come in: where a unit that was signed off here is open again there, the whole is not achieved either. */
export function withdrawnWithUnits(map: PaperMap, before: LearnerRecord, now: LearnerRecord): LearnerRecord {
  const open = new Map(now.units.filter(({ decision }) => decision === null).map((unit) => [unit.id, unit]));
  return before.units
    .filter(({ id, decision }) => decision === "achieved" && open.has(id))
    .reduce((record, { id, title }) => {
      const last = linesOf(record.fields[reopenedField(id)]).at(-1) ?? "";
      return wholeWithdrawn(map, record, (was) => [`${title}: ${last}`, bracketed(was)].join(" "));
    }, now);
}

/** The times that something was opened again, a line for each. */
export function linesOf(trail: string | undefined): readonly string[] {
  return (trail ?? "").split("\n").filter((line) => line !== "");
}

/** What is taken away with a sign-off: its day, its initials and the signatures, but not whose they are. */
export function signedFor({ id, date, assessor }: UnitRecord, fields: Fields): readonly string[] {
  return [date, assessor, ...signedUnder(fields, id)].flatMap((one) => one ?? []);
}

/** The same of the whole, its decision first. */
export function signedWhole(fields: Fields): readonly string[] {
  const { [wholeDecision]: decision, ...others } = fields;
  return [...(decision === undefined ? [] : [decision]), ...signedUnder(others, null)];
}

/** Whether a field is taken away when a unit, or the whole where it is null, is opened again. */
export function isSigned(name: string, unit: string | null): boolean {
  const prefix = unit === null ? "qualification." : signOffField(unit, "");
  return name.startsWith(prefix) && !name.endsWith("-name") && name !== wholeReopened;
}

function signedUnder(fields: Fields, unit: string | null): readonly string[] {
  return Object.entries(fields).flatMap(([name, value]) => (isSigned(name, unit) ? [value] : []));
}

export function unsigned(unit: UnitRecord): UnitRecord {
  return { ...unit, decision: null, date: null, assessor: null };
}

export function withoutSigned(fields: Fields, unit: string | null): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !isSigned(name, unit)));
}

function withLine(fields: Fields, name: string, line: string): Fields {
  return { ...fields, [name]: [...linesOf(fields[name]), line].join("\n") };
}

/** "9 May, JS: The loaf was bought. (3 May, JS)": in words of people only, so that it is of no language of ours. */
function trailLine({ day, by }: Reopening, reason: string, was: readonly string[]): string {
  const who = [day, by].map(inOneLine).filter((one) => one !== "");
  const line = who.length === 0 ? inOneLine(reason) : `${who.join(", ")}: ${inOneLine(reason)}`;
  return was.length === 0 ? line : `${line} ${bracketed(was)}`;
}

export function bracketed(was: readonly string[]): string {
  return `(${was.map(inOneLine).join(", ")})`;
}

function inOneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
