import { expect, test } from "vitest";
import type { LearnerRecord } from "../../src/record/learner-record.ts";
import { emptyRecord } from "../../src/record/record-of.ts";
import { learnersOf, sampleField, withoutLearner, withRecords } from "../../src/record/sampling.ts";
import { coverOf } from "../../src/record/sampling-cover.ts";
import { withPaperFields } from "../../src/record/sampling-paper.ts";
import { sampleMap, sampleRecord } from "./sample-map.ts";

const map = sampleMap("iqa-sampling-plan");
const noPlan = emptyRecord(map);

function fileOf(name: string | null, assessor: string | null, changes: Parameters<typeof sampleRecord>[0] = {}) {
  return sampleRecord(changes, {
    learner: { name, number: null, centre: null },
    fields: assessor === null ? {} : { "people.assessor": assessor },
  });
}

function withMethod(record: LearnerRecord, method: string): LearnerRecord {
  return {
    ...record,
    criteria: record.criteria.map((one) => ({
      ...one,
      assessment: one.assessment.decision === null ? one.assessment : { ...one.assessment, method, assessor: "JS" },
    })),
  };
}

const sam = withMethod(fileOf("Sam", "Jo", { dough: { met: "00000001", answer: "Mine" } }), "O, WP");
const kim = withMethod(fileOf("Kim", "Lee", { icing: { met: "00000003" } }), "PD");

test("a plan shows each learner with an assessor, and no answers", () => {
  const { plan, added } = withRecords(noPlan, [sam, kim]);
  expect(added).toHaveLength(2);
  const learners = learnersOf(map, plan);
  expect(learners.map(({ slot, name, assessor }) => [slot, name, assessor])).toEqual([
    ["1", "Sam", "Jo"],
    ["2", "Kim", "Lee"],
  ]);
  expect(learners[0]?.units).toMatchObject([
    { id: "bread", state: "in-progress", met: 1, total: 2, methods: ["O", "WP"], initialled: 0 },
    { id: "cake", state: "not-started", met: 0, total: 1, methods: [] },
  ]);
  expect(JSON.stringify(plan)).not.toContain("Mine");
});

test("a unit is achieved when its assessor's file says so", () => {
  const units = sam.units.map((unit) => ({ ...unit, decision: "achieved" as const, date: "3 May" }));
  const [learner] = learnersOf(map, withRecords(noPlan, [{ ...sam, units }]).plan);
  expect(learner?.units[0]).toMatchObject({ state: "achieved", date: "3 May" });
});

test("a newer file takes the place of the older one and keeps its slot; a number is of one learner only", () => {
  const first = withRecords(noPlan, [sam, kim]).plan;
  const newer = withMethod(fileOf("sam ", "JO", { dough: { met: "00000001" }, loaf: { met: "00000002" } }), "O");
  const other = { ...sam, learner: { name: "Sam", number: "7", centre: null } };
  const { plan, added, replaced } = withRecords(first, [newer, other]);
  expect([added.length, replaced.length]).toEqual([1, 1]);
  expect(learnersOf(map, plan).map(({ slot, units }) => [slot, units[0]?.met])).toEqual([
    ["1", 2],
    ["2", 0],
    ["3", 1],
  ]);
});

test("the same learner with another assessor is another row, and a file that names nobody is none", () => {
  const { plan, unnamed } = withRecords(noPlan, [sam, fileOf("Sam", "Lee"), fileOf(null, "Lee")]);
  expect(learnersOf(map, plan).map(({ assessor }) => assessor)).toEqual(["Jo", "Lee"]);
  expect(unnamed).toHaveLength(1);
});

test("an assessor without a name is known by initials", () => {
  const [learner] = learnersOf(map, withRecords(noPlan, [withMethod({ ...sam, fields: {} }, "O")]).plan);
  expect(learner?.assessor).toBe("JS");
});

test("a learner who is taken out takes the plan's words along, and the slot is not given again", () => {
  const { plan } = withRecords(noPlan, [sam, kim]);
  const fields = { ...plan.fields, [sampleField("1", "bread", "chosen")]: "yes", "strategy.period": "May" };
  const without = withoutLearner({ ...plan, fields }, "1");
  expect(without.fields).toEqual({ "sample.2.learner": "Kim", "sample.2.assessor": "Lee", "strategy.period": "May" });
  expect(learnersOf(map, withRecords(without, [sam]).plan).map(({ slot }) => slot)).toEqual(["2", "3"]);
});

test("a plan says whom, what and which methods nobody has looked at", () => {
  const { plan } = withRecords(noPlan, [sam, kim]);
  expect(coverOf(map, plan).assessors.map(({ state }) => state)).toEqual(["none", "none"]);
  const fields = {
    ...plan.fields,
    [sampleField("1", "bread", "chosen")]: "yes",
    [sampleField("1", "bread", "done")]: "9 May",
    [sampleField("2", "cake", "chosen")]: "yes",
  };
  expect(coverOf(map, { ...plan, fields })).toEqual({
    assessors: [
      { name: "Jo", state: "done" },
      { name: "Lee", state: "planned" },
    ],
    units: [
      { name: "Baking bread", state: "done" },
      { name: "Baking cake", state: "planned" },
    ],
    methods: [
      { name: "O", state: "done" },
      { name: "WP", state: "done" },
      { name: "PD", state: "planned" },
    ],
  });
});

test("the paper's own fields follow the files, and never what a person wrote", () => {
  const typed = { ...noPlan, fields: { "assessors.1.risk": "High", "cake..units.learners": "All of them" } };
  const first = withPaperFields(map, typed, withRecords(typed, [sam, kim]).plan);
  expect(first.fields).toMatchObject({
    "assessors.1.risk": "High",
    "assessors.2.assessor": "Jo",
    "assessors.3.assessor": "Lee",
    "bread..units.assessor": "Jo",
    "bread..units.learners": "Sam",
    "cake..units.assessor": "Lee",
    "cake..units.learners": "All of them",
  });
  expect(first.fields["assessors.1.assessor"]).toBeUndefined();
  const second = withPaperFields(
    map,
    first,
    withRecords(first, [withMethod(fileOf("Ali", "Lee", { dough: { met: "00000001" } }), "O")]).plan,
  );
  expect(second.fields).toMatchObject({ "bread..units.learners": "Sam, Ali", "bread..units.assessor": "Jo, Lee" });
  const third = withPaperFields(map, second, withoutLearner(second, "1"));
  expect(third.fields).toMatchObject({ "bread..units.learners": "Ali", "cake..units.learners": "All of them" });
});
