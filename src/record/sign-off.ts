import type { Deciding } from "./decide.ts";
import type { LearnerRecord, UnitRecord } from "./learner-record.ts";
import type { MappedCriterion, PaperMap } from "./paper-map.ts";
import { signOffField } from "./places.ts";
import { progressOf } from "./progress.ts";

/** How far the assessment of a unit is, and what still stands in the way of its sign-off. */
export interface SignOff {
  readonly id: string;
  readonly title: string;
  /**
   * `open`: criteria are not met yet. `ready`: all are, and nobody has signed. `signed`: achieved. `unsupported`: achieved
   * once, but a criterion is no longer met by a decision on the wording that the paper has.
   */
  readonly state: "open" | "ready" | "signed" | "unsupported";
  /** The criteria that are not met. */
  readonly open: readonly MappedCriterion[];
}

export function signOffsOf(map: PaperMap, record: LearnerRecord): readonly SignOff[] {
  const achieved = new Set(record.units.filter(isAchieved).map(({ id }) => id));
  return progressOf(map, record).units.map(({ id, title, outcomes }) => {
    const open = outcomes.flatMap((outcome) => outcome.open);
    const isMet = open.length === 0;
    if (achieved.has(id)) return { id, title, open, state: isMet ? "signed" : "unsupported" };
    return { id, title, open, state: isMet ? "ready" : "open" };
  });
}

/** A unit that has just been signed off: its day and initials are filled where they are empty. */
export function signedOff(record: LearnerRecord, id: string, how: Deciding): LearnerRecord {
  const units = record.units.map((unit) => {
    if (unit.id !== id || !isAchieved(unit)) return unit;
    const [date, assessor] = [how.date.trim() || null, how.assessor.trim() || null];
    return { ...unit, date: unit.date ?? date, assessor: unit.assessor ?? assessor };
  });
  return { ...record, units };
}

export interface Reopening {
  /** As people write it. */
  readonly day: string;
  /** Initials. */
  readonly by: string;
  readonly reason: string;
}

/**
 * A unit that was signed off, open again: the decision and what was signed are taken away, and kept in a line of the
 * field that says when, by whom and why, so that nothing of the trail is lost.
 */
export function reopened(record: LearnerRecord, id: string, why: Reopening): LearnerRecord {
  const before = record.units.find((unit) => unit.id === id);
  if (before === undefined) return record;
  const isSigned = (name: string) => name.startsWith(signOffField(id, "")) && !name.endsWith("-name");
  const fields = Object.entries(record.fields);
  const signed = fields.filter(([name]) => isSigned(name)).map(([, value]) => value);
  const was = [before.date, before.assessor, ...signed].flatMap((one) => one ?? []);
  const name = reopenedField(id);
  const lines = [record.fields[name] ?? "", trailLine(why, was)].filter((line) => line !== "");
  return {
    ...record,
    units: record.units.map((unit) =>
      unit === before ? { ...unit, decision: null, date: null, assessor: null } : unit,
    ),
    fields: { ...Object.fromEntries(fields.filter(([one]) => !isSigned(one))), [name]: lines.join("\n") },
  };
}

/** "9 May, JS: The loaf was bought. (3 May, JS)": in words of people only, so that it is of no language of ours. */
function trailLine({ day, by, reason }: Reopening, was: readonly string[]): string {
  const who = [day.trim(), by.trim()].filter((one) => one !== "").join(", ");
  const line = who === "" ? reason.trim() : `${who}: ${reason.trim()}`;
  return was.length === 0 ? line : `${line} (${was.join(", ")})`;
}

/** Where it is kept when and why a unit was opened again after its sign-off. */
export function reopenedField(unit: string): string {
  return `${unit}..reopened`;
}

function isAchieved({ decision }: UnitRecord): boolean {
  return decision === "achieved";
}
