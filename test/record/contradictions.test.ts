import { describe, expect, test } from "vitest";
import { contradictionsIn } from "../../src/record/contradictions.ts";
import { completed } from "../../src/record/gaps.ts";
import type { LearnerRecord } from "../../src/record/learner-record.ts";
import { criteriaOf } from "../../src/record/paper-map.ts";
import { sampleMap, sampleRecord } from "./sample-map.ts";

const map = sampleMap();
const bothMet = { dough: { met: "00000001" }, loaf: { met: "00000002" } };
const needsBoth = (units: readonly string[]) => units.length === 2;

function signedOff(record: LearnerRecord, ...ids: readonly string[]): LearnerRecord {
  const units = record.units.map((unit) => (ids.includes(unit.id) ? { ...unit, decision: "achieved" as const } : unit));
  return { ...record, units };
}

const notYet = (record: LearnerRecord, key: string): LearnerRecord => ({
  ...record,
  criteria: record.criteria.map((one) =>
    one.key === key ? { ...one, assessment: { ...one.assessment, decision: "not-yet", hash: one.hash } } : one,
  ),
});
const older = { ...sampleRecord().specification, hash: "ffffffffffff", version: "0.9" };
const without = (record: LearnerRecord, key: string): LearnerRecord => ({
  ...record,
  criteria: record.criteria.filter((one) => one.key !== key),
});

describe("a unit that is signed off", () => {
  test.each<readonly [string, LearnerRecord, readonly (readonly [string, string])[]]>([
    ["with every criterion met", sampleRecord(bothMet), []],
    ["with one undecided", sampleRecord({ dough: { met: "00000001" } }), [["1.2", "undecided"]]],
    ["with one not yet met", notYet(sampleRecord(bothMet), "dough"), [["1.1", "not-yet"]]],
    ["on another wording", sampleRecord({ ...bothMet, loaf: { met: "0000000f" } }), [["1.2", "other-wording"]]],
    ["without a criterion of its version", without(sampleRecord(bothMet), "loaf"), [["1.2", "undecided"]]],
    [
      "before a criterion was asked for",
      { ...without(sampleRecord(bothMet), "loaf"), specification: older },
      [["1.2", "not-asked"]],
    ],
  ])("%s", (_, record, expected) => {
    expect(contradictionsIn(map, record, () => null, "en-GB")).toEqual([]);
    const found = contradictionsIn(map, signedOff(record, "bread"), () => null, "en-GB").filter(
      ({ kind }) => kind === "unit",
    );
    expect(
      found.flatMap((one) => (one.kind === "unit" ? one.criteria.map(({ number, why }) => [number, why]) : [])),
    ).toEqual(expected);
    expect(found.map((one) => one.kind === "unit" && one.title)).toEqual(expected.length === 0 ? [] : ["Baking bread"]);
  });
});

describe("the whole that is achieved", () => {
  const whole = { fields: { "qualification.decision": "Achieved" } };
  const all = { ...bothMet, icing: { met: "00000003" } };
  test.each<readonly [string, LearnerRecord, readonly string[] | null]>([
    ["with its units", signedOff(sampleRecord(all, whole), "bread", "cake"), null],
    ["without one of them", signedOff(sampleRecord(all, whole), "bread"), ["Baking bread"]],
    ["with no unit at all", sampleRecord({}, whole), []],
    ["on a unit that is not met", signedOff(sampleRecord(bothMet, whole), "bread", "cake"), ["Baking bread"]],
    [
      "on another wording",
      signedOff(sampleRecord({ ...all, loaf: { met: "0000000f" } }, whole), "bread", "cake"),
      null,
    ],
    ["and asks for further work", sampleRecord({}, { fields: { "qualification.decision": "Further work" } }), null],
  ])("%s", (_, record, achieved) => {
    const found = contradictionsIn(map, record, needsBoth, "en-GB").filter(({ kind }) => kind === "whole");
    expect(found).toEqual(achieved === null ? [] : [{ kind: "whole", achieved }]);
    expect(contradictionsIn(map, record, () => null, "en-GB").filter(({ kind }) => kind === "whole")).toEqual([]);
  });
});

describe("who decided, and when, in a unit that is signed off", () => {
  const said = completed(sampleRecord(bothMet), criteriaOf(map), { assessor: "JS", date: "3 May 2026" }, "en-GB");
  const signed = (record: LearnerRecord, date: string | null, assessor: string | null): LearnerRecord => ({
    ...record,
    units: record.units.map((unit) => (unit.id === "bread" ? { ...unit, decision: "achieved", date, assessor } : unit)),
  });
  const loaf = (assessment: { date?: string | null; assessor?: string | null }): LearnerRecord => ({
    ...said,
    criteria: said.criteria.map((one) =>
      one.key === "loaf" ? { ...one, assessment: { ...one.assessment, ...assessment } } : one,
    ),
  });
  const row = {
    "bread..sign-off.assessor-name": "Jo Smith",
    "bread..sign-off.assessor-date": "4 May 2026",
  };
  const own = ["3 May 2026", "JS"] as const;
  test.each<readonly [string, LearnerRecord, readonly string[], readonly string[]]>([
    ["is all said", signed(said, ...own), [], []],
    ["is said beside the signature", { ...signed(said, null, null), fields: row }, [], []],
    ["lacks initials", signed(loaf({ assessor: null }), ...own), ["1.2 no-name"], []],
    ["lacks both", signed(loaf({ assessor: " ", date: null }), ...own), ["1.2 no-name", "1.2 no-date"], []],
    ["has a date that is none", signed(loaf({ date: "32/13/2026" }), ...own), ["1.2 not-a-date"], []],
    ["lacks who signed", signed(said, "3 May 2026", null), [], ["no-name"]],
    ["lacks the day of the sign-off", signed(said, null, "JS"), [], ["no-date"]],
    ["has a sign-off on no day", signed(said, "31 February 2026", "JS"), [], ["not-a-date"]],
    ["is of no concern before the sign-off", loaf({ date: null }), [], []],
  ])("%s", (_, record, criteria, signOff) => {
    const found = contradictionsIn(map, record, () => null, "en-GB").flatMap((one) =>
      one.kind === "incomplete" ? [one] : [],
    );
    expect(found.flatMap((one) => one.criteria.map(({ number, gap }) => `${number} ${gap}`))).toEqual(criteria);
    expect(found.flatMap((one) => one.own)).toEqual(signOff);
  });
});
