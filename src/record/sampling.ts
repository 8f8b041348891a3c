import { fitted } from "./fit.ts";
import { withPlainMarks } from "./judged.ts";
import type { CriterionRecord, LearnerRecord } from "./learner-record.ts";
import type { MappedUnit, PaperMap } from "./paper-map.ts";
import { criterionId } from "./places.ts";
import { progressOf } from "./progress.ts";
import { referencesIn } from "./references.ts";

/** A learner with one of the assessors: a row of the sampling plan. */
export interface SampledLearner {
  /** The number under which the plan's own fields about this learner stand; never given to another. */
  readonly slot: string;
  readonly name: string;
  readonly number: string | null;
  readonly assessor: string;
  readonly record: LearnerRecord;
  readonly units: readonly SampledUnit[];
}

/** How far one unit of one learner is, as its assessor's file says. */
export interface SampledUnit {
  readonly id: string;
  readonly title: string;
  readonly state: "not-started" | "in-progress" | "achieved";
  readonly met: number;
  readonly total: number;
  /** The day of the sign-off, as written. */
  readonly date: string | null;
  /** The codes of methods that decisions name. */
  readonly methods: readonly string[];
  /** How many decisions carry the initials of an internal quality assurer. */
  readonly initialled: number;
}

/** Why a file is no row: it names no learner, or it is about another specification. */
export interface AddedRecords {
  readonly plan: LearnerRecord;
  readonly added: readonly LearnerRecord[];
  readonly replaced: readonly LearnerRecord[];
  /** Of which the plan has the same already, at whatever time that was saved. */
  readonly same: readonly LearnerRecord[];
  /** Of which the plan has newer ones: left alone. */
  readonly older: readonly LearnerRecord[];
  readonly unnamed: readonly LearnerRecord[];
}

/** What the plan says about a unit of a learner, behind `sample.<slot>.<unit>.`; `chosen` is a tick. */
export const sampleParts = [
  "chosen",
  "stage",
  "planned",
  "done",
  "outcome",
  "feedback",
  "action",
  "due",
  "closed",
] as const;

export type SamplePart = (typeof sampleParts)[number];

export function sampleField(slot: string, unit: string, part: SamplePart): string {
  return `sample.${slot}.${unit}.${part}`;
}

/** The learners of a plan, in the order in which their files came. */
export function learnersOf(map: PaperMap, plan: LearnerRecord): readonly SampledLearner[] {
  const slots = slotsOf(plan);
  return plan.records.flatMap((record) => {
    const slot = slots.get(identityOf(record));
    return slot === undefined ? [] : [learnerOf(map, slot, record)];
  });
}

/**
 * Assessors' files, added to a plan or in the place of older ones about the same learner from the same assessor. What
 * learners wrote is left out: a plan holds the decisions of a whole centre, and is passed on.
 */
export function withRecords(plan: LearnerRecord, incoming: readonly LearnerRecord[]): AddedRecords {
  const slots = new Map(slotsOf(plan));
  const records = new Map(plan.records.map((record) => [identityOf(record), record]));
  const isNamed = (record: LearnerRecord) => learnerKey(record) !== "";
  const isOlder = (record: LearnerRecord) =>
    plan.records.some((one) => identityOf(one) === identityOf(record) && (one.saved ?? "") > (record.saved ?? ""));
  const named = incoming.filter((record) => isNamed(record) && !isOlder(record));
  const isThere = (record: LearnerRecord) => plan.records.some((one) => identityOf(one) === identityOf(record));
  const isKnown = (record: LearnerRecord) =>
    plan.records.some((one) => identityOf(one) === identityOf(record) && saysTheSame(one, withoutAnswers(record)));
  for (const record of named) {
    const identity = identityOf(record);
    if (!slots.has(identity)) slots.set(identity, nextSlot(plan, slots));
    records.set(identity, withoutAnswers(record));
  }
  const marks = [...slots].flatMap(([identity, slot]): readonly [string, string][] => {
    const record = records.get(identity);
    if (record === undefined) return [];
    return [
      [`sample.${slot}.learner`, learnerKey(record)],
      [`sample.${slot}.assessor`, assessorOf(record)],
    ];
  });
  return {
    plan: { ...plan, records: [...records.values()], fields: { ...plan.fields, ...Object.fromEntries(marks) } },
    added: named.filter((record) => !isThere(record)),
    replaced: named.filter((record) => isThere(record) && !isKnown(record)),
    same: named.filter(isKnown),
    older: incoming.filter((record) => isNamed(record) && isOlder(record)),
    unnamed: incoming.filter((record) => !isNamed(record)),
  };
}

