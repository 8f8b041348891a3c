import { expect, test } from "vitest";
import { usualLimits } from "../../src/routes/limits.ts";
import { findLostRoutes } from "../../src/routes/lost-route.ts";
import type { Structure } from "../../src/routes/structure.ts";
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
  const before = largeStructure(0, { floors: 1 });
  const after = { ...before, groups: before.groups.map((group) => ({ ...group, credit: { min: 1000 } })) };
  const limits = { ...usualLimits, quickEdges: 10, steps: 10 };
  const { example, count, isProved } = findLostRoutes(before, after, limits);
  expect(example).not.toBeNull();
  expect({ count, isProved }).toEqual({ count: null, isProved: false });
  expect(findLostRoutes(before, before, limits)).toEqual({ example: null, count: null, isProved: false });
});
