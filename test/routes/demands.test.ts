import { describe, expect, test } from "vitest";
import { judgeChoice, routeWithin } from "../../src/routes/choice.ts";
import { findContradiction } from "../../src/routes/contradiction.ts";
import { findIdleBounds } from "../../src/routes/idle-bounds.ts";
import { prove } from "../../src/routes/prove.ts";
import { type RouteRule, rulesOf } from "../../src/routes/rules.ts";
import { isFeasible, solve } from "../../src/routes/solve.ts";
import type { RouteBounds, Structure } from "../../src/routes/structure.ts";
import { bruteForce } from "./brute-force.ts";
import { randomFrom, randomStructure } from "./random-structure.ts";

const seeds = (count: number) => Array.from({ length: count }, (_, seed) => seed);

describe("idle bounds", () => {
  test("are those without which the same sets are valid", () => {
    for (const seed of seeds(350)) {
      const structure = randomStructure(seed);
      const valid = bruteForce(structure).length;
      const bounds = rulesOf(structure).filter((rule) => rule.kind === "bound");
      const expected =
        valid === 0 ? [] : bounds.filter((bound) => bruteForce(without(structure, bound)).length === valid);
      const found = findIdleBounds(structure, solve(structure));
      expect({ seed, ...found }).toEqual({ seed, idle: expected, undecided: [] });
    }
  });

  test("are named apart where it takes too long to find out", () => {
    const none = {
      quickEdges: 0,
      edges: 0,
      cells: 0,
      smallEdges: 0,
      sharedEdges: 0,
      steps: 0,
      packEdges: 0,
      linearWork: 0,
      searchSteps: 0,
    };
    let undecided = 0;
    for (const seed of seeds(400)) {
      const structure = randomStructure(seed);
      const answer = solve(structure);
      const { idle } = findIdleBounds(structure, answer);
      const quick = findIdleBounds(structure, answer, undefined, none);
      undecided += quick.undecided.length;
      const open = new Set(quick.undecided.map(({ at }) => at));
      expect({ seed, idle: quick.idle }).toEqual({ seed, idle: idle.filter(({ at }) => !open.has(at)) });
    }
    expect(undecided).toBeGreaterThan(100);
  });
});

describe("contradictions", () => {
  test("cannot be met, can be met without any one of their rules, and no smaller set contradicts itself", () => {
    let met = 0;
    for (const seed of seeds(750)) {
      const structure = randomStructure(seed);
      const rules = rulesOf(structure);
      const canBeMet = (some: readonly RouteRule[]) => isFeasible(structure, some);
      const { rules: found, isSmallest } = findContradiction(rules, canBeMet);
      expect({ seed, isSmallest }).toEqual({ seed, isSmallest: true });
      if (canBeMet(rules)) {
        expect({ seed, found }).toEqual({ seed, found: [] });
        continue;
      }
      met += 1;
      expect({ seed, canBeMet: canBeMet(found) }).toEqual({ seed, canBeMet: false });
      for (const one of found) expect(canBeMet(found.filter((rule) => rule !== one))).toBe(true);
      if (found.length === 2) for (const rule of rules) expect(canBeMet([rule])).toBe(true);
      if (found.length === 3) {
        for (const [index, rule] of rules.entries()) {
          for (const other of rules.slice(index)) expect(canBeMet([rule, other])).toBe(true);
        }
      }
    }
    expect(met).toBeGreaterThan(100);
  });

  test("are called the smallest only where that is proved", () => {
    const counts = { proved: 0, open: 0, larger: 0 };
    for (const seed of seeds(600)) {
      const structure = randomStructure(seed);
      const rules = rulesOf(structure);
      const canBeMet = (some: readonly RouteRule[]) => isFeasible(structure, some);
      if (canBeMet(rules)) continue;
      const smallest = findContradiction(rules, canBeMet).rules.length;
      const quick = findContradiction(rules, canBeMet, undefined, {
        guesses: 1 + (seed % 2),
        questions: 5,
        choices: 50,
      });
      for (const one of quick.rules) expect(canBeMet(quick.rules.filter((rule) => rule !== one))).toBe(true);
      counts[quick.isSmallest ? "proved" : "open"] += 1;
      if (quick.rules.length > smallest) counts.larger += 1;
      if (quick.isSmallest) expect({ seed, length: quick.rules.length }).toEqual({ seed, length: smallest });
    }
    expect(counts.proved).toBeGreaterThan(20);
    expect(counts.open).toBeGreaterThan(20);
    expect(counts.larger).toBeGreaterThan(0);
  });
});

