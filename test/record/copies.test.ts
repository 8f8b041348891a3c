import { expect, test } from "vitest";
import { copiesOf } from "../../src/record/copies.ts";
import type { Learner } from "../../src/record/learner-record.ts";
import { sampleRecord } from "./sample-map.ts";

const of = (name: string | null, number: string | null = null) => {
  const learner: Learner = { name, number, centre: null };
  return { slot: `${name}/${number}`, record: sampleRecord({}, { learner }) };
};
const kept = [of("Sam"), of("sam ", "7"), of(null), of("Kim"), of("Kim", "8"), of(null, "7")];

test.each([
  ["Sam", null, ["Sam/null", "sam /7"], ["null/null", "null/7"], ["Kim/null", "Kim/8"]],
  ["Sam", "7", ["Sam/null", "sam /7", "null/7"], ["null/null"], ["Kim/null", "Kim/8"]],
  [null, null, [], kept.map(({ slot }) => slot), []],
] as const)("of %s with the number %s", (name, number, own, unclear, others) => {
  const found = copiesOf(of(name, number).record, kept);
  expect(found.own.map(({ slot }) => slot)).toEqual(own);
  expect(found.unclear.map(({ slot }) => slot)).toEqual(unclear);
  expect(found.others.map(({ slot }) => slot)).toEqual(others);
});
