import { lettersOf } from "./wording.ts";

/** Words that most sentences have, so that sharing them says nothing. */
const common = new Set(
  "a an and are as at be by for from has have how in is it its of on or own that the their them they this to use used using was what when where which who why will with within".split(
    " ",
  ),
);

/** A text as it is compared with others: its words that mean something, each with its weight. */
export interface Bag {
  readonly weights: ReadonlyMap<string, number>;
  /** All its words, in lower case and without signs. */
  readonly text: string;
}

/** How much two texts have in common, from 0 to 1. */
export type Likeness = (one: Bag, other: Bag) => number;

interface Part {
  readonly text: string;
}

const bags = new WeakMap<Part, Bag>();

/** What sentences begin with is mostly one of a few verbs. */
const weightOfFirst = 0.4;

/** That of an outcome or a criterion, made once. */
export function bagOfPart(part: Part): Bag {
  const known = bags.get(part) ?? bagOf(part.text);
  bags.set(part, known);
  return known;
}

export function bagOf(text: string): Bag {
  const weights = new Map<string, number>();
  const words = lettersOf(text);
  for (const [at, word] of words.entries()) {
    if (common.has(word)) continue;
    const stem = stemOf(word);
    weights.set(stem, (weights.get(stem) ?? 0) + (at === 0 ? weightOfFirst : 1));
  }
  return { weights, text: words.join(" ") };
}

/** Where all words count the same. */
export const plainLikeness: Likeness = likenessBy(() => 1);

/**
 * Where a word counts the less the more of these parts have it: sentences of one author are often made alike. The parts are
 * looked at when it is first asked.
 */
export function likenessAmong(partsOf: () => readonly Part[]): Likeness {
  let known: Likeness | null = null;
  return (one, other) => {
    known ??= learn(partsOf());
    return known(one, other);
  };
}

/** So many tell how often words are used. */
const mostLearnt = 2000;

function learn(all: readonly Part[]): Likeness {
  const step = Math.ceil(all.length / mostLearnt);
  const parts = all.filter((_, at) => at % step === 0);
  const having = new Map<string, number>();
  for (const part of parts)
    for (const word of bagOfPart(part).weights.keys()) having.set(word, (having.get(word) ?? 0) + 1);
  // Both sides say most things, so that a word of one criterion is met twice.
  const most = Math.log(1 + parts.length / 2);
  return likenessBy((word) => Math.log(1 + parts.length / Math.max(2, having.get(word) ?? 1)) / most);
}

/** Mostly how much of both, and a little how much of the shorter one: a sentence that is only made longer is still the same. */
function likenessBy(weigh: (word: string) => number): Likeness {
  const totals = new WeakMap<Bag, number>();
  const totalOf = (bag: Bag) => {
    const known = totals.get(bag);
    if (known !== undefined) return known;
    let total = 0;
    for (const [word, weight] of bag.weights) total += weight * weigh(word);
    totals.set(bag, total);
    return total;
  };
  return (one, other) => {
    if (one.text === other.text) return 1;
    const [total, otherTotal] = [totalOf(one), totalOf(other)];
    if (total === 0 || otherTotal === 0) return 0;
    const [small, large] = one.weights.size <= other.weights.size ? [one, other] : [other, one];
    let shared = 0;
    for (const [word, weight] of small.weights) {
      const also = large.weights.get(word);
      if (also !== undefined) shared += Math.min(weight, also) * weigh(word);
    }
    return 0.65 * ((2 * shared) / (total + otherTotal)) + 0.35 * (shared / Math.min(total, otherTotal));
  };
}

/** Without the endings of English that say nothing of the subject. */
function stemOf(word: string): string {
  return word.length < 5 ? word : word.replace(/(?:ing|ed|es|s|ly)$/u, "").replace(/(.)\1$/u, "$1");
}
