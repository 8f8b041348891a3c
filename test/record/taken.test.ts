import { expect, test } from "vitest";
import type { LearnerRecord } from "../../src/record/learner-record.ts";
import { emptyRecord } from "../../src/record/record-of.ts";
import { isStale, withTaken } from "../../src/record/taken.ts";
import { sampleMap } from "./sample-map.ts";

const record = (document: string, saved: string | null): LearnerRecord => ({
  ...emptyRecord(sampleMap(document)),
  saved,
});
const checklist = "assessor-checklist";
const workbook = "learner-workbook";
const [nine, ten] = ["2026-05-11T09:00:00.000Z", "2026-05-11T10:00:00.000Z"];

test.each([
  ["the first file", null, ten, false],
  ["a newer file", nine, ten, false],
  ["the same file again", ten, ten, false],
  ["an older file", ten, nine, true],
  ["a file of unknown age", nine, null, true],
] as const)("%s from the other side", (_, before, now, isOld) => {
  const own = record(checklist, null);
  const here = before === null ? own : withTaken(own, record(workbook, before), checklist);
  expect(isStale(here, record(workbook, now))).toBe(isOld);
});

test("two files of unknown age: the second is asked about", () => {
  const here = withTaken(record(checklist, null), record(workbook, null), checklist);
  expect(isStale(here, record(workbook, null))).toBe(true);
  expect(isStale(here, record(workbook, nine))).toBe(false);
});

test("a paper's own files are laid together, whatever their age", () => {
  const here = withTaken(record(checklist, ten), record(checklist, ten), checklist);
  expect(isStale(here, record(checklist, nine))).toBe(false);
});
