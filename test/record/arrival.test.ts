import { expect, test } from "vitest";
import { arrivalOf, isNothing } from "../../src/record/arrival.ts";
import type { LearnerRecord } from "../../src/record/learner-record.ts";
import { merge } from "../../src/record/merge.ts";
import { reopened } from "../../src/record/reopened.ts";
import { sampleMap, sampleRecord } from "./sample-map.ts";

const nothing = { answers: 0, evidence: 0, links: 0, decisions: 0, units: 0, others: 0 };
const photo = { reference: "1", description: "Photograph", date: null };
const workbook = (changes: Parameters<typeof sampleRecord>[0], more: Partial<LearnerRecord> = {}) =>
  sampleRecord(changes, { document: "learner-workbook", ...more });

test("counts what is in a file, each kind by itself", () => {
  const file = workbook(
    { dough: { answer: "Mine", evidence: ["1"] }, loaf: { evidence: ["1"], met: "00000002" } },
    { evidence: [photo], fields: { "bread..own-work": "yes" }, learner: { name: "Sam", number: null, centre: null } },
  );
  const inFile = { answers: 1, evidence: 1, links: 2, decisions: 1, units: 0, others: 2 };
  expect(arrivalOf(file, sampleRecord(), file)).toEqual({ inFile, news: inFile, reopened: [] });
});

test.each([
  ["what was here already is no news", { dough: { answer: "Mine" } }, nothing],
  ["another answer is", { dough: { answer: "Other" } }, { ...nothing, answers: 1 }],
  ["one that only the file has is", { loaf: { answer: "Baked" } }, { ...nothing, answers: 1 }],
  ["evidence that is linked is", { dough: { answer: "Mine", evidence: ["1"] } }, { ...nothing, links: 1 }],
] as const)("%s", (_, changes, news) => {
  const here = workbook({ dough: { answer: "Mine" } }, { saved: "2026-05-01T00:00:00.000Z" });
  const file = workbook(changes);
  const arrival = arrivalOf(
    file,
    here,
    merge(here, file, () => "incoming"),
  );
  expect(arrival.news).toEqual(news);
  expect(isNothing(arrival.news)).toBe(news === nothing);
});

test("a mark of when files came is nobody's entry", () => {
  const file = sampleRecord({}, { fields: { "..taken.learner-workbook": "" } });
  expect(isNothing(arrivalOf(file, sampleRecord(), file).inFile)).toBe(true);
});

test("what the file has taken away is news, and units that it opens again are named", () => {
  const here = {
    ...sampleRecord(),
    units: sampleRecord().units.map((one) => ({ ...one, decision: "achieved" as const })),
  };
  const file = reopened(sampleMap(), here, "cake", { day: "9 May", by: "JS", reason: "Bought" });
  expect(arrivalOf(file, here, merge(here, file))).toMatchObject({
    reopened: ["Baking cake"],
    news: { ...nothing, units: 1, others: 1 },
  });
  expect(arrivalOf(here, file, merge(file, here))).toMatchObject({ reopened: [], news: nothing });
});
