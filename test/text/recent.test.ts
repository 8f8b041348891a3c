import { expect, test } from "vitest";
import { Recent } from "../../src/text/recent.ts";

test("what was asked for last is made once, and what is older once more", () => {
  const things = Array.from({ length: 5 }, (_, at) => ({ at }));
  const made: number[] = [];
  const recent = new Recent<{ at: number }, { twice: number }>(2);
  const ask = (at: number) => {
    const thing = things[at];
    if (thing === undefined) throw new Error(`No thing ${at}`);
    return recent.get(thing, (one) => {
      made.push(one.at);
      return { twice: one.at * 2 };
    });
  };
  const first = ask(0);
  expect([ask(0) === first, ask(1).twice, ask(0) === first, ask(2).twice]).toEqual([true, 2, true, 4]);
  expect(made).toEqual([0, 1, 2]);
  for (const at of [3, 4, 4, 3]) ask(at);
  expect(ask(0)).toEqual(first);
  expect(made).toEqual([0, 1, 2, 3, 4, 0]);
});
