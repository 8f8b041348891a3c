import { criteriaWith, type FieldValues } from "./field-values.ts";
import {
  type Assessment,
  type CriterionRecord,
  type EvidenceItem,
  type LearnerRecord,
  nothingDecided,
  type UnitRecord,
} from "./learner-record.ts";
import { type Choice, criteriaOf, type MappedCriterion, type MappedUnit, type PaperMap } from "./paper-map.ts";
import { criterionEnds, criterionId, evidenceParts, learnerParts, unitEnds } from "./places.ts";
import { referencesIn } from "./references.ts";

/** A record in which nothing is written yet. */
export function emptyRecord(map: PaperMap): LearnerRecord {
  return {
    format: "qualspec-learner-record",
    version: 1,
    document: map.document,
    specification: map.specification,
    saved: null,
    learner: { name: null, number: null, centre: null },
    evidence: [],
    criteria: criteriaOf(map).map(emptyCriterion),
    units: map.units.map(emptyUnit),
    fields: {},
    records: [],
  };
}

/**
 * A record with what a paper's fields say now. What the paper has no field for stays as it is in `before`. An answer
 * and a decision keep the wording that they were given for until they change.
 */
export function recordOf(map: PaperMap, values: FieldValues, before: LearnerRecord): LearnerRecord {
  const reader = readerOf(values);
  const learner = { ...before.learner };
  for (const part of learnerParts) learner[part] = reader.read(`${map.person}.${part}`, learner[part]);
  const evidence = evidenceOf(reader, values, before);
  const log: Log = {
    references: evidence.map(({ reference }) => reference),
    isSame: isSameLog(evidence, before.evidence),
  };

  const known = new Map(before.criteria.map((one) => [criterionId(one), one]));
  const criteria = criteriaOf(map).map((asked) => {
    const written = known.get(criterionId(asked)) ?? emptyCriterion(asked);
    known.delete(criterionId(asked));
    return criterionOf(map, asked, written, log, reader);
  });
  const knownUnits = new Map(before.units.map((unit) => [unit.id, unit]));
  const units = map.units.map((unit) => {
    const written = knownUnits.get(unit.id) ?? emptyUnit(unit);
    knownUnits.delete(unit.id);
    return unitOf(map, written, reader);
  });
  const record = {
    ...before,
    document: map.document,
    specification: map.specification,
    learner,
    evidence,
    criteria: [...criteria, ...known.values()],
    units: [...units, ...knownUnits.values()],
  };
  const rest = reader.rest(before.fields).filter(([name, value]) => !saysNothingNew(name, value, values, record));
  return { ...record, fields: Object.fromEntries(rest) };
}

/** Reads fields, and knows which of them have been read. */
function readerOf(values: FieldValues) {
  const taken = new Set<string>();
  const unchanged = new Set<string>();
  const read = (name: string, otherwise: string | null): string | null => {
    taken.add(name);
    const value = values.get(name);
    if (value === undefined) return otherwise;
    return value.trim() === "" ? null : value;
  };
  return {
    has: (name: string) => values.has(name),
    /** null where the field is empty; `otherwise` where the paper has no such field. */
    read,
    /** What the words of a choice mean in this paper. Words that mean nothing stay what somebody wrote. */
    choose: <T extends Choice>(
      { choices }: PaperMap,
      name: string,
      before: T | null,
      among: readonly T[],
    ): T | null => {
      if (!values.has(name)) return before;
      const words = read(name, null);
      const chosen = among.find((choice) => choices[choice] === words) ?? null;
      if (chosen === null && words !== null) taken.delete(name);
      else if (chosen === before) unchanged.add(name);
      return chosen;
    },
    /** What nothing else asked for, beside what the paper has no field for. */
    rest: (before: Readonly<Record<string, string>>): readonly (readonly [string, string])[] => {
      const kept = Object.entries(before).filter(
        ([name]) => unchanged.has(name) || (!values.has(name) && !taken.has(name)),
      );
      const written = [...values].filter(([name, value]) => !taken.has(name) && value.trim() !== "");
      return [...kept, ...written].sort(([a], [b]) => (a < b ? -1 : 1));
    },
  };
}

type Reader = ReturnType<typeof readerOf>;

/** The references of the list of evidence, and whether they are those that it had before. */
interface Log {
  readonly references: readonly string[];
  readonly isSame: boolean;
}

