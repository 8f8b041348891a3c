import type { SourceFile } from "../diagnostics/source-file.ts";
import type { LearnerRecord } from "../record/learner-record.ts";
import { foldedName } from "../record/same-learner.ts";

/** What one file says of one learner. */
export interface LearnerState {
  readonly file: SourceFile;
  readonly record: LearnerRecord;
  /** It has fields about single criteria. */
  readonly asksForCriteria: boolean;
  /** It is the whole file, and not one of the records that a plan about several learners holds. */
  readonly isFile: boolean;
}

/**
 * Whose each state is: by number, else by name. A name alone belongs to the one number that it was written beside; where
 * it was written beside several, nobody knows whose it is. Without a name and a number each stands alone.
 */
export function learnerGroups(states: readonly LearnerState[]): readonly (readonly LearnerState[])[] {
  const numbers = new Map<string, Set<string>>();
  for (const { record } of states) {
    const [number, name] = partsOf(record);
    if (number !== "" && name !== "") numbers.set(name, (numbers.get(name) ?? new Set()).add(number));
  }
  const groups = new Map<string, LearnerState[]>();
  for (const [at, state] of states.entries()) {
    const [written, name] = partsOf(state.record);
    const beside = [...(numbers.get(name) ?? [])];
    const number = written === "" && beside.length === 1 ? (beside[0] ?? "") : written;
    const id = number === "" && name === "" ? String(at) : JSON.stringify([number, number === "" ? name : ""]);
    groups.set(id, [...(groups.get(id) ?? []), state]);
  }
  return [...groups.values()];
}

function partsOf({ learner: { number, name } }: LearnerRecord): readonly [number: string, name: string] {
  return [foldedName(number), foldedName(name)];
}
