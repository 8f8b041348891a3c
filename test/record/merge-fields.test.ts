import { expect, test } from "vitest";
import { merge } from "../../src/record/merge.ts";
import { sampleRecord } from "./sample-map.ts";

const signed = { "bread..sign-off.assessor-signature": "JS", "people.assessor": "Jo" };
const stale = { "bread..sign-off.assessor-signature": "Old", "bread.dough.changed": "yes", "people.assessor": "Old" };

const checklist = (fields: Readonly<Record<string, string>>) => sampleRecord({}, { fields });
const workbook = (fields: Readonly<Record<string, string>>) =>
  sampleRecord({}, { document: "learner-workbook", fields });

test.each([
  [
    "a learner's file brings the learner's fields, and leaves the assessor's",
    checklist({ ...signed, "bread..own-work": "yes", "self.1": "No" }),
    workbook({ ...stale, "self.1": "Yes" }),
    { ...signed, "self.1": "Yes" },
  ],
  [
    "an assessor's file brings the assessor's fields, also that one is gone, and leaves the learner's",
    workbook({ ...stale, "self.1": "Yes" }),
    checklist({ ...signed, "self.1": "No" }),
    { ...signed, "self.1": "Yes" },
  ],
  [
    "where there is nothing yet, the fields of both sides come in",
    checklist({}),
    workbook({ ...signed, "self.1": "Yes" }),
    { ...signed, "self.1": "Yes" },
  ],
  [
    "a file without fields takes none away",
    checklist({ ...signed, "self.1": "Yes" }),
    workbook({}),
    { ...signed, "self.1": "Yes" },
  ],
])("%s", (_, current, incoming, expected) => {
  expect(merge(current, incoming).fields).toEqual(expected);
});

test("a place that is written without a decision yet is not lost when the learner sends more", () => {
  const placed = checklist({});
  const criteria = placed.criteria.map((one) => ({ ...one, assessment: { ...one.assessment, location: "Page 4" } }));
  const merged = merge({ ...placed, criteria }, workbook({}));
  expect(merged.criteria.map(({ assessment }) => assessment.location)).toEqual(["Page 4", "Page 4", "Page 4"]);
});
