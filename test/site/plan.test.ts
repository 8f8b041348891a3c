import { expect, test } from "vitest";
import { judgeChoice } from "../../src/routes/choice.ts";
import { TooManyEdges } from "../../src/routes/graph.ts";
import { pageLimits } from "../../src/routes/limits.ts";
import { unit } from "../build/specs.ts";
import { largeStructure } from "../routes/large-structure.ts";
import { islandOf, siteOf } from "./site-of.ts";

const units = { "a.yaml": unit("a"), "b.yaml": unit("b"), "c.yaml": unit("c") };
const withRules = (rules: string) =>
  `kind: qualification\nid: q\ntitle: Q\nregulators: none\nrulesOfCombination:\n${rules}`;
const mandatory = "    - { id: M, title: Mandatory, require: all, units: [a, b] }\n";
const optional = "    - { id: O, title: Optional, require: { units: { min: 1 } }, units: [c, b] }\n";

test.each([
  ["units that all ways need", `  groups:\n${mandatory}${optional}`, ["a", "b"]],
  ["none that another can stand for", `  groups:\n${mandatory}${optional}  equivalent: [[a, c]]\n`, ["b"]],
  [
    "none of a group that a pathway leaves closed",
    `  groups:\n${mandatory}${optional}  pathways: [{ id: p, groups: [M, O] }, { id: o, groups: [O] }]\n`,
    [],
  ],
])("the planner ticks %s", async (_, rules, fixed) => {
  const site = await siteOf({ ...units, "q.yaml": withRules(rules) });
  const page = site["plans/q.html"] ?? "";
  expect(islandOf(page, "plan")).toMatchObject({ fixed });
  const ticked = [...page.matchAll(/data-unit="(\w+)" autocomplete="off" checked disabled/gu)].map(([, id]) => id);
  expect(ticked).toEqual(fixed);
  expect(page.match(/type="checkbox"/gu)).toHaveLength(3);
  expect(page).toContain("“Unit b” stands in another group above");
  expect(site["qualifications/q.html"]).toContain('href="../plans/q.html"');
});

test("where there is nothing to choose, or a unit is missing, there is no planner", async () => {
  const site = await siteOf({ ...units, "q.yaml": withRules(`  groups:\n${mandatory}`) });
  expect(Object.keys(site)).not.toContain("plans/q.html");
  expect(site["qualifications/q.html"]).not.toContain("plans/");
  const broken = await siteOf({ "a.yaml": unit("a"), "q.yaml": withRules(`  groups:\n${mandatory}${optional}`) });
  expect(Object.keys(broken)).not.toContain("plans/q.html");
});

test("with little patience nothing is said rather than anything wrong", () => {
  for (const seed of [1, 3]) {
    const structure = largeStructure(seed);
    const chosen = structure.units.slice(0, 3).map(({ id }) => id);
    try {
      const { missing, conflict } = judgeChoice(structure, chosen, pageLimits);
      expect(missing === null ? conflict?.rules : missing).not.toEqual([]);
    } catch (error) {
      expect(error).toBeInstanceOf(TooManyEdges);
    }
  }
});
