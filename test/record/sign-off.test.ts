import { expect, test } from "vitest";
import { completed } from "../../src/record/gaps.ts";
import type { LearnerRecord } from "../../src/record/learner-record.ts";
import { criteriaOf } from "../../src/record/paper-map.ts";
import { signOffsOf } from "../../src/record/sign-off.ts";
import { sampleMap, sampleRecord } from "./sample-map.ts";

const bothMet = { dough: { met: "00000001" }, loaf: { met: "00000002" } };

function withDecision(record: LearnerRecord, decision: "achieved" | "further-work"): LearnerRecord {
  return {
    ...record,
    units: record.units.map((unit) =>
      unit.id === "bread" ? { ...unit, decision, date: "3 May", assessor: "JS" } : unit,
    ),
  };
}

const how = { date: "3 May 2026", assessor: "JS" };
const said = (record: LearnerRecord) => completed(record, criteriaOf(sampleMap()), how, "en-GB");

const states: readonly (readonly [string, LearnerRecord, string, readonly string[]])[] = [
  ["nothing is decided", sampleRecord(), "open", ["1.1", "1.2"]],
  ["one is met", sampleRecord({ dough: { met: "00000001" } }), "open", ["1.2"]],
  ["all are met and nobody is named", sampleRecord(bothMet), "incomplete", []],
  ["all are met", said(sampleRecord(bothMet)), "ready", []],
  ["all are met and work is still asked for", withDecision(said(sampleRecord(bothMet)), "further-work"), "ready", []],
  ["all are met and it is signed off", withDecision(sampleRecord(bothMet), "achieved"), "signed", []],
  [
    "a decision was made on another wording",
    withDecision(sampleRecord({ ...bothMet, loaf: { met: "0000000f" } }), "achieved"),
    "unsupported",
    ["1.2"],
  ],
  ["it is signed off with nothing met", withDecision(sampleRecord(), "achieved"), "unsupported", ["1.1", "1.2"]],
];

test.each(states)("where %s", (_, record, state, open) => {
  const [bread, cake] = signOffsOf(sampleMap(), record, "en-GB");
  expect(bread?.state).toBe(state);
  expect(bread?.open.map(({ number }) => number)).toEqual(open);
  expect(cake?.state).toBe("open");
});
