import { expect, test } from "vitest";
import { type Cover, coverUnits } from "../../src/routes/cover-units.ts";
import { usualLimits } from "../../src/routes/limits.ts";
import { bruteForce } from "./brute-force.ts";
import { largeStructure } from "./large-structure.ts";
import { randomFrom, randomStructure } from "./random-structure.ts";

/** By the definition alone, over every route that there is. */
function coverOf(routes: readonly ReadonlySet<string>[], set: readonly string[]): Cover {
  const met = routes.filter((route) => set.some((unit) => route.has(unit))).length;
  return met === 0 ? "none" : met === routes.length ? "every" : "some";
}

test.each([
  ["as they are asked", usualLimits],
  ["where no small graph answers", { ...usualLimits, quickEdges: 0 }],
])("a set of units is met by every route, by some or by none, as by trying all of them, %s", (_, limits) => {
  const told: Record<string, number> = { every: 0, some: 0, none: 0, several: 0, nothing: 0 };
  for (let seed = 1; seed <= 70; seed += 1) {
    const structure = randomStructure(seed);
    const random = randomFrom(seed + 1_000_000);
    const ids = structure.units.map(({ id }) => id);
    const sets = [...Array.from({ length: 6 }, (_one, at) => ids.filter(() => random(6) <= at)), [], ["elsewhere"]];
    const routes = bruteForce(structure);
    const found = coverUnits(structure, sets, limits);
    if (routes.length === 0) {
      expect({ seed, found }).toEqual({ seed, found: null });
      told["nothing"] = (told["nothing"] ?? 0) + 1;
      continue;
    }
    expect({ seed, found }).toEqual({ seed, found: sets.map((set) => coverOf(routes, set)) });
    for (const [at, cover] of found?.entries() ?? []) {
      told[cover] = (told[cover] ?? 0) + 1;
      const set = sets[at] ?? [];
      // No unit of it stands in every route, and yet no route is without one.
      const isJoint = set.every((unit) => routes.some((route) => !route.has(unit)));
      if (cover === "every" && isJoint) told["several"] = (told["several"] ?? 0) + 1;
    }
  }
  for (const [what, count] of Object.entries(told)) expect(count, what).toBeGreaterThan(5);
});

test("what takes too long to find out is said to be unknown", () => {
  const limits = { ...usualLimits, quickEdges: 10, edges: 10, linearWork: 10, searchSteps: 1, packEdges: 10 };
  expect(coverUnits(largeStructure(0, { floors: 1 }), [["u0"], []], limits)).toEqual(["unknown", "unknown"]);
});
