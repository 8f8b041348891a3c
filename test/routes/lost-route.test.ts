import { describe, expect, test } from "vitest";
import { breachesOf } from "../../src/routes/breaches.ts";
import { usualLimits } from "../../src/routes/limits.ts";
import { lostByRule } from "../../src/routes/lost-by-rule.ts";
import { findLostRoutes } from "../../src/routes/lost-route.ts";
import type { RouteBounds, Structure } from "../../src/routes/structure.ts";
import { bruteForce } from "./brute-force.ts";
import { largeStructure } from "./large-structure.ts";
import { randomStructure } from "./random-structure.ts";

const nameOf = (route: Iterable<string>) => [...route].sort().join();
const routesOf = (structure: Structure) => new Set(bruteForce(structure).map(nameOf));

/** A structure, and another that is like it: some of its rules are those of a third. */
function pairOf(seed: number): readonly [Structure, Structure] {
  const [one, other] = [randomStructure(seed), randomStructure(seed + 50_000)];
  const after = [
    { ...one, constraints: [] },
    { ...one, barred: [] },
    { ...one, groups: one.groups.slice(0, 1) },
    other,
  ];
  return [one, after[seed % 4] ?? one];
}

test("routes that are lost are found, counted, and have an example, as by trying all sets", () => {
  let lossy = 0;
  for (let seed = 1; seed <= 200; seed += 1) {
    const pair = pairOf(seed);
    for (const [before, after] of [pair, [pair[1], pair[0]] as const]) {
      const [then, now] = [routesOf(before), routesOf(after)];
      const lost = [...then].filter((route) => !now.has(route));
      const found = findLostRoutes(before, after);
      if (lost.length > 0) lossy += 1;
      expect({ seed, count: found.count, isProved: found.isProved }).toEqual({
        seed,
        count: BigInt(lost.length),
        isProved: true,
      });
      if (found.example === null) expect(lost).toEqual([]);
      else expect(lost).toContain(nameOf(found.example));
    }
  }
  expect(lossy).toBeGreaterThan(50);
});

test("where there is too much to walk through, an example is told only where it is true", () => {
  // Where one unit may stand for another, rules cannot be asked one by one.
  const large = largeStructure(0, { floors: 1 });
  const before = { ...large, equivalent: [large.units.slice(0, 2).map(({ id }) => id)] };
  const after = { ...before, groups: before.groups.map((group) => ({ ...group, credit: { min: 1000 } })) };
  const limits = { ...usualLimits, quickEdges: 10, steps: 10 };
  const { example, count, isProved } = findLostRoutes(before, after, limits);
  expect(example).not.toBeNull();
  expect({ count, isProved }).toEqual({ count: null, isProved: false });
  expect(findLostRoutes(before, before, limits)).toEqual({ example: null, count: null, isProved: false });
});

describe("where there is too much to walk through, rules are asked one by one", () => {
  const limits = { ...usualLimits, quickEdges: 0, steps: 0 };

  test("and say what trying all sets says", () => {
    const said = { lost: 0, kept: 0 };
    for (let seed = 1; seed <= 150; seed += 1) {
      const [one, other] = pairOf(seed);
      const plain = (structure: Structure) => ({ ...structure, pathways: [], equivalent: [] });
      for (const [before, after] of [[plain(one), plain(other)] as const, [plain(other), plain(one)] as const]) {
        const now = routesOf(after);
        const lost = [...routesOf(before)].filter((route) => !now.has(route));
        const breaches = breachesOf(before, after);
        const found = lostByRule(before, breaches, after, usualLimits);
        if (found === null || !found.isProved) continue;
        said[found.example === null ? "kept" : "lost"] += 1;
        if (found.example === null) expect(lost, `seed ${seed}`).toEqual([]);
        else expect(lost, `seed ${seed}`).toContain(nameOf(found.example));
      }
    }
    expect(said.lost).toBeGreaterThan(20);
    expect(said.kept).toBeGreaterThan(20);
  });

  const unit = (id: string, credit: number) => ({ id, credit, guidedLearningHours: 0, totalUnitTime: 0, level: 1 });
  const group = (id: string, members: readonly string[], units: RouteBounds | null = null) => ({
    ...{ id, members, units },
    ...{ all: false, credit: null },
  });
  const small: Structure = {
    units: [unit("u", 3), unit("v", 3)],
    groups: [group("A", ["u", "v"], { max: 1 })],
    ...{ constraints: [], barred: [], equivalent: [], prerequisites: {}, corequisites: [], pathways: [] },
  };
  const inTwo = { ...small, groups: [...small.groups, group("B", ["u"])] };
  const asked = { ...small, groups: [{ ...group("A", ["u", "v"]), credit: { min: 6 } }] };

  test.each<[about: string, before: Structure, after: Structure, said: readonly string[] | "nothing" | null]>([
    ["a unit that had a second place", inTwo, small, ["u", "v"]],
    ["units that go together", small, { ...small, corequisites: [["u", "v"]] }, ["u"]],
    ["units that went together", { ...small, corequisites: [["u", "v"]] }, small, "nothing"],
    ["a unit that is worth less", asked, { ...asked, units: [unit("u", 3), unit("v", 2)] }, null],
    ["a unit with a second place now", small, inTwo, null],
  ])("of %s", (_, before, after, said) => {
    const found = lostByRule(before, breachesOf(before, after), after, usualLimits);
    expect(found === null ? null : (found.example ?? "nothing")).toEqual(said);
    expect(found?.isProved ?? true).toBe(true);
  });

  test("and of 150 units in eight groups it is proved what a rule more or less does", () => {
    const before = largeStructure(0, { floors: 1 });
    const after = { ...before, barred: before.barred.slice(1) };
    expect(findLostRoutes(before, after, limits)).toEqual({ example: null, count: 0n, isProved: true });
    const won = findLostRoutes(after, before, limits);
    expect(won).toMatchObject({ count: null, isProved: true });
    expect(won.example).toEqual(expect.arrayContaining([...(before.barred[0] ?? ["none"])]));
  });
});
