import type { Bounds } from "../model/types.ts";
import type { RangeShape } from "../schema/shapes.ts";
import type { Effect } from "./change.ts";
import { byName, pairOff } from "./match-parts.ts";
import { bagOf, plainLikeness } from "./similarity.ts";

/** An item of a range that is this much like another is the same in other words. */
const leastAlike = 0.6;

/**
 * Whether a range asks for more than before, or for less: more, where somebody who covered just enough of the former range
 * may not have covered the new one; less, the other way round. Both may be true: then it is neither.
 */
export function effectOnRange(before: RangeShape | null, after: RangeShape | null): Effect | null {
  if (before === null && after === null) return null;
  const [then, now] = [readRange(before), readRange(after)];
  const same = sameItems(then.items, now.items);
  const isMore = coveredAtLeast(then, same) < now.needed;
  const isLess = coveredAtLeast(now, same) < then.needed;
  return one(isMore, isLess);
}

/** One of two things that are true; null where both are, or neither. */
export function one(isMore: boolean, isLess: boolean): Effect | null {
  if (isMore === isLess) return null;
  return isMore ? "tightened" : "loosened";
}

/** Of a list in which every word is one more way: a word that is gone was somebody's way. No list allows everything. */
export function effectOnChoices(before: readonly string[], after: readonly string[]): Effect | null {
  if (before.length === 0 || after.length === 0) return one(before.length === 0, after.length === 0);
  return effectOnOffer(before, after);
}

export function effectOnNumber(before: number | null, after: number | null): Effect | null {
  return one((before ?? 0) < (after ?? 0), (before ?? 0) > (after ?? 0));
}

/** Of the last day of something: an earlier one takes days away. */
export function effectOnEnd(before: string | null, after: string | null): Effect | null {
  const [then, now] = [before ?? "9999", after ?? "9999"];
  return one(now < then, now > then);
}

/** Of a list of what is offered: a word that is gone was somebody's. */
export function effectOnOffer(before: readonly string[], after: readonly string[]): Effect | null {
  return one(
    before.some((word) => !after.includes(word)),
    after.some((word) => !before.includes(word)),
  );
}

export function effectOnBounds(pairs: readonly (readonly [Bounds | null | undefined, Bounds | null | undefined])[]) {
  const isMore = ([before, after]: (typeof pairs)[number]) => {
    const [then, now] = [sides(before), sides(after)];
    return now.min > then.min || now.max < then.max;
  };
  return one(
    pairs.some(isMore),
    pairs.some(([before, after]) => isMore([after, before])),
  );
}

function sides(bounds: Bounds | null | undefined) {
  return { min: bounds?.min ?? 0, max: bounds?.max ?? Number.POSITIVE_INFINITY };
}

interface ReadRange {
  readonly items: readonly string[];
  /** How many of them have to be covered. */
  readonly needed: number;
}

function readRange(range: RangeShape | null): ReadRange {
  if (range === null) return { items: [], needed: 0 };
  const { require = "all", items } = range;
  if (typeof require === "object") return { items, needed: Math.min(require.atLeast, items.length) };
  return { items, needed: { all: items.length, any: Math.min(1, items.length), illustrative: 0 }[require] };
}

/** How many items are in both, in the same words or in others. */
function sameItems(before: readonly string[], after: readonly string[]): number {
  const bags = (items: readonly string[]) => items.map(bagOf);
  const named = byName(bags(before), bags(after), ({ text }) => text);
  const candidates = named.gone.flatMap((own, at) =>
    named.added.flatMap((other, otherAt) => {
      const score = plainLikeness(own, other);
      return score < leastAlike ? [] : [{ before: at, after: otherAt, score }];
    }),
  );
  return named.pairs.length + pairOff(named, candidates).pairs.length;
}

/** How many of the items that both have somebody has covered who covered just enough of one, as few of them as can be. */
function coveredAtLeast({ items, needed }: ReadRange, same: number): number {
  return Math.max(0, needed - (items.length - same));
}
