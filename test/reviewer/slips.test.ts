import { describe, expect, test } from "vitest";
import checks from "../../src/rules/reviewer-checks.json" with { type: "json" };
import { brief, checkFolder } from "../check-folder.ts";
import { playMutations } from "../mutations/play-mutations.ts";
import { bakerySlips, shippedSlips } from "./slips.ts";

const bakery = "test/reviewer/bakery";

test("the specification that is broken has nothing wrong to begin with", async () => {
  const { findings } = await checkFolder(bakery);
  expect(findings.map(brief)).toEqual([]);
});

test("each slip breaks a row of the forty, and more than thirty are played", () => {
  const all = [...bakerySlips, ...shippedSlips];
  expect(all.filter(({ check }) => !Object.hasOwn(checks, check))).toEqual([]);
  expect(all.length).toBeGreaterThan(30);
  expect(all.filter(({ rules }) => rules.length !== 1).map(({ about }) => about)).toEqual([]);
});

describe("in a specification of bread", () => playMutations(bakerySlips, bakery));
describe("in the specifications of this repository", () => playMutations(shippedSlips));
