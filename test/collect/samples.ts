import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { collect } from "../../src/collect/collect.ts";
import { valuesOf } from "../../src/record/field-values.ts";
import type { LearnerRecord } from "../../src/record/learner-record.ts";
import { emptyRecord, recordOf } from "../../src/record/record-of.ts";
import { type Files, ioIn, writeInto } from "../check-folder.ts";
import { copyWorkspace, starterFolder } from "../papers/build-papers.ts";
import { emptyFolder } from "../run-qualspec.ts";
import { fillDocx } from "./fill-docx.ts";
import { madePapers, papersToFillIn } from "./made-papers.ts";

const [first, second] = await papersToFillIn(starterFolder, ["learner-workbook", "assessor-checklist"]);
const [made] = await madePapers(starterFolder, ["unit-guide"]);
if (first === undefined || second === undefined || made === undefined) throw new Error("no papers");
export const [workbook, checklist] = [first, second];
/** Nobody fills it in. */
export const guide = made.bytes;

export const sam = new Map([
  ["me.name", "Sam Example"],
  ["me.number", "12345"],
  ["me.centre", "Example College"],
  ["hot-drinks.1.1.a", "I wipe it\nevery day"],
  ["hot-drinks.check-machine.a", "=1+1"],
  ["hot-drinks.check-machine.e", "1"],
  ["log.1.reference", "1"],
  ["log.1.description", "A photograph"],
]);
export const decided = new Map([
  ["people.name", "Sam Example"],
  ["people.number", "12345"],
  ["hot-drinks.check-machine.r", "Met"],
  ["hot-drinks.check-machine.m", "Observation"],
  ["hot-drinks.check-machine.i", "AB"],
]);
export const filled = (values: ReadonlyMap<string, string> = sam) =>
  fillDocx(workbook.bytes, workbook.part.fields, values);
export const record = (values: ReadonlyMap<string, string> = sam, change: Partial<LearnerRecord> = {}) => {
  const { map } = workbook.part;
  return { ...recordOf(map, new Map([...valuesOf(map, emptyRecord(map)), ...values]), emptyRecord(map)), ...change };
};
export const json = (one: LearnerRecord) => JSON.stringify(one);
export const saved = (time: string) => ({ saved: time });
/** As Word says when it saves. */
export const savedAt = (time: string) => (text: string) =>
  text.replace(
    "</cp:coreProperties>",
    `<dcterms:modified xmlns:dcterms="http://purl.org/dc/terms/">${time}</dcterms:modified></cp:coreProperties>`,
  );
/** A decision on the first criterion. */
export function decision(word: "met" | "not-yet", change: Partial<LearnerRecord> = {}): LearnerRecord {
  const blank = record(new Map([...sam].filter(([name]) => name.startsWith("me."))));
  const criteria = blank.criteria.map((one, at) => {
    const assessment = { ...one.assessment, hash: one.hash, decision: word, feedback: `So it is ${word}.` };
    return at === 0 ? { ...one, assessment } : one;
  });
  return { ...blank, criteria, ...change };
}

/** What `collect` makes of files beside the starter's specifications. */
export async function collected(files: Files, paths: readonly string[] = ["returned"], edit = (yaml: string) => yaml) {
  const folder = emptyFolder();
  copyWorkspace(starterFolder, folder);
  const unit = join(folder, "units", "hot-drinks.yaml");
  writeFileSync(unit, edit(readFileSync(unit, "utf8")));
  writeInto(folder, files);
  const found = await collect(ioIn(folder), paths, { specs: null, skipped: new Set() });
  if (found === null) throw new Error("broken workspace");
  return found;
}

/** Another wording of criterion 1.2. */
export const reworded = (yaml: string) => yaml.replace("Outline how to check", "Explain how to check");
