import { describe, expect, test } from "vitest";
import { assign, type Candidate } from "../../src/diff/assign.ts";
import { compare } from "../../src/diff/compare.ts";
import { overviewOf } from "../../src/diff/overview.ts";
import { adviseVersion, nextVersion } from "../../src/diff/version.ts";
import { markWords } from "../../src/diff/word-marks.ts";
import { noColours } from "../../src/reporters/colours.ts";
import { prettyComparison } from "../../src/reporters/diff.ts";
import { wordsFor } from "../../src/words/words.ts";
import { chooser } from "../fuzz/random.ts";
import { baking, bread, sideOf, unitSide, withCriteria, withFirst } from "./sides.ts";

/** Every way to pair off, one after another. */
function bestByTrying(candidates: readonly Candidate[]): number {
  const [first, ...rest] = candidates;
  if (first === undefined) return 0;
  const free = rest.filter(({ before, after }) => before !== first.before && after !== first.after);
  return Math.max(bestByTrying(rest), first.score + bestByTrying(free));
}

test("pairs have the greatest sum that there is", () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const choose = chooser(seed);
    const candidates: Candidate[] = [];
    for (let before = 0; before < 4; before += 1)
      for (let after = 0; after < 4; after += 1)
        if (choose(10) < 6) candidates.push({ before, after, score: (1 + choose(100)) / 100 });
    const chosen = assign(candidates);
    expect(new Set(chosen.map(({ before }) => before)).size).toBe(chosen.length);
    expect(new Set(chosen.map(({ after }) => after)).size).toBe(chosen.length);
    expect(
      chosen.reduce((sum, { score }) => sum + score, 0),
      `seed ${seed}`,
    ).toBeCloseTo(bestByTrying(candidates), 9);
  }
});

describe("words are marked", () => {
  const written = (before: string, after: string) =>
    markWords(before, after)
      .map(({ kind, text }) => ({ same: text, gone: `[-${text}-]`, new: `{+${text}+}` })[kind])
      .join("");
  test.each([
    ["Explain how dough rises", "Describe how dough rises", "[-Explain-]{+Describe+} how dough rises"],
    ["Bake a loaf", "Bake a large loaf.", "Bake a {+large +}loaf{+.+}"],
    ["Knead by hand", "Knead in the mixer", "Knead [-by hand-]{+in the mixer+}"],
    ["Same", "Same", "Same"],
  ])("%s", (before, after, expected) => {
    expect(written(before, after)).toBe(expected);
  });

  test("and both wordings can be read from the marks", () => {
    const pairs = [
      ["a b c d", "b c x d e"],
      ["one, two; three", "two three, four"],
    ] as const;
    for (const [before, after] of pairs) {
      const marks = markWords(before, after);
      const only = (kind: string) =>
        marks
          .filter((mark) => mark.kind === "same" || mark.kind === kind)
          .map(({ text }) => text)
          .join("");
      expect([only("gone"), only("new")]).toEqual([before, after]);
    }
  });
});

describe("the next version", () => {
  test.each([
    ["1", "whole", "2"],
    ["1.2", "whole", "2.0"],
    ["1", "part", "1.1"],
    ["1.9", "part", "1.10"],
  ] as const)("after %s by a %s is %s", (version, step, expected) => {
    expect(nextVersion(version, step)).toBe(expected);
  });

  test.each([
    ["1.2", "1.2", "learners", "2.0", "unchanged"],
    ["1.2", "1.3", "learners", "2.0", "too-low"],
    ["1.2", "2.0", "certification", "2.0", "enough"],
    ["1.2", "1.3", "assessors", "1.3", "enough"],
    ["1.2", "3", "editorial", "1.3", "enough"],
    ["1.2", null, "editorial", "1.3", "missing"],
    [null, "1.0", "learners", null, null],
    ["1.2", "1.2", null, null, null],
  ] as const)("%s to %s, where %s are touched", (before, after, touched, recommended, state) => {
    expect(adviseVersion(before, after, touched)).toMatchObject({ recommended, state });
  });
});

