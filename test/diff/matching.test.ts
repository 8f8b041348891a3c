import { describe, expect, test } from "vitest";
import { compare } from "../../src/diff/compare.ts";
import { matchAll } from "../../src/diff/match-all.ts";
import type { Placed } from "../../src/diff/match-parts.ts";
import { build, randomScript, type Script } from "./edit-scripts.ts";
import { unitSide } from "./sides.ts";

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
  const { criteria, units } = matchAll(before.units, after.units);
  const base = (id: string) => id.replace(/(?:-x)+$/u, "");
  const then = ({ criterion }: Placed) => before.tagOf.get(criterion) ?? -1;
  const now = ({ criterion }: Placed) => after.tagOf.get(criterion) ?? -2;
  const still = new Set(after.tagOf.values());
  const old = new Set(before.tagOf.values());
  return [
    ...criteria.pairs
      .filter((pair) => then(pair.before) !== now(pair.after))
      .map((pair) => `taken for the same: ${pair.before.criterion.text} | ${pair.after.criterion.text}`),
    ...units.pairs
      .filter((pair) => base(pair.before.id) !== base(pair.after.id))
      .map((pair) => `unit ${pair.after.id}`),
    ...units.gone.map(({ id }) => `unit not known again: ${id}`),
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

describe("of a criterion that stands where the other stood, without keys", () => {
  const unit = (criterion: string) =>
    unitSide({
      ...{ id: "u", title: "Working with flour" },
      learningOutcomes: [
        {
          outcome: "Know how flour is handled",
          assessmentCriteria: [
            "Name the parts of a grain of wheat",
            criterion,
            "State what a bakery does with old bread",
          ],
        },
      ],
    });
  const told = (before: string, after: string) =>
    compare(unit(before), unit(after)).changes.map(({ change, aspect }) => `${change} ${aspect}`);

  test.each([
    ["Explain how flour is stored safely", "Describe safe ways in which flour can be stored"],
    ["Identify hazards in the workshop", "List the hazards that may be met in a workshop"],
    ["Describe the role of the supervisor", "Explain what the supervisor's role is in an incident"],
    ["Outline the law on waste", "Summarise legislation that applies to waste, and what the law asks of employers"],
    ["Plan a visit for a group of customers", "Carry out the planning of a customer visit"],
    ["Evaluate own performance", "Evaluate one's own performance against the aims that were agreed"],
    ["Explain why records are kept", "Explain the reasons for keeping records"],
    ["Use hand tools", "Use hand tools and power tools in line with instructions"],
  ])("“%s” is known again in “%s”", (before, after) => {
    expect(told(before, after)).toEqual(["reworded text"]);
  });

  test.each([
    ["Explain how flour is stored safely", "Explain how an oven is cleaned"],
    ["Identify hazards in the workshop", "Identify customers who need help"],
    ["Describe the role of the supervisor", "Describe the life of a honey bee"],
    ["Plan a visit for a group of customers", "Sharpen a chisel on a stone"],
    ["Use hand tools", "Use a telephone to take orders"],
    ["Explain why records are kept", "Explain why bread goes stale"],
  ])("“%s” is gone where “%s” stands", (before, after) => {
    expect(told(before, after).sort()).toEqual(["added itself", "removed itself"]);
  });
});

test("by its key a criterion is known again, whatever it says", () => {
  for (const seed of seeds.slice(0, 20)) {
    const script = scriptOf(seed, 6);
    const others = scriptOf(seed + 500, 2).before.flatMap(({ outcomes }) => outcomes.flatMap((one) => one.criteria));
    const after = script.before.map((one) => ({
      ...one,
      outcomes: one.outcomes.map((outcome) => ({
        ...outcome,
        criteria: outcome.criteria.map((own, at) => ({ ...own, text: others[at]?.text ?? own.text })),
      })),
    }));
    expect(faultsOf({ ...script, after }, [true, true])).toEqual([]);
  }
});

function never(): never {
  throw new Error("both sides are built");
}
