import { expect, test } from "vitest";
import type { LearnerRecord } from "../../src/record/learner-record.ts";
import { reopened, signOffsOf } from "../../src/record/sign-off.ts";
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

const states: readonly (readonly [string, LearnerRecord, string, readonly string[]])[] = [
  ["nothing is decided", sampleRecord(), "open", ["1.1", "1.2"]],
  ["one is met", sampleRecord({ dough: { met: "00000001" } }), "open", ["1.2"]],
  ["all are met", sampleRecord(bothMet), "ready", []],
  ["all are met and work is still asked for", withDecision(sampleRecord(bothMet), "further-work"), "ready", []],
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
  const [bread, cake] = signOffsOf(sampleMap(), record);
  expect(bread?.state).toBe(state);
  expect(bread?.open.map(({ number }) => number)).toEqual(open);
  expect(cake?.state).toBe("open");
});

test("a unit that is opened again loses its decision and signatures, and keeps them in its trail", () => {
  const signed = withDecision(sampleRecord(bothMet), "achieved");
  const fields = {
    "bread..sign-off.assessor-name": "Jo Smith",
    "bread..sign-off.assessor-signature": "J. Smith",
    "bread..sign-off.assessor-date": "3 May",
    "bread..own-work": "yes",
    "cake..sign-off.assessor-signature": "J. Smith",
  };
  const open = reopened({ ...signed, fields }, "bread", { day: "9 May", by: "JS", reason: " The loaf was bought. " });
  expect(open.units[0]).toMatchObject({ decision: null, date: null, assessor: null });
  expect(open.criteria).toEqual(signed.criteria);
  expect(open.fields).toEqual({
    "bread..sign-off.assessor-name": "Jo Smith",
    "bread..own-work": "yes",
    "cake..sign-off.assessor-signature": "J. Smith",
    "bread..reopened": "9 May, JS: The loaf was bought. (3 May, JS, J. Smith, 3 May)",
  });
  const again = reopened(open, "bread", { day: "10 May", by: "", reason: "Again." });
  expect(again.fields["bread..reopened"]?.split("\n")[1]).toBe("10 May: Again.");
});

test("a unit that the record does not have is left alone", () => {
  const record = sampleRecord();
  expect(reopened(record, "pie", { day: "", by: "", reason: "Why not" })).toBe(record);
});
