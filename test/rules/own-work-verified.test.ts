import { expect, test } from "vitest";
import { textsOf } from "./findings-of.ts";

function found(words: string, key = "internalQualityAssurer"): Promise<readonly string[]> {
  return textsOf("own-work-verified", {
    "q.yaml": `kind: qualification\nid: q\ntitle: Q\nassessment:\n  people:\n    ${key}: ${JSON.stringify(words)}\n`,
  });
}

test.each<[words: string, marked: string]>([
  ["The assessor may verify their own decisions.", "may verify their own decisions"],
  ["Holds a qualification. Also samples his or her own assessments.", "Also samples his or her own assessments"],
  ["In small centres assessors can quality assure their own work", "can quality assure their own work"],
  ["May countersign decisions they have made.", "May countersign decisions they have made"],
  ["The same person may assess and quality assure.", "The same person may assess and quality assure"],
])("%s", async (words, marked) => {
  expect(await found(words)).toEqual([marked]);
  expect(await found(words, "countersigning")).toEqual([marked]);
});

test.each([
  "Never quality assures a decision that they made or countersigned themselves.",
  "May assess, but does not verify their own decisions.",
  "An assessor may also be an internal quality assurer, other than of their own decisions.",
  "Nobody samples their own decisions; the same person may assess and teach.",
  "Samples the learner's own work.",
  "Verifies that learners' own work is authentic.",
  "Assures the quality of assessment decisions.",
  "Keeps their own competence up to date.",
  "Each decision is sampled by somebody else than the person who verifies their own work.",
])("no permission: %s", async (words) => {
  expect(await found(words)).toEqual([]);
});

test("in other languages nothing can be told", async () => {
  const file = (language: string) =>
    `kind: qualification\nid: q\ntitle: Q\nlanguage: ${language}\nassessment: { people: { assessor: May verify their own decisions. } }\n`;
  expect(await textsOf("own-work-verified", { "q.yaml": file("en-GB") })).toEqual(["May verify their own decisions"]);
  expect(await textsOf("own-work-verified", { "q.yaml": file("cy") })).toEqual([]);
});
