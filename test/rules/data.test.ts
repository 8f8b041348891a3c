import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import common from "../../schemas/common.schema.json" with { type: "json" };
import qualification from "../../schemas/qualification.schema.json" with { type: "json" };
import performance from "../../src/rules/core/data/performance-methods.json" with { type: "json" };
import methods from "../../src/rules/ofqual/data/assessment-methods.json" with { type: "json" };
import types from "../../src/rules/ofqual/data/qualification-types.json" with { type: "json" };
import sectors from "../../src/rules/ofqual/data/sector-subject-areas.json" with { type: "json" };
import sizes from "../../src/rules/ofqual/data/size-bands.json" with { type: "json" };
import typeWords from "../../src/rules/ofqual/data/type-words.json" with { type: "json" };

interface OpenList {
  readonly anyOf: readonly { readonly enum?: readonly string[] }[];
}

function wordsOf({ anyOf }: OpenList): readonly string[] {
  return anyOf.flatMap((branch) => branch.enum ?? []);
}

// Editors complete words from the schemas, rules compare with the data: both have to say the same.
test.each([
  ["types", wordsOf(qualification.properties.type as OpenList), types.types],
  ["sectors", wordsOf(qualification.properties.sector as OpenList), Object.keys(sectors.areas).sort(byNumber)],
  ["methods", wordsOf(qualification.$defs.assessment.properties.methods.items as OpenList), methods.methods],
  ["sizes", qualification.properties.size.enum, [...sizes.bands.map(({ size }) => size), "none"]],
])("%s are those that editors offer", (_, offered, known) => {
  expect([...offered]).toEqual([...known]);
});

test("methods of performance are methods of the format, and types with words of their own are types", () => {
  const known = wordsOf(common.$defs.evidenceMethods.items as OpenList);
  expect(performance.methods.filter((one) => !known.includes(one))).toEqual([]);
  expect(Object.keys(typeWords.words).filter((one) => !types.types.includes(one))).toEqual([]);
});

test("there are fifty sector subject areas in fifteen, each with a name", () => {
  const areas = Object.entries(sectors.areas);
  expect(areas.length).toBe(50);
  expect(new Set(areas.map(([area]) => area.split(".")[0])).size).toBe(15);
  expect(areas.filter(([, name]) => name.trim() === "")).toEqual([]);
});

test("the bands of sizes follow each other without a gap", () => {
  for (const [at, { from }] of sizes.bands.entries()) expect(from).toBe((sizes.bands[at - 1]?.to ?? 0) + 1);
  expect(sizes.bands.at(-1)?.to).toBe(null);
});

const files = ["core", "practice", "ofqual"].flatMap((pack) => {
  const folder = join("src/rules", pack);
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .map((name) => join(folder, name));
});

test.each(files)("%s says where it comes from", (file) => {
  const { source } = JSON.parse(readFileSync(file, "utf8")) as { readonly source?: unknown };
  expect(source).toMatch(/\w{3}/u);
});

function byNumber(a: string, b: string): number {
  const [one = [], other = []] = [a, b].map((area) => area.split(".").map(Number));
  return (one[0] ?? 0) - (other[0] ?? 0) || (one[1] ?? 0) - (other[1] ?? 0);
}
