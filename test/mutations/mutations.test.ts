import { expect, test } from "vitest";
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
  const met = new Set(all.flatMap(({ rules }) => rules));
  expect(explanations.map(({ id }) => id).filter((id) => !met.has(id))).toEqual([]);
});
