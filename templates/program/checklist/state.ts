import { type Notice, noticesOf } from "../../../src/record/decide.ts";
import type { CriterionRecord, EvidenceItem, LearnerRecord } from "../../../src/record/learner-record.ts";
import type { MappedCriterion, PaperMap } from "../../../src/record/paper-map.ts";
import { criterionId } from "../../../src/record/places.ts";
import { progressOf, type UnitProgress } from "../../../src/record/progress.ts";
import { type SignOff, signOffsOf } from "../../../src/record/sign-off.ts";
import { pageLanguage } from "../shared/clock.ts";

/** What all parts of the page show, worked out once for each change. */
export interface State {
  readonly record: LearnerRecord;
  readonly units: readonly UnitProgress[];
  readonly signOffs: ReadonlyMap<string, SignOff>;
  readonly notices: ReadonlyMap<string, readonly Notice[]>;
  readonly evidence: ReadonlyMap<string, EvidenceItem>;
  /** Whether the record says anything of what the learner did: a checklist can be used without. */
  readonly hasWork: boolean;
  readonly writtenFor: (asked: MappedCriterion) => CriterionRecord | undefined;
}

/** Puts what is now into its part of the page. */
export type Show = (state: State) => void;

export function stateOf(map: PaperMap, record: LearnerRecord): State {
  const written = new Map(record.criteria.map((one) => [criterionId(one), one]));
  return {
    record,
    units: progressOf(map, record).units,
    signOffs: new Map(signOffsOf(map, record, pageLanguage()).map((one) => [one.id, one])),
    notices: noticesOf(map, record),
    evidence: new Map(record.evidence.map((item) => [item.reference, item])),
    hasWork: record.criteria.some(({ answer, evidence }) => answer !== null || evidence.length > 0),
    writtenFor: (asked) => written.get(criterionId(asked)),
  };
}

/** After its sign-off a unit is kept as it was signed, until somebody opens it again. */
export function isFrozen({ signOffs }: State, unit: string): boolean {
  const state = signOffs.get(unit)?.state;
  return state === "signed" || state === "unsupported";
}
