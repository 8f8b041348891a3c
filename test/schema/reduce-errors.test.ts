import { describe, expect, test } from "vitest";
import { loadValidator, type SpecificationKind } from "../../src/schema/kinds.ts";
import { reduceErrors } from "../../src/schema/reduce-errors.ts";

const unit = { kind: "unit", id: "a", title: "A", learningOutcomes: [] as unknown[] };
const qualification = { kind: "qualification", id: "q", title: "Q" };
const criteria = (...assessmentCriteria: unknown[]) => ({
  ...unit,
  learningOutcomes: [{ outcome: "Know A", assessmentCriteria }],
});
const group = (require: unknown) => ({ ...qualification, rulesOfCombination: { groups: [{ id: "M", require }] } });
const first = "/learningOutcomes/0/assessmentCriteria/0";
const required = "/rulesOfCombination/groups/0/require";

/** Data with one defect, and the one error that tells of it. */
const rows: readonly (readonly [about: string, kind: SpecificationKind, data: unknown, errors: readonly string[]])[] = [
  ["nothing", "unit", unit, []],
  ["a number beyond its limit", "unit", { ...unit, level: 9 }, ["maximum /level"]],
  ["a decimal", "unit", { ...unit, level: 2.5 }, ["anyOf /level"]],
  ["a word that is not listed", "unit", { ...unit, level: "two" }, ["anyOf /level"]],
  ["a list for a number", "unit", { ...unit, credit: [2] }, ["anyOf /credit"]],
  ["nothing for a number", "unit", { ...unit, credit: null }, ["anyOf /credit"]],
  ["a negative number", "unit", { ...unit, credit: -1 }, ["minimum /credit"]],
  ["an empty text", "unit", { ...unit, title: "" }, ["pattern /title"]],
  [
    "an empty word of an open list",
    "unit",
    { ...unit, assessment: { methods: [""] } },
    ["minLength /assessment/methods/0"],
  ],
  ["a number in an open list", "unit", { ...unit, assessment: { methods: [1] } }, ["anyOf /assessment/methods/0"]],
  ["an id that is too long and wrong", "unit", { ...unit, id: "A".repeat(40) }, ["maxLength /id"]],
  ["a criterion of another sort", "unit", criteria(1), [`anyOf ${first}`]],
  ["an empty criterion", "unit", criteria(""), [`pattern ${first}`]],
  ["a criterion without its words", "unit", criteria({ key: "a" }), [`required ${first}`]],
  [
    "a criterion with a key too many",
    "unit",
    criteria({ criterion: "State A", glh: 1 }),
    [`additionalProperties ${first}`],
  ],
  ["a criterion with a wrong value", "unit", criteria({ criterion: "State A", kind: "skil" }), [`enum ${first}/kind`]],
  [
    "a criterion with a wrong value further down",
    "unit",
    criteria({ criterion: "A", range: { require: { atLeast: "2" }, items: ["a"] } }),
    [`type ${first}/range/require/atLeast`],
  ],
  ["a requirement of another sort", "qualification", group(3), [`anyOf ${required}`]],
  ["a requirement without figures", "qualification", group({}), [`minProperties ${required}`]],
  ["a requirement with a key too many", "qualification", group({ credits: {} }), [`additionalProperties ${required}`]],
  [
    "a key that is no id",
    "qualification",
    { ...qualification, rulesOfCombination: { prerequisites: { A_B: ["a"] } } },
    ["pattern /rulesOfCombination/prerequisites"],
  ],
  ["a text for a list or none", "qualification", { ...qualification, regulators: "ofqual" }, ["anyOf /regulators"]],
  ["a number for a listed word", "qualification", { ...qualification, status: 1 }, ["type /status"]],
  ["a word that is none of a list", "qualification", { ...qualification, status: "new" }, ["enum /status"]],
  ["an item twice", "unit", { ...unit, retired: ["a", "a"] }, ["uniqueItems /retired"]],
];

describe("reduceErrors", () => {
  test.each(rows)("%s", async (_, kind, data, errors) => {
    const validate = await loadValidator(kind);
    validate(data);
    const reduced = reduceErrors(validate.errors ?? []);
    expect(reduced.map(({ keyword, instancePath }) => `${keyword} ${instancePath}`)).toEqual(errors);
  });
});
