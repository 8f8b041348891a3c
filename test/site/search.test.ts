import { runInThisContext } from "node:vm";
import { expect, test } from "vitest";
import { Index } from "../../templates/program/site/search/index.ts";
import { qualification, unit } from "../build/specs.ts";
import { siteOf } from "./site-of.ts";

const numbered = (id: string, ...numbers: readonly string[]) =>
  unit(id).replace(
    "      - { criterion: State A, key: state-a }",
    numbers
      .map((number) => `      - { criterion: State A, key: "k${number.replace(".", "-")}", number: "${number}" }`)
      .join("\n"),
  );
const titled = (id: string, title: string) => unit(id).replace(`title: Unit ${id}`, `title: ${title}`);

const units = {
  one: numbered("one", "1.2", "9.4a", "9.4b"),
  two: numbered("two", "1.2", "1.20"),
  cjk: titled("cjk", "数字领导力ガイド"),
  thai: titled("thai", "ความปลอดภัยในงาน"),
  german: titled("german", "Größe und Maß"),
  ascii: titled("ascii", "Groesse am Bau"),
  contracted: titled("contracted", "Why people don’t ask"),
  owned: titled("owned", "The learner's own plan"),
  coded: unit("coded").replace("reference: none", "reference: K/650/2143"),
};

async function searchOf(files: Readonly<Record<string, string>>): Promise<(query: string) => readonly string[]> {
  const site = await siteOf({
    "q.yaml": qualification(Object.keys(files).join(", ")),
    ...Object.fromEntries(Object.entries(files).map(([id, text]) => [`${id}.yaml`, text])),
  });
  const index = new Index((name) => {
    runInThisContext(site[`assets/search/${name}`] ?? "");
  });
  index.load();
  return (query) => index.find(query).hits.map(({ id }) => id);
}

test("a number is that of criteria, and the words beside it say of which unit", async () => {
  const found = await searchOf(units);
  const expected = {
    "9.4b": ["one"],
    "9.4B.": ["one"],
    "one 9.4b": ["one"],
    "AC 9.4b": ["one"],
    "AC9.4b": ["one"],
    // What is being typed may go on.
    "9.4": ["one"],
    "1.2": ["one", "two"],
    "two 1.2": ["two"],
    "1.20": ["two"],
    "two 9.4b": ["two", "one"],
    "7.7": [],
  };
  expect(Object.fromEntries(Object.keys(expected).map((query) => [query, found(query)]))).toEqual(expected);
});

test("words are found in any script and spelling", async () => {
  const found = await searchOf(units);
  const inTitles = {
    领导: "cjk",
    数字领导: "cjk",
    力: "cjk",
    领: "cjk",
    ガイド: "cjk",
    カイド: "cjk",
    ปลอดภัย: "thai",
    grosse: "german",
    groesse: "german",
    größe: "german",
    Größe: "ascii",
    mass: "german",
    dont: "contracted",
    "don't ask": "contracted",
    "learners own": "owned",
    "learner own": "owned",
    K6502143: "coded",
    "K/650/2143": "coded",
  };
  for (const [query, id] of Object.entries(inTitles)) expect(found(query), query).toContain(id);
  for (const query of ["导数", "领力", "mäße"]) expect(found(query), query).toEqual([]);
});