describe("each pathway by itself", () => {
  test("is proved as a structure that has no other", () => {
    let contradictory = 0;
    for (const seed of seeds(450)) {
      const structure = randomStructure(seed);
      for (const [index, pathway] of prove(structure, null).pathways.entries()) {
        const alone = { ...structure, pathways: structure.pathways.slice(index, index + 1) };
        const sets = bruteForce(alone);
        const { isFeasible: can, routes, idleBounds } = pathway;
        const contradiction = pathway.contradiction.rules;
        expect({ seed, can, routes }).toEqual({ seed, can: sets.length > 0, routes: BigInt(sets.length) });
        for (const rule of idleBounds.idle) {
          expect(bruteForce(without(alone, rule))).toHaveLength(sets.length);
        }
        // Where a pathway offers no unit, no rule is to blame.
        const offersUnits = isFeasible(alone, []);
        expect({ seed, found: contradiction.length > 0 }).toEqual({ seed, found: !can && offersUnits });
        if (can || !offersUnits) continue;
        contradictory += 1;
        expect({ seed, met: isFeasible(alone, contradiction) }).toEqual({ seed, met: false });
        for (const one of contradiction) {
          expect(
            isFeasible(
              alone,
              contradiction.filter((rule) => rule !== one),
            ),
          ).toBe(true);
        }
      }
    }
    expect(contradictory).toBeGreaterThan(30);
  });
});

describe("a choice of units", () => {
  test("is judged and completed as brute force does", () => {
    for (const seed of seeds(350)) {
      const structure = randomStructure(seed);
      const random = randomFrom(seed + 1);
      const ids = structure.units.map(({ id }) => id);
      const chosen = ids.filter(() => random(3) === 0);
      const sets = bruteForce(structure);
      const isSame = (set: ReadonlySet<string>) => set.size === chosen.length && chosen.every((id) => set.has(id));
      const around = sets.filter((set) => chosen.every((id) => set.has(id)));
      const time = (units: Iterable<string>) =>
        [...units].reduce((sum, id) => sum + (structure.units.find((unit) => unit.id === id)?.totalUnitTime ?? 0), 0);
      const { isValid, missing, completion, conflict } = judgeChoice(structure, chosen);
      expect({ seed, isValid }).toEqual({ seed, isValid: sets.some(isSame) });
      if (isValid) continue;
      expect({ seed, can: completion !== null }).toEqual({ seed, can: around.length > 0 });
      if (completion === null) {
        expect(conflict).not.toBeNull();
        continue;
      }
      expect({ seed, time: time(completion) }).toEqual({ seed, time: Math.min(...around.map(time)) });
      expect(around.some((set) => set.size === completion.length && completion.every((id) => set.has(id)))).toBe(true);
      expect([...chosen, ...(missing ?? [])].sort()).toEqual([...completion].sort());
    }
  });
});

describe("a valid set within what is achieved", () => {
  test("is found wherever brute force finds one", () => {
    let found = 0;
    for (const seed of seeds(150)) {
      const structure = randomStructure(seed);
      const random = randomFrom(seed + 2);
      const achieved = structure.units.map(({ id }) => id).filter(() => random(4) !== 0);
      const within = bruteForce(structure).filter((set) => [...set].every((id) => achieved.includes(id)));
      const route = routeWithin(structure, achieved);
      expect({ seed, has: route !== null }).toEqual({ seed, has: within.length > 0 });
      if (route === null) continue;
      found += 1;
      expect(within.some((set) => set.size === route.length && route.every((id) => set.has(id)))).toBe(true);
    }
    expect(found).toBeGreaterThan(30);
  });
});

/** The structure with one side of one bound taken away. */
function without(structure: Structure, { of, index, measure, side }: Extract<RouteRule, { kind: "bound" }>): Structure {
  const open = (bounds: RouteBounds | null): RouteBounds | null => {
    if (bounds === null) return null;
    const { [side]: _, ...rest } = bounds;
    return rest;
  };
  const change = <T extends { credit: RouteBounds | null; units: RouteBounds | null }>(one: T, at: number): T =>
    at === index ? { ...one, [measure]: open(one[measure]) } : one;
  return of === "group"
    ? { ...structure, groups: structure.groups.map(change) }
    : { ...structure, constraints: structure.constraints.map(change) };
}
