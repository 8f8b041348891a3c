import type { Unit } from "../model/types.ts";
import type { Candidate } from "./assign.ts";
import { byName, type Matched, pairOff } from "./match-parts.ts";
import { type Bag, bagOf, plainLikeness } from "./similarity.ts";

/** Under another id, a unit has to be this much alike, all its words taken together. */
const leastAlike = 0.6;
/** A unit is compared in full only with those that share most of its rarer words. */
const mostCompared = 8;

/** Units then and now: by id, by the regulator's reference, and under another id by what they say. */
export function matchUnits(before: readonly Unit[], after: readonly Unit[]): Matched<Unit> {
  const byId = byName(before, after, ({ id }) => id.toLowerCase());
  const byReference = byName(byId.gone, byId.added, ({ source }) =>
    source.reference === undefined || source.reference === "none" ? null : source.reference,
  );
  const byContent = pairOff(byReference, likeUnits(byReference.gone, byReference.added));
  return { ...byContent, pairs: [...byId.pairs, ...byReference.pairs, ...byContent.pairs] };
}

function likeUnits(before: readonly Unit[], after: readonly Unit[]): readonly Candidate[] {
  const bags = after.map(bagOfUnit);
  const near = nearest(bags);
  return before.flatMap((unit, at) => {
    const own = bagOfUnit(unit);
    return near(own).flatMap((other): readonly Candidate[] => {
      const found = bags[other];
      const alike = found === undefined ? 0 : plainLikeness(own, found);
      return alike < leastAlike ? [] : [{ before: at, after: other, score: alike }];
    });
  });
}

/** For a bag, the indexes of the others that share most of its words, each word counting the more the fewer have it. */
export function nearest(bags: readonly Bag[]): (own: Bag) => readonly number[] {
  const having = new Map<string, number[]>();
  for (const [at, { weights }] of bags.entries()) {
    for (const word of weights.keys()) {
      const known = having.get(word);
      if (known === undefined) having.set(word, [at]);
      else known.push(at);
    }
  }
  const tooMany = Math.max(20, bags.length / 10);
  return ({ weights }) => {
    const scores = new Map<number, number>();
    for (const word of weights.keys()) {
      const others = having.get(word) ?? [];
      if (others.length > tooMany) continue;
      for (const other of others) scores.set(other, (scores.get(other) ?? 0) + 1 / others.length);
    }
    const best = [...scores].sort(([a, one], [b, other]) => other - one || a - b).slice(0, mostCompared);
    return best.map(([at]) => at);
  };
}

function bagOfUnit({ title, outcomes }: Unit): Bag {
  const texts = outcomes.flatMap(({ text, criteria }) => [text, ...criteria.map((one) => one.text)]);
  return bagOf([title, ...texts].join(" "));
}