function isSameLog(now: readonly EvidenceItem[], before: readonly EvidenceItem[]): boolean {
  return now.length === before.length && now.every(({ reference }, at) => reference === before[at]?.reference);
}

function evidenceOf(reader: Reader, values: FieldValues, before: LearnerRecord): readonly EvidenceItem[] {
  const rows = [...values.keys()].flatMap((name) => /^log\.(\d+)\.reference$/u.exec(name)?.[1] ?? []);
  if (rows.length === 0) return before.evidence;
  return rows
    .sort((a, b) => Number(a) - Number(b))
    .flatMap((row) => {
      const [reference, description, date] = evidenceParts.map((part) => reader.read(`log.${row}.${part}`, null));
      // Which criteria it covers is said by the criteria themselves.
      const covers = values.get(`log.${row}.criteria`)?.trim();
      if (!reference && !description && !date && !covers) return [];
      return [{ reference: reference?.trim() ?? row, description: description ?? null, date: date ?? null }];
    });
}

/** Which criteria a row of the list covers is written down only where the criteria say otherwise. */
function saysNothingNew(
  name: string,
  said: string,
  values: FieldValues,
  record: Omit<LearnerRecord, "fields">,
): boolean {
  const row = /^log\.(\d+)\.criteria$/u.exec(name)?.[1];
  if (row === undefined) return false;
  const reference = values.get(`log.${row}.reference`)?.trim() || row;
  return said.trim() === criteriaWith(reference, record).join(", ");
}

function criterionOf(
  map: PaperMap,
  asked: MappedCriterion,
  written: CriterionRecord,
  log: Log,
  reader: Reader,
): CriterionRecord {
  const { field } = asked;
  const answer = reader.read(`${field}.a`, written.answer);
  const inField = reader.has(`${field}.e`) ? (reader.read(`${field}.e`, null) ?? "") : null;
  const isSameEvidence = inField === null || inField === written.evidence.join(", ");
  // References may hold commas: as long as nothing around them has changed, they are what they were.
  const evidence =
    inField === null || (isSameEvidence && log.isSame) ? written.evidence : referencesIn(inField, log.references);
  const isEmpty = answer === null && evidence.length === 0;
  const isSame = isSameText(answer, written.answer) && isSameEvidence;
  return {
    unit: asked.unit,
    key: asked.key,
    number: asked.number,
    ...(isSame && !isEmpty ? { text: written.text, hash: written.hash } : { text: asked.text, hash: asked.hash }),
    answer,
    evidence,
    assessment: assessmentOf(map, asked, written.assessment, reader),
  };
}

function assessmentOf(map: PaperMap, { field, hash }: MappedCriterion, before: Assessment, reader: Reader): Assessment {
  const now = { ...before };
  now.decision = reader.choose(map, `${field}.r`, before.decision, ["met", "not-yet"]);
  for (const [end, part] of criterionEnds) now[part] = reader.read(`${field}.${end}`, before[part]);
  // Who completes a decision does not decide anew.
  const isKept = (part: "date" | "assessor") => before[part] === null || now[part] === before[part];
  const isSame = now.decision === before.decision && isKept("date") && isKept("assessor");
  if (now.decision === null) return { ...now, hash: null };
  return { ...now, hash: isSame ? (before.hash ?? hash) : hash };
}

function unitOf(map: PaperMap, before: UnitRecord, reader: Reader): UnitRecord {
  const now = { ...before };
  now.decision = reader.choose(map, `${before.id}..decision`, before.decision, ["achieved", "further-work"]);
  for (const [end, part] of unitEnds) now[part] = reader.read(`${before.id}..${end}`, before[part]);
  return now;
}

/** Fields of a page end their lines in one way only, and blanks alone are nothing. */
function isSameText(one: string | null, other: string | null): boolean {
  const plain = (text: string | null) => (text ?? "").replace(/\r\n?/gu, "\n");
  return plain(one).trim() === plain(other).trim();
}

function emptyCriterion({ unit, key, number, text, hash }: MappedCriterion): CriterionRecord {
  return { unit, key, number, text, hash, answer: null, evidence: [], assessment: nothingDecided };
}

function emptyUnit({ id, title }: MappedUnit): UnitRecord {
  return { id, title, decision: null, feedback: null, actions: null, date: null, assessor: null, iqaComment: null };
}
