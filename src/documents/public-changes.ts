import { type Change, touchedClasses } from "../diff/change.ts";
import type { Words } from "../words/words.ts";

/** What a notice for centres says of a change; null where nobody outside can see it. */
export function changeForCentres(change: Change, words: Words): Change | null {
  if (["keys", "key", "maps", "retired"].includes(change.aspect)) return null;
  return change.aspect === "guidance" ? withoutWording(change, words("notice.change.guidance")) : change;
}

/** What anybody may read of it: a task is for those who sit it, and what no page says is not told. */
export function changeForAnybody(change: Change, words: Words): Change | null {
  if (["selfAssessment", "regulators", "owner"].includes(change.aspect)) return null;
  const told = changeForCentres(change, words);
  return told?.aspect === "task" ? withoutWording(told, null) : told;
}

function withoutWording(change: Change, note: string | null): Change {
  return { ...change, change: "changed", before: null, after: null, isText: false, note };
}

/** How many changes touch whom, in words. */
export function countChanges(changes: readonly Change[], words: Words) {
  return touchedClasses.flatMap((touched) => {
    const count = changes.filter((one) => one.class === touched).length;
    const [name, means] = [words(`diff.class.${touched}`), words(`diff.means.${touched}`)];
    return count === 0 ? [] : [{ class: touched, name, means, count }];
  });
}