/** The plan without a learner, and without all that it says about that learner. */
export function withoutLearner(plan: LearnerRecord, slot: string): LearnerRecord {
  const slots = slotsOf(plan);
  return {
    ...plan,
    records: plan.records.filter((record) => slots.get(identityOf(record)) !== slot),
    fields: Object.fromEntries(Object.entries(plan.fields).filter(([name]) => !name.startsWith(`sample.${slot}.`))),
  };
}

/** The name written on the checklist, or the initials beside its decisions. */
export function assessorOf({ fields, criteria }: LearnerRecord): string {
  const name = fields["people.assessor"] ?? fields["me.assessor"];
  if (name !== undefined) return name.trim();
  return [...new Set(criteria.flatMap(({ assessment }) => assessment.assessor?.trim() ?? []))].join(", ");
}

function learnerOf(map: PaperMap, slot: string, record: LearnerRecord): SampledLearner {
  const fitting = fitted(map, record);
  const progress = new Map(progressOf(map, fitting).units.map((unit) => [unit.id, unit]));
  const written = new Map(fitting.criteria.map((one) => [criterionId(one), one]));
  const units = map.units.map((unit): SampledUnit => {
    const own = criteriaIn(unit, written);
    const decided = own.filter(({ assessment }) => assessment.decision !== null);
    const { decision, date } = fitting.units.find(({ id }) => id === unit.id) ?? { decision: null, date: null };
    return {
      id: unit.id,
      title: unit.title,
      state: decision === "achieved" ? "achieved" : decided.length > 0 ? "in-progress" : "not-started",
      met: progress.get(unit.id)?.met ?? 0,
      total: progress.get(unit.id)?.total ?? 0,
      date: decision === "achieved" ? date : null,
      methods: [...new Set(decided.flatMap(({ assessment }) => referencesIn(assessment.method)))],
      initialled: own.filter(({ assessment }) => assessment.iqa !== null).length,
    };
  });
  const { name, number } = record.learner;
  return { slot, name: name ?? number ?? "", number, assessor: assessorOf(record), record, units };
}

function criteriaIn(unit: MappedUnit, written: ReadonlyMap<string, CriterionRecord>): readonly CriterionRecord[] {
  return unit.outcomes.flatMap(({ criteria }) => criteria.flatMap((one) => written.get(criterionId(one)) ?? []));
}

/** The slot of each learner with an assessor, as the plan's own fields say. */
function slotsOf({ fields }: LearnerRecord): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(fields).flatMap(([name, learner]): readonly [string, string][] => {
      const slot = /^sample\.(\d+)\.learner$/u.exec(name)?.[1];
      return slot === undefined ? [] : [[identity(learner, fields[`sample.${slot}.assessor`] ?? ""), slot]];
    }),
  );
}

function nextSlot({ fields }: LearnerRecord, slots: ReadonlyMap<string, string>): string {
  const used = [...Object.keys(fields).flatMap((name) => /^sample\.(\d+)\./u.exec(name)?.[1] ?? []), ...slots.values()];
  return String(Math.max(0, ...used.map(Number)) + 1);
}

function identityOf(record: LearnerRecord): string {
  return identity(learnerKey(record), assessorOf(record));
}

function identity(learner: string, assessor: string): string {
  return JSON.stringify([learner.toLowerCase(), assessor.toLowerCase()]);
}

/** A number is of one learner only; names are shared. */
function learnerKey({ learner: { name, number } }: LearnerRecord): string {
  return (number ?? name ?? "").trim();
}

function saysTheSame(one: LearnerRecord, other: LearnerRecord): boolean {
  return JSON.stringify({ ...one, saved: null }) === JSON.stringify({ ...other, saved: null });
}

function withoutAnswers(record: LearnerRecord): LearnerRecord {
  return {
    ...record,
    criteria: record.criteria.map((one) => ({ ...one, answer: null })),
    fields: withPlainMarks(record),
    records: [],
  };
}
