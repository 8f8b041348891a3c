import { expect, test } from "vitest";
import { textsOf } from "./findings-of.ts";

/** The numbers of a unit's criteria as they are written, "-" where position decides; then those that are found. */
const rows: readonly (readonly [numbers: string, found: string])[] = [
  ["1.1 1.2 1.3", ""],
  ["- - -", ""],
  ["- 1.2 -", ""],
  ["1.1 1.2 1.4", "1.4"],
  ["1.1 1.3 1.4", "1.3"],
  ["1.1 1.3 1.3a", "1.3"],
  ["- 1.5 -", "1.5"],
  ["- 1.5 1.3", "1.5"],
  ["1.2 1.3", "1.2"],
  ["2.1 2.2", "2.1"],
  ["1.9 1.10 1.11", "1.9"],
  ["1.1 1.2 1.2a 1.2b 1.3", ""],
  ["1.1 1.2a", "1.2a"],
  ["1.1 1.2 1.2b", "1.2b"],
  ["1.1 1.2 1.1", ""],
  ["AC1 AC2 AC3", "AC1"],
  ["1.1 other 1.7", "other"],
];

test.each(rows)("criteria %s", async (numbers, found) => {
  const criteria = numbers
    .split(" ")
    .map((number, at) => `{ criterion: State ${at}${number === "-" ? "" : `, number: "${number}"`} }`);
  const files = {
    "a.yaml": `kind: unit\nid: a\ntitle: A\nlearningOutcomes:\n  - { outcome: Know A, assessmentCriteria: [${criteria.join(", ")}] }\n`,
  };
  expect((await textsOf("numbers-run-on", files)).join(" ")).toBe(found === "" ? "" : `"${found}"`);
});

test("ten criteria are counted past nine, as are letters, and outcomes may begin anywhere", async () => {
  const outcome = (number: string, criteria: readonly string[]) =>
    `  - { outcome: Know A, number: "${number}", assessmentCriteria: [${criteria.map((one) => `{ criterion: State, number: "${one}" }`).join(", ")}] }\n`;
  const nine = Array.from({ length: 11 }, (_, at) => `7.${at + 1}`);
  const letters = [..."abcd"].map((letter) => `8.${letter}`);
  const files = (...outcomes: readonly string[]) => ({
    "a.yaml": `kind: unit\nid: a\ntitle: A\nnumbering: { criterion: "{outcome}.{n}" }\nlearningOutcomes:\n${outcomes.join("")}`,
  });
  expect(await textsOf("numbers-run-on", files(outcome("7", nine), outcome("8", [])))).toEqual([]);
  expect(await textsOf("numbers-run-on", files(outcome("7", nine), outcome("9", [])))).toEqual(['"9"']);
  const lettered = files(outcome("8", letters))["a.yaml"].replace("{outcome}.{n}", "{outcome}.{a}");
  expect(await textsOf("numbers-run-on", { "a.yaml": lettered })).toEqual([]);
});
