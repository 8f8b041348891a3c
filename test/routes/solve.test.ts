import { describe, expect, test } from "vitest";
import { type Limits, usualLimits } from "../../src/routes/pathway-routes.ts";
import { rulesOf } from "../../src/routes/rules.ts";
import { solve } from "../../src/routes/solve.ts";
import { type Figure, figures, type Structure } from "../../src/routes/structure.ts";
import { bruteForce } from "./brute-force.ts";
import { randomStructure } from "./random-structure.ts";

describe("the solver and brute force agree on random structures", () => {
  const block = 250;
  test.each(Array.from({ length: 16 }, (_, index) => index * block))("from seed %i", (from) => {
    for (let seed = from; seed < from + block; seed += 1) {
      const structure = randomStructure(seed);
      expect({ seed, ...summary(structure) }).toEqual({ seed, ...expected(structure) });
    }
  });
});

describe("a search through several graphs finds all but the count", () => {
  const block = 250;
  test.each(Array.from({ length: 6 }, (_, index) => 10_000 + index * block))("from seed %i", (from) => {
    for (let seed = from; seed < from + block; seed += 1) {
      const structure = randomStructure(seed);
      // Every demand in a graph of its own, or a few in one.
      const limits = { edges: 0, steps: 0, packEdges: seed % 2 === 0 ? 1 : 60, searchSteps: 1_000_000 };
      const { routes, isFeasible } = expected(structure);
      const found = { seed, ...summary(structure, limits) };
      expect(found).toEqual({ seed, ...expected(structure), routes: isFeasible ? null : routes });
    }
  });
});

function summary(structure: Structure, limits: Limits = usualLimits) {
  const { isFeasible, routes, lowest, highest, neverSelectable, alwaysNeeded } = solve(
    structure,
    rulesOf(structure),
    limits,
  );
  return { isFeasible, routes, lowest, highest, neverSelectable, alwaysNeeded };
}

function expected(structure: Structure): ReturnType<typeof summary> {
  const sets = bruteForce(structure);
  const ids = structure.units.map(({ id }) => id);
  const listed = ids.filter((id) => structure.groups.some(({ members }) => members.includes(id)));
  const extreme = (figure: Figure, sign: 1 | -1) => {
    const isStated = structure.units.every((unit) => !listed.includes(unit.id) || unit[figure] !== null);
    if (sets.length === 0 || !isStated) return null;
    const sum = (set: ReadonlySet<string>) =>
      structure.units.reduce((total, unit) => total + (set.has(unit.id) ? (unit[figure] ?? 0) : 0), 0);
    const value = sign * Math.min(...sets.map((set) => sign * sum(set)));
    const first = sets.filter((set) => sum(set) === value).sort((a, b) => firstInFile(ids, a, b))[0];
    return { value: value === 0 ? 0 : value, units: ids.filter((id) => first?.has(id)) };
  };
  const each = (sign: 1 | -1) => Object.fromEntries(figures.map((figure) => [figure, extreme(figure, sign)]));
  return {
    isFeasible: sets.length > 0,
    routes: BigInt(sets.length),
    lowest: each(1) as ReturnType<typeof summary>["lowest"],
    highest: each(-1) as ReturnType<typeof summary>["lowest"],
    neverSelectable: listed.filter((id) => !sets.some((set) => set.has(id))),
    alwaysNeeded: sets.length === 0 ? [] : ids.filter((id) => sets.every((set) => set.has(id))),
  };
}

/** At the first unit in which two sets differ, the one that holds it comes first. */
function firstInFile(ids: readonly string[], a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const differs = ids.find((id) => a.has(id) !== b.has(id));
  if (differs === undefined) return 0;
  return a.has(differs) ? -1 : 1;
}
