import { describe, expect, test } from "vitest";
import { arrivalOf } from "../../src/record/arrival.ts";
import { contradictionsIn } from "../../src/record/contradictions.ts";
import {
  confirmed,
  decided,
  markedMet,
  noticesOf,
  takenBack,
  withChanges,
  withdrawn,
} from "../../src/record/decide.ts";
import type { LearnerRecord } from "../../src/record/learner-record.ts";
import { merge } from "../../src/record/merge.ts";
import { criteriaOf } from "../../src/record/paper-map.ts";
import { withRecords } from "../../src/record/sampling.ts";
import { signOffsOf } from "../../src/record/sign-off.ts";
import { sampleMap, sampleRecord } from "./sample-map.ts";

const map = sampleMap();
const [dough, loaf] = criteriaOf(map);
if (dough === undefined || loaf === undefined) throw new Error("No criteria");
const how = { date: "3 May 2026", assessor: "JS", method: "O" };
const learner = { name: "Sam", number: null, centre: null };

const written = sampleRecord({ dough: { answer: "Flour" }, loaf: { evidence: ["1", "2"] } }, { learner });
const judged = markedMet(written, [dough, loaf], how);

function answered(record: LearnerRecord, answer: string | null): LearnerRecord {
  return { ...record, criteria: record.criteria.map((one) => (one.key === "dough" ? { ...one, answer } : one)) };
}

function evidenced(record: LearnerRecord, ...evidence: readonly string[]): LearnerRecord {
  return { ...record, criteria: record.criteria.map((one) => (one.key === "loaf" ? { ...one, evidence } : one)) };
}

const openIn = (record: LearnerRecord) => signOffsOf(map, record, "en-GB")[0]?.open.map(({ number }) => number);
const noticed = (record: LearnerRecord) => [...noticesOf(map, record)];

test.each<readonly [string, LearnerRecord, readonly string[]]>([
  ["as it was", judged, []],
  ["answered otherwise", answered(judged, "Rye"), ["1.1"]],
  ["with its answer deleted", answered(judged, null), ["1.1"]],
  ["with other ends of lines", answered(markedMet(answered(written, "a\nb"), [dough, loaf], how), "a\r\nb "), []],
  ["with more evidence", evidenced(judged, "1", "2", "3"), ["1.2"]],
  ["with its evidence in another order", evidenced(judged, "2", "1"), []],
  ["of a file that marks no decisions", answered({ ...judged, fields: {} }, "Rye"), []],
  ["of an older file with a mark", { ...judged, fields: { "bread.loaf.changed": "yes" } }, ["1.2"]],
])("a decision counts only for the work that was judged: %s", (_, record, open) => {
  expect(openIn(record)).toEqual(open);
  expect(noticed(record)).toEqual(open.map((number) => [`bread.${number === "1.1" ? "dough" : "loaf"}`, ["changed"]]));
  const units = record.units.map((unit) => (unit.id === "bread" ? { ...unit, decision: "achieved" as const } : unit));
  const found = contradictionsIn(map, { ...record, units }, () => null, "en-GB").filter(({ kind }) => kind === "unit");
  expect(found.flatMap((one) => (one.kind === "unit" ? one.criteria : []))).toEqual(
    open.map((number) => ({ number, why: "other-answer" })),
  );
});

describe("a decision on another answer", () => {
  const overtaken = answered(judged, "Rye");
  test("counts when it is confirmed or made anew, and asks for nothing when it is withdrawn", () => {
    expect(openIn(confirmed(overtaken, dough))).toEqual([]);
    expect(openIn(decided(overtaken, dough, how, false))).toEqual([]);
    expect(noticed(withdrawn(overtaken, dough))).toEqual([]);
    expect(openIn(takenBack(markedMet(overtaken, [dough], how), overtaken, [dough]))).toEqual(["1.1"]);
  });

  test("is none where the learner's file comes to an empty checklist, or the decision to the learner's workbook", () => {
    const workbook = { ...overtaken, document: "learner-workbook" };
    expect(openIn(merge(sampleRecord(), workbook))).toEqual(["1.1"]);
    expect(openIn(merge(answered({ ...written, document: "learner-workbook" }, "Rye"), judged))).toEqual(["1.1"]);
    expect(withChanges(map, judged, merge(judged, { ...workbook, fields: {} })).fields).toEqual(judged.fields);
  });

  test("stays what it is, and the newer one too, where two checklists become one", () => {
    const anew = decided(overtaken, dough, { date: "4 May 2026", assessor: "KO" }, false);
    const both = merge(judged, anew, () => "incoming");
    expect(openIn(both)).toEqual([]);
    expect(openIn(merge(anew, judged, () => "current"))).toEqual([]);
    expect(openIn(merge(judged, anew, ({ what }) => (what === "answer" ? "incoming" : "current")))).toEqual(["1.1"]);
  });

  test("is told in a sampling plan, which holds no answers", () => {
    const { plan } = withRecords(sampleRecord(), [{ ...overtaken, learner }]);
    expect(plan.records[0]?.fields).toMatchObject({ "bread.dough.changed": "yes" });
    expect(plan.records[0]?.criteria.map(({ answer }) => answer)).toEqual([null, null, null]);
    expect(plan.records.map(openIn)).toEqual([["1.1"]]);
  });

  test("and its marks are no entries that a person made", () => {
    expect(arrivalOf(judged, sampleRecord(), judged).inFile.others).toBe(1);
  });
});
