import { expect, test } from "vitest";
import { compareDates } from "../../src/record/later.ts";
import type { CriterionRecord } from "../../src/record/learner-record.ts";
import { laterDecision } from "../../src/record/merge.ts";
import { sampleRecord } from "./sample-map.ts";

test.each([
  ["3 May 2026", "4 May 2026", 1],
  ["4 May 2026", "3 May 2026", -1],
  ["3 May 2026", "3 May 2026", 0],
  ["3 Sept 2026", "3 Oct 2026", 1],
  ["3rd of May 2026", "1 June 2026", 1],
  ["May 3, 2026", "2026-05-04", 1],
  ["2026-05-03", "2026-05-03T09:30", 1],
  ["3 May 2026, 14:03", "3 May 2026, 9:30", -1],
  ["3 May 26", "4 May 2026", 1],
  ["25/5/2026", "26/5/2026", 1],
  ["03/05/2026", "04/05/2026", 1],
  // Day or month first: the answers differ.
  ["03/05/2026", "02/06/2026", null],
  ["31 February 2026", "1 March 2026", null],
  ["spring", "4 May 2026", null],
  ["May 2026", "4 May 2026", null],
  ["4 May", "3 May 2026", null],
  [null, "3 May 2026", null],
  ["", "", null],
] as const)("%s and %s", (first, second, order) => {
  expect(compareDates(first, second, "en-GB")).toBe(order);
});

test.each([
  ["cy", "3 Mai 2026", "4 Mehefin 2026"],
  ["de", "3. März 2026", "4. Dez. 2026"],
  ["fr", "3 févr. 2026", "4 août 2026"],
  ["", "3 May 2026", "4 June 2026"],
])("months of the language %s", (language, first, second) => {
  expect(compareDates(first, second, language)).toBe(1);
});

test.each([
  ["3 May 2026", "4 May 2026", "incoming"],
  ["4 May 2026", "3 May 2026", "current"],
  ["4 May 2026", "4 May 2026", null],
  [null, "3 May 2026", null],
] as const)("of decisions on %s and %s", (here, there, later) => {
  const [one] = sampleRecord({ dough: { met: "00000001" } }).criteria;
  const on = (date: string | null) => ({ ...one, assessment: { ...one?.assessment, date } }) as CriterionRecord;
  const [conflict, record] = [
    { id: "", what: "decision", current: on(here), incoming: on(there) },
    sampleRecord(),
  ] as const;
  const opened = { ...record, fields: { "bread..reopened": "9 May: Bought" } };
  expect(laterDecision(conflict, [record, record], "en-GB")).toBe(later);
  expect(laterDecision(conflict, [record, opened], "en-GB")).toBe(later ?? "incoming");
  expect(laterDecision(conflict, [opened, record], "en-GB")).toBe(later ?? "current");
});
