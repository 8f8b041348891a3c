import type { RouteRule } from "./rules.ts";

/** Rules that cannot be met together, though they can without any one of them; none where all can be met. */
export interface Contradiction {
  readonly rules: readonly RouteRule[];
  /** Whether it is proved that no set of fewer rules contradicts itself. */
  readonly isSmallest: boolean;
}

/**
 * The smallest set of rules that contradict each other, given a question that says whether some of them can be met
 * together, and one that says which more are kept by a set that keeps some; the first in file order of several. Empty where all can be met.
 *
 * Every set of rules that can be met leaves out a rule of each contradiction. So the rules to be left out are gathered
 * from what can be met, a smallest choice that hits all of them is guessed, and the guess is right when it cannot be met.
 * Where that takes too long, which only contradictions of very many rules do, it is a set of which no rule can be spared.
 */
export function findContradiction(
  rules: readonly RouteRule[],
  canBeMet: (some: readonly RouteRule[]) => boolean,
  keptWith: (some: readonly RouteRule[]) => ReadonlySet<RouteRule> | null = () => null,
  most: Effort = usualEffort,
): Contradiction {
  if (canBeMet(rules)) return { rules: [], isSmallest: true };
  const leftOut: (readonly number[])[] = [];
  let asked = 0;
  const effort = { left: most.choices };
  // Each contradiction is a choice that hits all lists, and so no smaller than the smallest that does.
  let atLeast = 0;
  for (;;) {
    const isTried = leftOut.length >= most.guesses || asked >= most.questions;
    const guess = isTried ? null : smallestHit(leftOut, rules.length, effort);
    if (guess === null) {
      const kept = withoutSpare(rules, canBeMet);
      return { rules: kept, isSmallest: kept.length <= atLeast };
    }
    atLeast = guess.size;
    const chosen = (indexes: ReadonlySet<number>) => rules.filter((_, index) => indexes.has(index));
    if (!canBeMet(chosen(guess))) return { rules: chosen(guess), isSmallest: true };
    const grown = new Set(guess);
    const grow = () => {
      const kept = keptWith(chosen(grown));
      for (const [index, rule] of rules.entries()) if (kept?.has(rule) === true) grown.add(index);
    };
    grow();
    for (const [index] of rules.entries()) {
      if (grown.has(index)) continue;
      grown.add(index);
      asked += 1;
      if (canBeMet(chosen(grown))) grow();
      else grown.delete(index);
    }
    leftOut.push(rules.flatMap((_, index) => (grown.has(index) ? [] : [index])));
  }
}

/** Beyond these, a set is looked for of which no rule can be spared. */
export interface Effort {
  readonly guesses: number;
  readonly questions: number;
  /** Steps on the way to smallest choices. */
  readonly choices: number;
}

const usualEffort: Effort = { guesses: 30, questions: 150, choices: 100_000 };

/** The rules without those that can be spared, tried from the end of the file: many at once, then fewer, then one by one. */
function withoutSpare(
  rules: readonly RouteRule[],
  canBeMet: (some: readonly RouteRule[]) => boolean,
): readonly RouteRule[] {
  let kept = rules;
  for (let size = 2 ** Math.floor(Math.log2(Math.max(1, rules.length / 2))); size >= 1; size /= 2) {
    for (let end = kept.length; end > 0; end -= size) {
      const others = [...kept.slice(0, Math.max(0, end - size)), ...kept.slice(end)];
      if (!canBeMet(others)) kept = others;
    }
  }
  return kept;
}

/** A smallest set of numbers below `count` that holds one of each list; null where that takes too much effort. */
function smallestHit(
  lists: readonly (readonly number[])[],
  count: number,
  effort: { left: number },
): ReadonlySet<number> | null {
  for (let size = 0; size <= count; size += 1) {
    const found = hit(lists, size, new Set(), effort);
    if (found !== null) return found;
    if (effort.left < 0) return null;
  }
  throw new Error("a list without numbers");
}

function hit(
  lists: readonly (readonly number[])[],
  size: number,
  chosen: ReadonlySet<number>,
  effort: { left: number },
): ReadonlySet<number> | null {
  effort.left -= 1;
  if (effort.left < 0) return null;
  const open = lists.filter((list) => !list.some((index) => chosen.has(index)));
  const [shortest] = open.sort((a, b) => a.length - b.length);
  if (shortest === undefined) return chosen;
  if (size === 0) return null;
  for (const index of shortest) {
    const found = hit(lists, size - 1, new Set([...chosen, index]), effort);
    if (found !== null) return found;
  }
  return null;
}
