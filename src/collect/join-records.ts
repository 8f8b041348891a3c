import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { fitOf, fitted } from "../record/fit.ts";
import type { CriterionRecord, Learner, LearnerRecord } from "../record/learner-record.ts";
import { conflictsOf, isLater, merge } from "../record/merge.ts";
import { isLearners } from "../record/merge-fields.ts";
import { criterionId } from "../record/places.ts";
import { contradiction } from "./contradiction.ts";
import { type LearnerState, learnerGroups } from "./learner-groups.ts";
import type { Specifications } from "./open-specifications.ts";

/** What all papers of one learner say together of one specification. */
export interface LearnerRows {
  readonly learner: Learner;
  readonly specification: { readonly id: string; readonly title: string };
  readonly rows: readonly CriterionRow[];
}

export interface CriterionRow {
  readonly criterion: CriterionRecord;
  /** What other papers say of it, and nobody can tell which is newer. */
  readonly otherwise: readonly CriterionRecord[];
  /** The papers that ask for it. */
  readonly states: readonly LearnerState[];
  /** How it stands in the specification as it is now; null where that is not at hand. */
  readonly fit: "fits" | "changed" | "gone" | null;
}

export interface Joined {
  readonly learners: readonly LearnerRows[];
  /** Papers of different kinds that contradict each other. */
  readonly findings: readonly Diagnostic[];
}

/** Lays papers together, learner by learner: answers come from workbooks, decisions from the papers of assessors. */
export function joinRecords(states: readonly LearnerState[], specifications: Specifications): Joined {
  const groups = learnerGroups(states.filter(({ asksForCriteria }) => asksForCriteria)).flatMap(bySpecification);
  const findings: Diagnostic[] = [];
  const learners = groups.flatMap((group) => {
    const current = group.map((state) => ({ ...state, record: asNumberedNow(state.record, specifications) }));
    const pairs = contradictions(current);
    const different = pairs.filter(({ one, other }) => one.record.document !== other.record.document);
    findings.push(...different.map(({ one, other }) => contradiction(one, other)));
    return rowsOf(current, pairs, specifications);
  });
  return { learners, findings };
}

function bySpecification(group: readonly LearnerState[]): readonly (readonly LearnerState[])[] {
  const groups = new Map<string, LearnerState[]>();
  for (const state of group) {
    const { id } = state.record.specification;
    // A plan itself is about several learners, and those whose names stand in it.
    if (state.record.records.length === 0) groups.set(id, [...(groups.get(id) ?? []), state]);
  }
  return [...groups.values()];
}

/** Criteria that have moved since are known again, so that papers of different versions meet in one row. */
function asNumberedNow(record: LearnerRecord, { mapOf }: Specifications): LearnerRecord {
  const map = mapOf(record.document, record.specification);
  return map === null ? record : fitted(map, record);
}

interface Pair {
  readonly one: LearnerState;
  readonly other: LearnerState;
  readonly ids: ReadonlySet<string>;
}

/** Pairs of papers that say different things about the same, and do not say which is newer. */
function contradictions(states: readonly LearnerState[]): readonly Pair[] {
  return states.flatMap((one, at) =>
    states.slice(0, at).flatMap((other) => {
      if (isLater(one.record, other.record) || isLater(other.record, one.record)) return [];
      const ids = new Set(conflictsOf(other.record, one.record).map(({ id }) => id));
      return ids.size === 0 ? [] : [{ one, other, ids }];
    }),
  );
}

function rowsOf(
  states: readonly LearnerState[],
  pairs: readonly Pair[],
  { mapOf }: Specifications,
): readonly LearnerRows[] {
  const record = joined(states);
  if (record === null) return [];
  const map = mapOf(record.document, { ...record.specification, unit: null });
  const fit = map === null ? null : fitOf(map, record);
  const hashes = new Map(
    [...(fit?.fits ?? []), ...(fit?.changed ?? [])].map(({ written, asked }) => [written, asked.hash]),
  );
  const rows = record.criteria.map((criterion): CriterionRow => {
    const id = criterionId(criterion);
    const meant = pairs.filter(({ ids }) => ids.has(id)).flatMap(({ one, other }) => [other, one]);
    const find = ({ record: { criteria } }: LearnerState) => criteria.filter((one) => criterionId(one) === id);
    return {
      criterion,
      otherwise: [...new Set(meant)].flatMap(find),
      states: states.filter((state) => find(state).length > 0),
      fit: fit === null ? null : fitIn(criterion, hashes.get(criterion) ?? null),
    };
  });
  return [{ learner: record.learner, specification: record.specification, rows }];
}

/** Of each side the newest counts, and what only an older one says is kept; then what a learner wrote meets what was decided. */
function joined(states: readonly LearnerState[]): LearnerRecord | null {
  const sorted = [...states]
    .sort((a, b) => (isLater(a.record, b.record) ? 1 : isLater(b.record, a.record) ? -1 : 0))
    .map(({ record }) => record);
  const side = (isOwn: boolean) => {
    const [first, ...rest] = sorted.filter((record) => isLearners(record) === isOwn);
    return first === undefined ? null : rest.reduce((whole, record) => merge(whole, record), first);
  };
  const [work, decisions] = [side(true), side(false)];
  return work === null || decisions === null ? (work ?? decisions) : merge(work, decisions);
}

/** An answer to other words, and a decision on other words, need another look. */
function fitIn({ hash, assessment }: CriterionRecord, asked: string | null): "fits" | "changed" | "gone" {
  if (asked === null) return "gone";
  return hash === asked && (assessment.hash ?? asked) === asked ? "fits" : "changed";
}
