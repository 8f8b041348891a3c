import type { Unit } from "../model/types.ts";
import { countOf } from "../text/words.ts";
import type { Change, Said } from "./change.ts";
import { atUnit } from "./compare-unit.ts";
import { keptUnder, recordChange, valueChange } from "./record.ts";

/**
 * Keys that were retired, and are used again: the list that says so may itself have been changed, so that no check of the
 * new side alone could tell. And keys that are all new, or all gone.
 */
export function compareRetired(before: Unit, after: Unit, qualifications: readonly string[]): readonly Change[] {
  const [then, now] = [keysOf(before), keysOf(after)];
  const again = (before.source.retired ?? []).filter((key) => now.has(key));
  return [
    ...again.map((key) =>
      recordChange(
        { ...atUnit(after, qualifications), key },
        { change: "changed", aspect: "retired", after: key, note: "A key that was retired is used again" },
      ),
    ),
    ...keysChange(then.size, now.size).map((said) => recordChange(atUnit(after, qualifications), said)),
  ];
}

/** First keys touch nobody; without them, what is saved under them is no longer found. */
function keysChange(before: number, after: number): readonly Said[] {
  if (before > 0 === after > 0) return [];
  const note = after === 0 ? keptUnder("key") : null;
  const many = (count: number) => (count === 0 ? null : countOf(count, "key"));
  return valueChange("keys", many(before), many(after), { note });
}

const known = new WeakMap<Unit, boolean>();

export function hasKeys(unit: Unit): boolean {
  const has = known.get(unit) ?? keysOf(unit).size > 0;
  known.set(unit, has);
  return has;
}

export function keysOf({ outcomes }: Unit): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const outcome of outcomes) {
    if (outcome.key !== null) keys.add(outcome.key);
    for (const { key } of outcome.criteria) if (key !== null) keys.add(key);
  }
  return keys;
}
