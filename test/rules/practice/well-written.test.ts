import { expect, test } from "vitest";
import { practiceRules } from "../../../src/rules/practice/index.ts";
import { brief, checkFolder, writeInto } from "../../check-folder.ts";
import { emptyFolder } from "../../run-qualspec.ts";
import { type WellWritten, wellWritten } from "./well-written.ts";

const ids = practiceRules.map(({ id }) => id);

function unitOf({ level, outcome, criteria }: WellWritten, at: number): string {
  const list = criteria.map((criterion) => `      - ${JSON.stringify(criterion)}\n`).join("");
  return `kind: unit\nid: u${at}\ntitle: Unit ${at}\nlevel: ${level}\nlearningOutcomes:\n  - outcome: ${outcome}\n    assessmentCriteria:\n${list}`;
}

test("nothing is found in well-written criteria", async () => {
  const folder = emptyFolder();
  writeInto(folder, Object.fromEntries(wellWritten.map((one, at) => [`u${at}.yaml`, unitOf(one, at)])));
  const { findings } = await checkFolder(folder);
  expect(findings.filter(({ rule }) => ids.includes(rule)).map((one) => `${brief(one)} ${one.message}`)).toEqual([]);
});

test("there are many of them, at every level", () => {
  const criteria = wellWritten.flatMap((one) => one.criteria);
  expect(new Set(criteria).size).toBe(criteria.length);
  expect(criteria.length).toBeGreaterThan(250);
  expect(new Set(wellWritten.map(({ level }) => level)).size).toBeGreaterThan(9);
});
