import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkFolder } from "../check-folder.ts";
import { emptyFolder } from "../run-qualspec.ts";

const path = "qualifications/l2-example-award.yaml";

/** The rules that find something in the starter after an edit, and those whose findings are waived. */
async function found(guidedLearningHours: string) {
  const folder = emptyFolder();
  cpSync("templates/starter", folder, { recursive: true });
  const yaml = readFileSync(join(folder, path), "utf8");
  writeFileSync(join(folder, path), yaml.replace(/^guidedLearningHours: .*$/mu, guidedLearningHours));
  const { findings, waived } = await checkFolder(folder);
  return { findings: findings.map(({ rule }) => rule), waived: waived.map(({ finding }) => finding.rule) };
}

test("a rule gives way to what is found, and not to what is waived", async () => {
  expect(await found("guidedLearningHours: 32")).toEqual({ findings: ["hours-within-total"], waived: [] });
  const waiver = "# qualspec: waive hours-within-total until 2027-03-31: the total is under review";
  expect(await found(`guidedLearningHours: 32 ${waiver}`)).toEqual({
    findings: ["hours-add-up"],
    waived: ["hours-within-total"],
  });
});
