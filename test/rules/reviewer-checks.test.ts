import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { explanations, packs } from "../../src/rules/index.ts";
import checks from "../../src/rules/reviewer-checks.json" with { type: "json" };

const rows: readonly string[] = Object.keys(checks);

/** Rows that, in whole or in part, speak of papers and not of specifications: the test that carries them out. */
const inPapers: Readonly<Record<string, readonly string[]>> = {
  "test/papers/reviewer-checks.test.ts": ["Q009", "A035", "A037", "S039", "S040"],
};

test("there are forty, each with a number of its own", () => {
  expect(rows.length).toBe(40);
  expect(rows.filter((row) => !/^[A-Z]\d{3}$/u.test(row))).toEqual([]);
});

test("every row is carried out by a rule, or by a test of papers", () => {
  const met = new Set([...explanations.flatMap((one) => one.checks ?? []), ...Object.values(inPapers).flat()]);
  expect(rows.filter((row) => !met.has(row))).toEqual([]);
});

test("a test of papers names the rows that it carries out", () => {
  for (const [file, named] of Object.entries(inPapers)) {
    const text = readFileSync(file, "utf8");
    expect(named.filter((row) => !text.includes(`${row}:`))).toEqual([]);
  }
});

test("a rule names rows that there are", () => {
  const unknown = explanations.flatMap(({ id, checks: named = [] }) =>
    named.filter((row) => !rows.includes(row)).map((row) => `${id}: ${row}`),
  );
  expect(unknown).toEqual([]);
});

describe("what a rule rests on", () => {
  const rules = packs.flatMap((pack) => pack.rules.map((rule) => ({ ...rule, regulator: pack.regulator })));

  test("is the regulator's own word in a regulator's pack", () => {
    const others = rules.filter(
      ({ regulator, basis }) => regulator !== null && !["condition", "guidance", "register"].includes(basis),
    );
    expect(others.map(({ id }) => id)).toEqual([]);
  });

  test("is no more than a warning where it is guidance", () => {
    expect(rules.filter(({ basis, severity }) => basis === "guidance" && severity === "error")).toEqual([]);
  });
});
