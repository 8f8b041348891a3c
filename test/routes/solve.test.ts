import { describe, expect, test } from "vitest";
import { type Limits, usualLimits } from "../../src/routes/limits.ts";
import { rulesOf } from "../../src/routes/rules.ts";
import { solve } from "../../src/routes/solve.ts";
import { type Figure, figures, type Structure } from "../../src/routes/structure.ts";
import { bruteForce } from "./brute-force.ts";
import { largeStructure } from "./large-structure.ts";
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

describe("a search through several graphs finds all, and tables most of the counts", () => {
  const block = 250;
  test.each(Array.from({ length: 6 }, (_, index) => 10_000 + index * block))("from seed %i", (from) => {
    let counted = 0;
    for (let seed = from; seed < from + block; seed += 1) {
      const structure = randomStructure(seed);
      // Every demand in a graph of its own, or a few in one.
      const limits: Limits = {
        quickEdges: 0,
        edges: 0,
        cells: 1_000_000,
        smallEdges: seed % 3 === 0 ? 1 : 40,
        sharedEdges: 100_000,
        steps: 0,
        packEdges: seed % 2 === 0 ? 1 : 60,
        searchSteps: 1_000_000,
        linearWork: seed % 5 < 3 ? 0 : 10_000_000,
      };
      const found = summary(structure, limits);
      const right = expected(structure);
      if (right.isFeasible && found.routes !== null) counted += 1;
      expect({ seed, ...found }).toEqual({ seed, ...right, routes: found.routes === null ? null : right.routes });
    }
    expect(counted).toBeGreaterThan(block / 8);
  });
});

describe("groups with floors of level over all of them", () => {
  const size = { units: 11, groups: 2, barred: 3, mostCredit: 6, credit: 6 };
  const inTables = { ...usualLimits, quickEdges: 0, edges: 0, smallEdges: 100 };
  test.each([
    ["one graph", usualLimits],
    ["a linear programme and tables", inTables],
    ["a search and tables", { ...inTables, linearWork: 0, packEdges: 200 }],
  ])("%s says what brute force does", (_, limits) => {
    let feasible = 0;
    for (let seed = 0; seed < 30; seed += 1) {
      const structure = largeStructure(seed, { ...size, floors: 1 + (seed % 3), listings: seed % 8 === 7 ? 2 : 1 });
      const right = expected(structure);
      if (right.isFeasible) feasible += 1;
      expect({ seed, ...summary(structure, limits) }).toEqual({ seed, ...right });
    }
    expect(feasible).toBeGreaterThan(10);
  });
});

describe("units that are each listed in two of three groups", () => {
  // What following every node gives, with no limit; that takes many times as long.
  test.each([
    [20, 0, 220_538n],
    [20, 1, 314_633n],
    [24, 0, 6_110_313n],
  ])("%i of them, from seed %i, are counted within the usual limits", (units, seed, routes) => {
    const size = { units, groups: 3, listings: 2, floors: 0, barred: Math.round(units / 8), credit: units };
    expect(solve(largeStructure(seed, size)).routes).toBe(routes);
  });

  test("thirty of them in four groups, with a floor over all, are counted too", () => {
    const size = { units: 30, groups: 4, listings: 2, floors: 1, barred: 5, credit: 30 };
    expect(solve(largeStructure(1, size)).routes).toBe(236_987_357n);
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
  const isOpen = (id: string) =>
    structure.pathways.length === 0 || structure.pathways.some(({ groups }) => groups.includes(id));
  const mandatory = new Set(structure.groups.flatMap(({ id, all, members }) => (all && isOpen(id) ? members : [])));
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
    alwaysNeeded: sets.length === 0 ? [] : ids.filter((id) => !mandatory.has(id) && sets.every((set) => set.has(id))),
  };
}

/** At the first unit in which two sets differ, the one that holds it comes first. */
function firstInFile(ids: readonly string[], a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const differs = ids.find((id) => a.has(id) !== b.has(id));
  if (differs === undefined) return 0;
  return a.has(differs) ? -1 : 1;
}
