import { expect, test } from "vitest";
import {
  confirmed,
  decided,
  markedMet,
  noticesOf,
  takenBack,
  withChanges,
  withdrawn,
} from "../../src/record/decide.ts";
import { criteriaOf } from "../../src/record/paper-map.ts";
import { sampleMap, sampleRecord } from "./sample-map.ts";

const map = sampleMap();
const [dough, loaf] = criteriaOf(map);
if (dough === undefined || loaf === undefined) throw new Error("The sample has two criteria");
const how = { date: "3 May", method: "O", assessor: "JS" };

test("what has to be looked at again is said of each criterion", () => {
  const record = sampleRecord(
    {
      dough: { met: "0000000f", answer: "Flour", hash: "0000000f" },
      loaf: { met: "00000002", answer: "Oven" },
      icing: { hash: "0000000f" },
    },
    { fields: { "bread.loaf.changed": "yes", "cake.icing.changed": "yes" } },
  );
  expect(noticesOf(map, record)).toEqual(
    new Map([
      ["bread.dough", ["answer-older", "decision-older"]],
      ["bread.loaf", ["changed"]],
    ]),
  );
});

test("an answer that has changed since it was judged is marked, and nothing else is", () => {
  const before = sampleRecord({
    dough: { met: "00000001", answer: "Flour" },
    loaf: { met: "00000002", evidence: ["1"] },
    icing: { answer: "Sugar" },
  });
  const now = sampleRecord({
    dough: { met: "00000001", answer: "Flour" },
    loaf: { met: "00000002", evidence: ["1", "2"] },
    icing: { answer: "Salt" },
  });
  expect(withChanges(map, before, now).fields).toEqual({ "bread.loaf.changed": "yes" });
});

test("a decision that is confirmed holds for the wording and the answer of today", () => {
  const record = sampleRecord(
    { dough: { met: "0000000f" }, loaf: { met: "0000000f" } },
    { fields: { "bread.dough.changed": "yes", "bread.loaf.changed": "yes" } },
  );
  const after = confirmed(record, dough);
  expect(after.criteria.map(({ assessment }) => assessment.hash)).toEqual(["00000001", "0000000f", null]);
  expect(after.fields).toEqual({ "bread.loaf.changed": "yes" });
  expect(confirmed(sampleRecord(), dough).criteria[0]?.assessment.hash).toBeNull();
});

test("several criteria are met with one action, and are as before when it is taken back", () => {
  const before = sampleRecord(
    { dough: { evidence: ["1", "3"] }, loaf: { met: "0000000f" } },
    { fields: { "bread.loaf.changed": "yes" } },
  );
  const after = markedMet(before, [dough, loaf], how);
  expect(after.criteria.map(({ assessment }) => assessment)).toMatchObject([
    { decision: "met", hash: "00000001", date: "3 May", method: "O", assessor: "JS", location: "1, 3" },
    { decision: "met", hash: "00000002", location: null },
    { decision: null },
  ]);
  expect(after.fields).toEqual({ "bread.dough.judged": expect.stringMatching(/^[0-9a-f]{8}$/u) });

  const typedLater = { ...after, fields: { "bread..feedback": "Good" } };
  const back = takenBack(typedLater, before, [dough, loaf]);
  expect(back.criteria).toEqual(before.criteria);
  expect(back.fields).toEqual({ "bread.loaf.changed": "yes", "bread..feedback": "Good" });
});

test("what is left empty when several are marked stays as it was", () => {
  const once = markedMet(sampleRecord(), [dough], how);
  const twice = markedMet(once, [dough], { date: " ", method: "", assessor: "" });
  expect(twice.criteria[0]?.assessment).toMatchObject({ date: "3 May", method: "O", assessor: "JS" });
});

test("a decision is filled in as far as it is known, and a new one has a day and initials of its own", () => {
  const first = decided(sampleRecord({ dough: { met: "00000001", evidence: ["2"] } }), dough, how, true);
  expect(first.criteria[0]?.assessment).toMatchObject({ date: "3 May", assessor: "JS", location: "2", method: null });
  const typed = decided(first, dough, { date: "4 May", assessor: "" }, true);
  expect(typed.criteria[0]?.assessment).toMatchObject({ date: "3 May", assessor: "JS" });
  const changed = decided(first, dough, { date: "4 May", assessor: "" }, false);
  expect(changed.criteria[0]?.assessment).toMatchObject({ date: "4 May", assessor: "JS" });
});

test("a decision that is taken back leaves what was written about the evidence", () => {
  const before = decided(sampleRecord({ dough: { met: "00000001", evidence: ["2"] } }), dough, how, true);
  expect(withdrawn(before, dough).criteria[0]?.assessment).toMatchObject({
    decision: null,
    hash: null,
    date: null,
    assessor: null,
    location: "2",
  });
});
