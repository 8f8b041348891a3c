import type { Candidate } from "./assign.ts";
import {
  byName,
  type Matched,
  matchCriteria,
  type Pair,
  type Placed,
  type PlacedOutcome,
  pairOff,
} from "./match-parts.ts";
import { nearest } from "./match-units.ts";
import { bagOf, bagOfPart, type Likeness } from "./similarity.ts";

/** In another unit a wording has to be this much alike, and not too short to be anybody's. */
const leastAlike = 0.75;
const leastWords = 3;

/** Outcomes that went to another unit. */
export function matchMovedOutcomes(
  gone: readonly PlacedOutcome[],
  added: readonly PlacedOutcome[],
  likeness: Likeness,
): Matched<PlacedOutcome> {
  return matchTexts(gone, added, ({ outcome }) => outcome, likeness);
}

/** Criteria that went to another unit: with their outcome, or by themselves. */
export function matchMovedCriteria(
  gone: readonly Placed[],
  added: readonly Placed[],
  outcomes: readonly Pair<PlacedOutcome>[],
  likeness: Likeness,
): Matched<Placed> {
  const pairs: Pair<Placed>[] = [];
  for (const pair of outcomes) {
    const within = (all: readonly Placed[], one: PlacedOutcome) => all.filter(({ outcome }) => outcome === one.outcome);
    pairs.push(...matchCriteria(within(gone, pair.before), within(added, pair.after), [pair], likeness).pairs);
  }
  const [left, free] = [new Set(gone), new Set(added)];
  for (const { before, after } of pairs) {
    left.delete(before);
    free.delete(after);
  }
  const alone = matchTexts([...left], [...free], ({ criterion }) => criterion, likeness);
  return { ...alone, pairs: [...pairs, ...alone.pairs] };
}

function matchTexts<T>(
  gone: readonly T[],
  added: readonly T[],
  partOf: (one: T) => { readonly text: string; readonly key: string | null },
  likeness: Likeness,
): Matched<T> {
  const isOwn = (one: T) => bagOfPart(partOf(one)).weights.size >= leastWords;
  const named = byName(gone, added, (one) => (isOwn(one) ? bagOfPart(partOf(one)).text : null));
  const bags = named.added.map((one) => bagOfPart(partOf(one)));
  const near = nearest(bags);
  const candidates = named.gone.flatMap((one, at) => {
    const own = bagOfPart(partOf(one));
    if (!isOwn(one)) return [];
    return near(own).flatMap((other): readonly Candidate[] => {
      const alike = likeness(own, bags[other] ?? bagOf(""));
      return alike < leastAlike ? [] : [{ before: at, after: other, score: alike }];
    });
  });
  const paired = pairOff(named, candidates);
  return { ...paired, pairs: [...named.pairs, ...paired.pairs] };
}
