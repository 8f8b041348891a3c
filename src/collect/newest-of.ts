import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { LearnerRecord } from "../record/learner-record.ts";
import { isLater } from "../record/merge.ts";
import type { Collected } from "./collect.ts";
import { contradiction, superseded } from "./contradiction.ts";
import { type LearnerState, learnerGroups } from "./learner-groups.ts";

export interface Newest {
  /** Of each paper of each learner the newest state, and all of them where nobody knows which that is. */
  readonly kept: readonly LearnerState[];
  /** Files that say the same as another, as printed, each with that. */
  readonly copies: ReadonlyMap<string, string>;
  /** Files that are older than another, as printed, each with the newest. */
  readonly older: ReadonlyMap<string, string>;
  readonly findings: readonly Diagnostic[];
}

/** Tells apart the states of each learner's papers: those that say the same, those that are older, and those that nobody can tell. */
export function newestOf(all: readonly Collected[]): Newest {
  const copies = new Map<string, string>();
  const older = new Map<string, string>();
  const findings: Diagnostic[] = [];
  const kept = learnerGroups(all.flatMap(statesIn))
    .flatMap(byPaper)
    .flatMap((states) => {
      const different = withoutCopies(states, copies);
      // Of observations, testimonies and the like a learner has several, each about something else.
      if (!states.every(({ asksForCriteria }) => asksForCriteria)) return different;
      const newest = different.filter((one) => !different.some((other) => isLater(other.record, one.record)));
      const [first, ...rest] = newest;
      if (first === undefined) return [];
      for (const one of different) {
        const later = newest.find((other) => isLater(other.record, one.record));
        if (later === undefined || !one.isFile) continue;
        older.set(one.file.path, later.file.path);
        findings.push(superseded(one, later));
      }
      findings.push(...rest.map((one) => contradiction(one, first)));
      return [first, ...rest];
    });
  return { kept, copies, older, findings };
}

/** Files before the records that other files hold: a file is what people see. */
function statesIn({ file, paper: { record, asksFor } }: Collected): readonly LearnerState[] {
  const inside = record.records.map((one) => ({ file, record: one, asksForCriteria: true, isFile: false }));
  return [{ file, record, asksForCriteria: asksFor.criteria, isFile: true }, ...inside];
}

function byPaper(group: readonly LearnerState[]): readonly (readonly LearnerState[])[] {
  const papers = new Map<string, LearnerState[]>();
  for (const state of [...group].sort((a, b) => Number(b.isFile) - Number(a.isFile))) {
    const { document, specification } = state.record;
    const id = JSON.stringify([document, specification.id, specification.unit]);
    papers.set(id, [...(papers.get(id) ?? []), state]);
  }
  return [...papers.values()];
}

function withoutCopies(states: readonly LearnerState[], copies: Map<string, string>): readonly LearnerState[] {
  const different: LearnerState[] = [];
  for (const state of states) {
    const same = different.find((other) => isSame(other.record, state.record));
    if (same === undefined) different.push(state);
    else if (state.isFile) copies.set(state.file.path, same.file.path);
  }
  return different;
}

/** When it was saved does not matter. */
function isSame(a: LearnerRecord, b: LearnerRecord): boolean {
  const text = (record: LearnerRecord) => JSON.stringify({ ...record, saved: null });
  return text(a) === text(b);
}
