import { expect, test } from "vitest";
import { houseExplanations } from "../../src/rules/house-explanations.ts";
import { explanations } from "../../src/rules/index.ts";
import { bakerySlips, shippedSlips } from "../reviewer/slips.ts";
import { registerMutations } from "./register.ts";
import { senseMutations } from "./sense.ts";
import { shapeMutations } from "./shape.ts";
import { syntaxMutations } from "./syntax.ts";

const all = [
  ...syntaxMutations,
  ...shapeMutations,
  ...senseMutations,
  ...registerMutations,
  ...bakerySlips,
  ...shippedSlips,
];

test("no two rows make the same edit", () => {
  const rows = all.map(({ file, replace, nth, by, files }) => JSON.stringify([file, replace, nth, by, files]));
  expect(rows.filter((row, at) => rows.indexOf(row) !== at)).toEqual([]);
});

test("every rule is found by an edit", () => {
  // What a house's own files may get wrong is in test/house: these edits are of specifications.
  const ofHouses = [...houseExplanations.map(({ id }) => id), "house-terms-together"];
  const met = new Set([...all.flatMap(({ rules }) => rules), ...ofHouses]);
  expect(explanations.map(({ id }) => id).filter((id) => !met.has(id))).toEqual([]);
});
