import { expect, test } from "vitest";
import { solve } from "../../src/routes/solve.ts";
import { bruteForce } from "./brute-force.ts";
import { patterns } from "./patterns.ts";

test.each(patterns)("$name", ({ structure, routes, credit, hours, never = [], always = [] }) => {
  const { lowest, highest, ...answer } = solve(structure);
  const mandatory = structure.groups.flatMap(({ all, members }) => (all ? members : []));
  const optional = always.filter((id) => !mandatory.includes(id));
  expect(answer).toMatchObject({ routes, neverSelectable: never, alwaysNeeded: optional });
  expect([lowest.credit?.value, highest.credit?.value]).toEqual(credit);
  if (hours !== undefined) {
    expect([lowest.guidedLearningHours?.value, highest.guidedLearningHours?.value]).toEqual(hours);
  }
  if (structure.units.length < 13) expect(bruteForce(structure)).toHaveLength(Number(routes));
});
