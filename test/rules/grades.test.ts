import { expect, test } from "vitest";
import { textsOf } from "./findings-of.ts";

const graded = (id: string, scale: string, more = "") =>
  `kind: qualification\nid: ${id}\ntitle: Q\ngrading: { type: graded, scale: [${scale}], rule: The lowest. }\n${more}rulesOfCombination:\n  groups: [{ id: M, require: all, units: [a] }]\n`;
const passed = (id: string) =>
  `kind: qualification\nid: ${id}\ntitle: Q\ngrading: { type: pass-fail }\nrulesOfCombination:\n  groups: [{ id: M, require: all, units: [a] }]\n`;
const unit = (...grades: readonly string[]) =>
  `kind: unit\nid: a\ntitle: A\nlearningOutcomes:\n  - outcome: Know A\n    assessmentCriteria: [${grades.map((grade) => (grade === "-" ? "State A" : `{ criterion: State A, grade: ${grade} }`)).join(", ")}]\n`;

test.each([
  ["a word of the scale", { "q.yaml": graded("q", "Pass, Merit"), "a.yaml": unit("-", "Merit") }, ["."], []],
  ["a word of no scale", { "q.yaml": graded("q", "Pass, Merit"), "a.yaml": unit("-", "Gold") }, ["."], ["Gold"]],
  [
    "a word of another user's scale",
    { "q.yaml": graded("q", "Pass, Merit"), "r.yaml": graded("r", "Pass, Gold"), "a.yaml": unit("-", "Merit", "Gold") },
    ["."],
    [],
  ],
  [
    "a user that is passed or failed, beside one that is graded",
    { "q.yaml": graded("q", "Pass, Merit"), "r.yaml": passed("r"), "a.yaml": unit("-", "Merit") },
    ["."],
    [],
  ],
  ["users that are all passed or failed", { "r.yaml": passed("r"), "a.yaml": unit("-", "Merit") }, ["."], ["Merit"]],
  [
    "one such user, while others are not looked at",
    { "q.yaml": graded("q", "Pass, Merit"), "r.yaml": passed("r"), "a.yaml": unit("-", "Merit") },
    ["r.yaml"],
    [],
  ],
  ["a unit alone", { "a.yaml": unit("-", "Merit") }, ["a.yaml"], []],
])("grade-in-scale: %s", async (_, files, paths, found) => {
  expect(await textsOf("grade-in-scale", files, paths)).toEqual(found);
});

test.each([
  ["criteria of no grade are those of the lowest", unit("-", "Merit", "Distinction"), "", []],
  ["every grade has a criterion of its own", unit("Pass", "Merit", "Distinction"), "", []],
  ["none at the top", unit("-", "Merit"), "", ["Distinction"]],
  ["none in the middle", unit("-", "Distinction"), "", ["Merit"]],
  ["none at the bottom", unit("Merit", "Distinction"), "", ["Pass"]],
  ["none at all", unit("-"), "", ["Merit"]],
  ["marks make the grade", unit("-"), "assessment: { methods: [Written Examination] }\n", []],
])("grades-have-criteria: %s", async (_, written, more, found) => {
  const files = { "q.yaml": graded("q", "Pass, Merit, Distinction", more), "a.yaml": written };
  expect(await textsOf("grades-have-criteria", files)).toEqual(found);
});
