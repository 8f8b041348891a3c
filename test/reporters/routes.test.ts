import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { noColours } from "../../src/reporters/colours.ts";
import { jsonProof, type ProvedQualification, prettyProof } from "../../src/reporters/routes.ts";
import { type Proof, prove } from "../../src/routes/prove.ts";
import { rulesOf } from "../../src/routes/rules.ts";
import type { Structure } from "../../src/routes/structure.ts";

const ajv = new Ajv2020({ strict: true }).addSchema(
  JSON.parse(readFileSync("schemas/reports.schema.json", "utf8")),
  "reports",
);

/** One group of two units that asks for so many. */
function structureOf(min: number): Structure {
  const unit = (id: string) => ({ id, credit: 1, guidedLearningHours: 1, totalUnitTime: 1, level: 1 });
  return {
    units: [unit("a"), unit("b")],
    groups: [{ id: "G", all: false, credit: null, units: { min }, members: ["a", "b"] }],
    constraints: [],
    barred: [["a", "b"]],
    equivalent: [],
    prerequisites: {},
    corequisites: [],
    pathways: [],
  };
}

/** What is printed of a proof in which something took too long. */
function reportsOf(structure: Structure, changes: Partial<Proof>) {
  const proof = { ...prove(structure, null), ...changes };
  const proved: ProvedQualification = { id: "q", title: "Q", structure, proof };
  const json = JSON.parse(JSON.stringify(jsonProof(proved))) as unknown;
  const report = { version: 1, error: null, findings: [], qualifications: [json] };
  expect(ajv.validate("reports#/$defs/routes", report), JSON.stringify(ajv.errors)).toBe(true);
  return { json, pretty: prettyProof(proved, noColours) };
}

test("a contradiction is the smallest, or that is open", () => {
  const structure = structureOf(2);
  const { contradiction } = prove(structure, null);
  expect(contradiction.rules).toHaveLength(2);
  const proved = reportsOf(structure, {});
  expect(proved.json).toMatchObject({ contradictionIsSmallest: true });
  expect(proved.pretty).toContain("  These rules contradict each other:\n");
  const open = reportsOf(structure, { contradiction: { ...contradiction, isSmallest: false } });
  expect(open.json).toMatchObject({ contradictionIsSmallest: false });
  expect(open.pretty).toContain("  These rules contradict each other, and none of them can be spared; whether fewer");
});

test("where a route exists there is nothing to be the smallest", () => {
  expect(reportsOf(structureOf(1), {}).json).toMatchObject({ contradiction: [], contradictionIsSmallest: null });
});

test("bounds of which nothing is known are named", () => {
  const structure = structureOf(1);
  const undecided = rulesOf(structure).filter((rule) => rule.kind === "bound");
  const { json, pretty } = reportsOf(structure, { idleBounds: { idle: [], undecided } });
  expect(json).toMatchObject({
    idleBounds: [],
    idleBoundsUndecided: [{ pointer: "/rulesOfCombination/groups/0/require/units/min" }],
  });
  expect(pretty).toContain("  Whether these bounds change anything takes too long to find out:\n    group `G`");
});

test("a choice that cannot be completed says the same", () => {
  const structure = structureOf(1);
  const conflict = { units: ["a", "b"], rules: rulesOf(structure).slice(1), isSmallest: false };
  const { json, pretty } = reportsOf(structure, {
    choice: { isValid: false, missing: null, completion: null, conflict },
  });
  expect(json).toMatchObject({ choice: { conflict: { isSmallest: false } } });
  expect(pretty).toContain("a and b cannot stand together with these rules, and none of them can be spared");
});
