import { contentHash, markOfWording, unitHash } from "../model/content-hash.ts";
import type { Criterion, Outcome, Unit } from "../model/types.ts";
import type { SpecificationMark } from "../record/learner-record.ts";
import type { MappedCriterion, MappedOutcome, PaperMap } from "../record/paper-map.ts";
import type { Words } from "../words/words.ts";
import type { Subject } from "./define-document.ts";
import { fieldOf } from "./field-name.ts";

/** What a paper asks for, so that what is filled in becomes a learner record and back. */
export function paperMap(document: string, subject: Subject, words: Words): PaperMap {
  return {
    document,
    specification: markOf(subject),
    person: document === "learner-workbook" ? "me" : "people",
    units: subject.units.map((unit) => ({
      id: unit.id,
      title: unit.title,
      outcomes: unit.outcomes.map((outcome) => mapOutcome(unit, outcome)),
    })),
    choices: {
      met: words("check.met"),
      "not-yet": words("check.not-yet"),
      achieved: words("check.achieved"),
      "further-work": words("check.further-work"),
    },
  };
}

function markOf({ qualification, units, isPart }: Subject): SpecificationMark {
  const [unit] = units;
  if (qualification !== null) {
    const { id, title, source } = qualification;
    const version = source.version ?? null;
    return { id, title, version, hash: contentHash(qualification), unit: isPart ? (unit?.id ?? null) : null };
  }
  if (unit === undefined) throw new Error("A paper without a unit");
  return { id: unit.id, title: unit.title, version: null, hash: unitHash(unit), unit: null };
}

function mapOutcome(unit: Unit, { number, text, criteria }: Outcome): MappedOutcome {
  return { number, text, criteria: criteria.map((criterion) => mapCriterion(unit, criterion)) };
}

function mapCriterion(unit: Unit, criterion: Criterion): MappedCriterion {
  const { key, number, text } = criterion;
  return { unit: unit.id, key, number, text, hash: markOfWording(criterion), field: fieldOf(unit, criterion) };
}
