import { expect, test } from "vitest";
import { unitDeclaration } from "../../src/documents/unit-declaration.ts";
import { wordsFor } from "../../src/words/words.ts";
import { baking, sideOf } from "../diff/sides.ts";

const [qualification] = sideOf(baking).qualifications;
if (qualification === undefined) throw new Error("no qualification");

const contentsOf = (count: number) => {
  const units = qualification.units.slice(0, count);
  const view = unitDeclaration.view({ qualification, units, isPart: count === 1, review: null }, wordsFor({}));
  return (view as { readonly contents: readonly { readonly id: string }[] }).contents.map(({ id }) => id);
};

test("the sheets of several units are listed, the sheet of one is found without", () => {
  expect(contentsOf(3)).toEqual(["unit-bread", "unit-cakes", "unit-pastry"]);
  expect(contentsOf(1)).toEqual([]);
});
