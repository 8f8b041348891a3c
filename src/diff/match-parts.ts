import type { Criterion, Outcome, Unit } from "../model/types.ts";
import { assign, type Candidate } from "./assign.ts";
import { bagOf, bagOfPart, type Likeness } from "./similarity.ts";

/** A criterion and where it stands. */
export interface Placed {
  readonly unit: Unit;
  readonly outcome: Outcome;
  readonly criterion: Criterion;
}

export interface PlacedOutcome {
  readonly unit: Unit;
  readonly outcome: Outcome;
}

/** The same thing then and now. */
export interface Pair<T> {
  readonly before: T;
  readonly after: T;
}

/** What pairs, and what is left of either side. */
export interface Matched<T> {
  readonly pairs: readonly Pair<T>[];
  readonly gone: readonly T[];
  readonly added: readonly T[];
}

/** Two keys of one thing: its author would have kept the key, unless the wording is all but the same. */
const sameInSpiteOfKeys = 0.75;

/** The outcomes of a unit then and now: by key, by wording, and by what is likest of wording, criteria and number. */
export function matchOutcomes(
  before: readonly PlacedOutcome[],
  after: readonly PlacedOutcome[],
  likeness: Likeness,
): Matched<PlacedOutcome> {
  const keyed = byName(before, after, ({ outcome }) => outcome.key);
  const named = byName(keyed.gone, keyed.added, ({ outcome }) => outcome.text);
  const candidates = named.gone.flatMap((one, at) =>
    named.added.flatMap((other, otherAt): readonly Candidate[] => {
      const text = likeness(bagOfPart(one.outcome), bagOfPart(other.outcome));
      const whole = likeness(wholeBag(one.outcome), wholeBag(other.outcome));
      const least = haveOtherKeys(one.outcome, other.outcome) ? 0.3 : 0;
      if (text < 0.45 + least && whole < 0.5 + least) return [];
      const place = one.outcome.number === other.outcome.number ? 0.1 : 0;
      return [{ before: at, after: otherAt, score: 0.5 * text + 0.4 * whole + place }];
    }),
  );
  return together([keyed.pairs, named.pairs], pairOff(named, candidates));
}

/** How alike two criteria have to be: the nearer they stand, the less. */
const leastAlike = { place: 0.45, outcome: 0.48, unit: 0.55 } as const;

/** The criteria of a unit then and now: by key, by wording, and by what is likest, all of them together. */
export function matchCriteria(
  before: readonly Placed[],
  after: readonly Placed[],
  outcomes: readonly Pair<PlacedOutcome>[],
  likeness: Likeness,
): Matched<Placed> {
  const now = new Map(outcomes.map((pair) => [pair.before.outcome, pair.after.outcome]));
  const isSameOutcome = (one: Placed, other: Placed) => now.get(one.outcome) === other.outcome;
  const isSamePlace = (one: Placed, other: Placed) =>
    isSameOutcome(one, other) && one.criterion.number === other.criterion.number;
  const keyed = byName(before, after, ({ criterion }) => criterion.key);
  const text = ({ criterion }: Placed) => criterion.text;
  // Where several say the same, each stays where it is as far as it can.
  const still = byName(keyed.gone, keyed.added, (one) => text(one), isSamePlace);
  const near = byName(still.gone, still.added, (one) => text(one), isSameOutcome);
  const named = byName(near.gone, near.added, (one) => text(one));
  const candidates = named.gone.flatMap((one, at) =>
    named.added.flatMap((other, otherAt): readonly Candidate[] => {
      const nearness = isSamePlace(one, other) ? "place" : isSameOutcome(one, other) ? "outcome" : "unit";
      const least = haveOtherKeys(one.criterion, other.criterion) ? sameInSpiteOfKeys : leastAlike[nearness];
      const alike = likeness(bagOfPart(one.criterion), bagOfPart(other.criterion));
      if (alike < least) return [];
      const bonus = { place: 0.15, outcome: 0.1, unit: 0 }[nearness];
      return [{ before: at, after: otherAt, score: alike + bonus }];
    }),
  );
  return together([keyed.pairs, still.pairs, near.pairs, named.pairs], pairOff(named, candidates));
}

/** Those that have a name in common, in order; null is no name. */
export function byName<T>(
  before: readonly T[],
  after: readonly T[],
  nameOf: (one: T) => string | null,
  mayBe: (one: T, other: T) => boolean = () => true,
): Matched<T> {
  const offered = new Map<string, T[]>();
  for (const one of after) {
    const name = nameOf(one);
    if (name === null || name === "") continue;
    const known = offered.get(name);
    if (known === undefined) offered.set(name, [one]);
    else known.push(one);
  }
  const pairs: Pair<T>[] = [];
  const taken = new Set<T>();
  const gone = before.filter((one) => {
    const name = nameOf(one);
    const same = name === null ? undefined : offered.get(name)?.find((other) => !taken.has(other) && mayBe(one, other));
    if (same === undefined) return true;
    taken.add(same);
    pairs.push({ before: one, after: same });
    return false;
  });
  return { pairs, gone, added: after.filter((one) => !taken.has(one)) };
}

/** The best pairs of what is left. */
export function pairOff<T>({ gone, added }: Omit<Matched<T>, "pairs">, candidates: readonly Candidate[]): Matched<T> {
  const chosen = assign(candidates);
  const [before, after] = [new Set(chosen.map((one) => one.before)), new Set(chosen.map((one) => one.after))];
  return {
    pairs: chosen.flatMap((one) => {
      const [then, now] = [gone[one.before], added[one.after]];
      return then === undefined || now === undefined ? [] : [{ before: then, after: now }];
    }),
    gone: gone.filter((_, at) => !before.has(at)),
    added: added.filter((_, at) => !after.has(at)),
  };
}

function together<T>(earlier: readonly (readonly Pair<T>[])[], last: Matched<T>): Matched<T> {
  return { ...last, pairs: [...earlier.flat(), ...last.pairs] };
}

function haveOtherKeys(one: { readonly key: string | null }, other: { readonly key: string | null }): boolean {
  return one.key !== null && other.key !== null && one.key !== other.key;
}

function wholeBag(outcome: Outcome) {
  return bagOf([outcome.text, ...outcome.criteria.map(({ text }) => text)].join(" "));
}
