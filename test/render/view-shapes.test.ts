import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { sources } from "../../src/generated/template-sources.js";
import { checkFields } from "../../src/render/check-fields.ts";
import { checkMarkup } from "../../src/render/check-markup.ts";
import { readShape, type WrittenShape } from "../../src/render/shape.ts";
import { readTemplate } from "../../src/render/template-file.ts";
import { holesOf, printViewShapes } from "./print-view-shapes.ts";

const file = "src/render/view-shapes.json";
const written = JSON.parse(readFileSync(file, "utf8")) as Readonly<
  Record<string, { readonly template: string; readonly view: WrittenShape }>
>;

test("src/render/view-shapes.json says what the views of all papers hold", async () => {
  await expect(await printViewShapes(["specs", "test/render/specimen"])).toMatchFileSnapshot(`../../${file}`);
});

test("nothing that a view may hold is left open", () => {
  expect(Object.values(written).flatMap(({ view }) => holesOf(view))).toEqual([]);
});

test("our own templates are what we ask of those of a house", () => {
  const all = new Map(
    Object.entries(sources).map(([name, text]) => {
      const template = readTemplate(name, text);
      if ("rule" in template) throw new Error(template.message);
      return [name, { template, markup: checkMarkup(template) }] as const;
    }),
  );
  expect([...all.values()].flatMap(({ markup }) => markup.faults)).toEqual([]);
  const faults = Object.values(written).flatMap(({ template, view }) => checkFields(template, readShape(view), all));
  expect(faults).toEqual([]);
});