describe("what has to be done", () => {
  const tasks = (...sides: Parameters<typeof compare>) =>
    Object.fromEntries(compare(...sides).tasks.map(({ id, about }) => [id, about]));

  test("nothing, where nothing has changed", () => {
    expect(tasks(sideOf(baking), sideOf(baking))).toEqual({});
  });

  test("little after an editorial change", () => {
    const after = { ...baking, progression: "On to work." };
    expect(tasks(sideOf(baking), sideOf(after))).toEqual({ version: ["baking 1.3"] });
  });

  test("each only where a change asks for it", () => {
    const found = tasks(
      unitSide(bread),
      unitSide(withFirst({ criterion: "Describe what gluten does in strong flour" })),
    );
    expect(Object.keys(found)).toEqual(["learners", "papers", "brief", "standardise"]);
  });

  test("about mappings where a unit has any, or had", () => {
    const mapped = { ...bread, assessment: { ...bread.assessment, maps: { pathway: ["role-1"] } } };
    const changed = withFirst({ criterion: "Describe what gluten does in strong flour" });
    expect(tasks(unitSide(mapped), unitSide({ ...changed, assessment: mapped.assessment }))["mappings"]).toEqual([
      "bread",
    ]);
    const own = withFirst({ criterion: "Describe what gluten does in strong flour", maps: { pathway: ["role-1"] } });
    expect(tasks(unitSide(own), unitSide(withFirst({ criterion: "Say what gluten is" })))["mappings"]).toEqual([
      "bread",
    ]);
  });

  test("about what is saved where it goes by another name now", () => {
    expect(tasks(unitSide(bread), unitSide({ ...bread, id: "loaves" }))["keys"]).toEqual(["loaves"]);
    expect(tasks(unitSide(bread), unitSide(withFirst({ key: "proteins" })))["keys"]).toEqual(["bread"]);
    expect(tasks(sideOf(baking), sideOf({ ...baking, id: "bakers" }))["keys"]).toEqual(["bakers"]);
    expect(tasks(unitSide(bread), unitSide(withFirst({ task: "Bake." })))["keys"]).toBeUndefined();
  });

  test("about the register, though learners feel it more", () => {
    const after = { ...baking, grading: { type: "graded" as const, scale: ["Pass", "Merit"] } };
    expect(tasks(sideOf(baking), sideOf(after))["register"]).toEqual(["baking"]);
  });

  test("keys and ids that are no longer used are to be retired, unless they are", () => {
    const after = withCriteria(0, (all) => all.slice(0, 1));
    expect(tasks(unitSide(bread), unitSide(after))["retire"]).toEqual(["bread#yeast"]);
    expect(tasks(unitSide(bread), unitSide({ ...after, retired: ["yeast"] }))["retire"]).toBeUndefined();
    const without = JSON.parse(
      JSON.stringify(baking).replace(/"sugar"\],?|,"sugar"/gu, (found) => (found.endsWith("]") ? "]" : "")),
    ) as typeof baking;
    const fewer = { ...without, units: (baking.units ?? []).filter(({ id }) => id !== "sugar") };
    expect(tasks(sideOf(baking), sideOf(fewer))["retire"]).toEqual(["sugar"]);
    expect(tasks(sideOf(baking), sideOf({ ...fewer, retired: ["sugar"] }))["retire"]).toBeUndefined();
  });
});

test("in colour, words are marked without signs", () => {
  const chalk = { ...noColours, red: (text: string) => `<${text}>`, green: (text: string) => `(${text})` };
  const overview = overviewOf(
    compare(unitSide(bread), unitSide(withFirst({ criterion: "Explain what gluten does in weak flour" }))),
    wordsFor({}),
  );
  const names = { before: "old", after: "new" };
  expect(prettyComparison(overview, names, 80, chalk)).toContain("gluten does in <strong> (weak) flour");
  expect(prettyComparison(overview, names, 80, noColours)).toContain("gluten does in [-strong-] {+weak+} flour");
});
