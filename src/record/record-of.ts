import type { FieldValues } from "./field-values.ts";
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
  const references = evidence.map(({ reference }) => reference);

  const known = new Map(before.criteria.map((one) => [criterionId(one), one]));
  const criteria = criteriaOf(map).map((asked) => {
    const written = known.get(criterionId(asked)) ?? emptyCriterion(asked);
    known.delete(criterionId(asked));
    return criterionOf(map, asked, written, references, reader);
  });
  const knownUnits = new Map(before.units.map((unit) => [unit.id, unit]));
  const units = map.units.map((unit) => {
    const written = knownUnits.get(unit.id) ?? emptyUnit(unit);
    knownUnits.delete(unit.id);
    return unitOf(map, written, reader);
  });
  return {
    ...before,
    document: map.document,
    specification: map.specification,
    learner,
    evidence,
    criteria: [...criteria, ...known.values()],
    units: [...units, ...knownUnits.values()],
    fields: reader.rest(before.fields),
  };
}

/** Reads fields, and knows which of them have been read. */
function readerOf(values: FieldValues) {
  const taken = new Set<string>();
  return {
    has: (name: string) => values.has(name),
    /** null where the field is empty; `otherwise` where the paper has no such field. */
    read: (name: string, otherwise: string | null): string | null => {
      taken.add(name);
      const value = values.get(name);
      if (value === undefined) return otherwise;
      return value.trim() === "" ? null : value;
    },
    /** What nothing else asked for, beside what the paper has no field for. */
    rest: (before: Readonly<Record<string, string>>): Readonly<Record<string, string>> => {
      const kept = Object.entries(before).filter(([name]) => !values.has(name) && !taken.has(name));
      const written = [...values].filter(([name, value]) => !taken.has(name) && value.trim() !== "");
      return Object.fromEntries([...kept, ...written].sort(([a], [b]) => (a < b ? -1 : 1)));
    },
  };
}

type Reader = ReturnType<typeof readerOf>;

function evidenceOf(reader: Reader, values: FieldValues, before: LearnerRecord): readonly EvidenceItem[] {
  const rows = [...values.keys()].flatMap((name) => /^log\.(\d+)\.reference$/u.exec(name)?.[1] ?? []);
  if (rows.length === 0) return before.evidence;
  return rows
    .sort((a, b) => Number(a) - Number(b))
    .flatMap((row) => {
      const [reference, description, date] = evidenceParts.map((part) => reader.read(`log.${row}.${part}`, null));
      // Which criteria it covers is said by the criteria themselves.
      const covers = reader.read(`log.${row}.criteria`, null);
      if (!reference && !description && !date && !covers) return [];
      return [{ reference: reference?.trim() ?? row, description: description ?? null, date: date ?? null }];
    });
}

function criterionOf(
  map: PaperMap,
  asked: MappedCriterion,
  written: CriterionRecord,
  references: readonly string[],
  reader: Reader,
): CriterionRecord {
  const { field } = asked;
  const answer = reader.read(`${field}.a`, written.answer);
  const inField = reader.has(`${field}.e`) ? (reader.read(`${field}.e`, null) ?? "") : null;
  const evidence = inField === null ? written.evidence : referencesIn(inField, references);
  const isEmpty = answer === null && evidence.length === 0;
  const isSame = isSameText(answer, written.answer) && (inField ?? evidence.join(", ")) === written.evidence.join(", ");
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
  if (reader.has(`${field}.r`)) now.decision = choiceIn(map, reader.read(`${field}.r`, null), ["met", "not-yet"]);
  for (const [end, part] of criterionEnds) now[part] = reader.read(`${field}.${end}`, before[part]);
  const isSame = now.decision === before.decision && now.date === before.date && now.assessor === before.assessor;
  if (now.decision === null) return { ...now, hash: null };
  return { ...now, hash: isSame ? (before.hash ?? hash) : hash };
}

function unitOf(map: PaperMap, before: UnitRecord, reader: Reader): UnitRecord {
  const now = { ...before };
  const decision = `${before.id}..decision`;
  if (reader.has(decision)) now.decision = choiceIn(map, reader.read(decision, null), ["achieved", "further-work"]);
  for (const [end, part] of unitEnds) now[part] = reader.read(`${before.id}..${end}`, before[part]);
  return now;
}

/** What the words of a choice mean in this paper. */
function choiceIn<T extends Choice>({ choices }: PaperMap, words: string | null, among: readonly T[]): T | null {
  return among.find((choice) => choices[choice] === words) ?? null;
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
