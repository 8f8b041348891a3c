import { describe, expect, test } from "vitest";
import { compare } from "../../src/diff/compare.ts";
import { matchAll } from "../../src/diff/match-all.ts";
import type { Placed } from "../../src/diff/match-parts.ts";
import { build, randomScript, type Script } from "./edit-scripts.ts";

const seeds = Array.from({ length: 70 }, (_, seed) => seed + 1);

const scripts = new Map<number, Script>();

/** Made once for all tests. */
function scriptOf(seed: number, most: number): Script {
  const known = scripts.get(seed * 100 + most) ?? randomScript(seed * 100 + most, most);
  scripts.set(seed * 100 + most, known);
  return known;
}

/** What the matching gets wrong, in words. */
function faultsOf(script: Script, hasKeys: readonly [boolean, boolean]): readonly string[] {
  const [before, after] = [build(script.before, hasKeys[0]), build(script.after, hasKeys[1])];
  const { criteria } = matchAll(before.units, after.units);
  const then = ({ criterion }: Placed) => before.tagOf.get(criterion) ?? -1;
  const now = ({ criterion }: Placed) => after.tagOf.get(criterion) ?? -2;
  const still = new Set(after.tagOf.values());
  const old = new Set(before.tagOf.values());
  return [
    ...criteria.pairs
      .filter((pair) => then(pair.before) !== now(pair.after))
      .map((pair) => `taken for the same: ${pair.before.criterion.text} | ${pair.after.criterion.text}`),
    ...criteria.gone.filter((one) => still.has(then(one))).map((one) => `not known again: ${one.criterion.text}`),
    ...criteria.added.filter((one) => old.has(now(one))).map((one) => `taken for new: ${one.criterion.text}`),
  ];
}

describe.each<[about: string, hasKeys: readonly [boolean, boolean]]>([
  ["with keys", [true, true]],
  ["without keys", [false, false]],
  ["with keys on the new side only", [false, true]],
])("%s, every criterion is known again, and nothing else is taken for it", (_, hasKeys) => {
  test.each([2, 6, 20])("after up to %i edits", (most) => {
    const faults = seeds.flatMap((seed) => {
      const script = scriptOf(seed, most);
      return faultsOf(script, hasKeys).map((fault) => `${seed}: ${fault}`);
    });
    expect(faults).toEqual([]);
  });
});

test("no criterion that was reworded is told as removed and added, and each rewording is told", () => {
  for (const seed of seeds) {
    const script = scriptOf(seed, 20);
    const [before, after] = [build(script.before, false), build(script.after, false)];
    const sides = [before, after].map(({ units }) => ({ qualifications: [], units, frameworks: [] }));
    const { changes } = compare(sides[0] ?? never(), sides[1] ?? never());
    const told = changes
      .filter(({ of, aspect }) => of === "criterion" && aspect === "text")
      .map(({ after: text }) => text);
    const texts = (units: Script["before"]) =>
      new Map(
        units.flatMap(({ outcomes }) => outcomes.flatMap((one) => one.criteria)).map(({ tag, text }) => [tag, text]),
      );
    const [old, now] = [texts(script.before), texts(script.after)];
    const expected = [...script.reworded].flatMap((tag) =>
      old.has(tag) && old.get(tag) !== now.get(tag) ? (now.get(tag) ?? []) : [],
    );
    expect(new Set(told), `seed ${seed}\n${script.edits.join("\n")}`).toEqual(new Set(expected));
    const removed = changes.filter(({ of, change }) => of === "criterion" && change === "removed");
    expect(
      removed
        .map(({ before: text }) => text)
        .filter((text) => [...script.reworded].some((tag) => old.get(tag) === text)),
    ).toEqual([]);
  }
});

function never(): never {
  throw new Error("both sides are built");
}
