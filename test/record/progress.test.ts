import { expect, test } from "vitest";
import { progressOf } from "../../src/record/progress.ts";
import { sampleMap, sampleRecord } from "./sample-map.ts";

const map = sampleMap();

test("nothing is written: everything is missing, and nothing is met", () => {
  const progress = progressOf(map, sampleRecord());
  expect(progress).toMatchObject({ total: 3, answered: 0, met: 0 });
  expect(progress.units.map(({ id, total }) => [id, total])).toEqual([
    ["bread", 2],
    ["cake", 1],
  ]);
  expect(progress.units[0]?.outcomes[0]?.missing.map(({ key }) => key)).toEqual(["dough", "loaf"]);
  expect(progress.units[0]?.outcomes[0]?.open.map(({ key }) => key)).toEqual(["dough", "loaf"]);
});

test.each([
  ["an answer", { answer: "Mine" }, 1, 0],
  ["evidence without an answer", { evidence: ["1"] }, 0, 1],
  ["an answer with evidence", { answer: "Mine", evidence: ["1"] }, 1, 1],
  ["an answer to older wording", { answer: "Mine", hash: "0000000f" }, 1, 0],
  ["a decision alone", { met: "00000001" }, 0, 0],
])("%s", (_, dough, answered, evidenced) => {
  const { units, ...all } = progressOf(map, sampleRecord({ dough }));
  expect(all).toMatchObject({ answered, evidenced });
  expect(units.map((unit) => unit.answered)).toEqual([answered, 0]);
  expect(units[0]?.outcomes[0]?.missing.map(({ key }) => key)).toEqual(
    answered + evidenced > 0 ? ["loaf"] : ["dough", "loaf"],
  );
});

test("a decision on the wording of the paper counts, and one on older wording for nothing", () => {
  const progress = progressOf(map, sampleRecord({ dough: { met: "00000001" }, loaf: { met: "0000000f" } }));
  expect(progress).toMatchObject({ total: 3, met: 1 });
  expect(progress.units[0]?.outcomes[0]?.open.map(({ key }) => key)).toEqual(["loaf"]);
});

test("not yet is not met", () => {
  const record = sampleRecord({ dough: { met: "00000001" } });
  const criteria = record.criteria.map((one) => ({
    ...one,
    assessment: { ...one.assessment, decision: "not-yet" as const, hash: one.hash },
  }));
  expect(progressOf(map, { ...record, criteria }).met).toBe(0);
});

test("what the paper does not ask for counts for nothing, and what the record does not have is missing", () => {
  const record = sampleRecord({ dough: { answer: "Mine", met: "00000001" } });
  const gone = record.criteria.map((one) => ({ ...one, key: "gone" }));
  expect(progressOf(map, { ...record, criteria: gone })).toMatchObject({ total: 3, answered: 0, met: 0 });
});
