import type { CriterionRecord, LearnerRecord } from "./learner-record.ts";
import { criteriaOf, type MappedCriterion, type PaperMap } from "./paper-map.ts";
import { criterionId } from "./places.ts";

/** How what was written for one version of a specification fits the version that a paper was made from. */
export interface Fit {
  readonly fits: readonly CriterionFit[];
  /** Reworded, or with another range, task or evidence rule: what was written needs another look. */
  readonly changed: readonly CriterionFit[];
  /** The paper no longer asks for it. */
  readonly gone: readonly CriterionRecord[];
  /** Asked for now, and not in the record's version. */
  readonly added: readonly MappedCriterion[];
}

export interface CriterionFit {
  readonly asked: MappedCriterion;
  readonly written: CriterionRecord;
}

/** Matches by key; where a key is not found, by the same text, as that of a criterion that has moved. */
export function fitOf(map: PaperMap, record: LearnerRecord): Fit {
  const asked = criteriaOf(map);
  const byId = new Map(asked.map((one) => [criterionId(one), one]));
  const pairs = new Map<MappedCriterion, CriterionRecord>();
  for (const written of record.criteria) {
    const same = byId.get(criterionId(written));
    if (same !== undefined) pairs.set(same, written);
  }
  const free = asked.filter((one) => !pairs.has(one));
  const homeless = record.criteria.filter((written) => !byId.has(criterionId(written)));
  const gone: CriterionRecord[] = [];
  for (const written of homeless) {
    const moved = free.filter((one) => one.hash === written.hash);
    const alike = homeless.filter((one) => one.hash === written.hash);
    // Two criteria with the same words, then or now: nobody can tell which of them is meant.
    const [only] = moved;
    if (only !== undefined && moved.length === 1 && alike.length === 1) pairs.set(only, written);
    else gone.push(written);
  }
  const matched = asked.flatMap((one) => {
    const written = pairs.get(one);
    return written === undefined ? [] : [{ asked: one, written }];
  });
  return {
    fits: matched.filter(({ asked: one, written }) => one.hash === written.hash),
    changed: matched.filter(({ asked: one, written }) => one.hash !== written.hash),
    gone,
    added: asked.filter((one) => !pairs.has(one)),
  };
}

/** The record with each criterion under the key and number that the paper has for it; nothing that was written is lost. */
export function fitted(map: PaperMap, record: LearnerRecord): LearnerRecord {
  const { fits, changed, gone } = fitOf(map, record);
  const pairs = new Map([...fits, ...changed].map(({ asked, written }) => [asked, written]));
  const matched = criteriaOf(map).flatMap((asked) => {
    const written = pairs.get(asked);
    const { unit, key, number } = asked;
    return written === undefined ? [] : [{ ...written, unit, key, number }];
  });
  return { ...record, criteria: [...matched, ...gone] };
}

/** Whether a criterion that the paper does not ask for is one that it would: a paper about one unit asks for no others. */
export function isOfPaper({ specification, units }: PaperMap, { unit }: CriterionRecord): boolean {
  return specification.unit === null || units.some(({ id }) => id === unit);
}

export function isWritten({ answer, evidence, assessment }: CriterionRecord): boolean {
  return answer !== null || evidence.length > 0 || assessment.decision !== null;
}
