import { describe, expect, test } from "vitest";
import { markSheet } from "../../src/collect/mark-sheet.ts";
import type { Files } from "../check-folder.ts";
import { starterFolder } from "../papers/build-papers.ts";
import { editDocx, fillDocx } from "./fill-docx.ts";
import { papersToFillIn } from "./made-papers.ts";
import { parseCsv } from "./parse-csv.ts";
import {
  checklist,
  collected,
  decided,
  decision,
  filled,
  json,
  record,
  reworded,
  sam,
  saved,
  savedAt,
} from "./samples.ts";

/** The mark sheet of what came back, row by row, by the heads of its columns. */
async function sheetOf(files: Files, edit?: (yaml: string) => string) {
  const { learners } = await collected(files, ["returned"], edit);
  const [head = [], ...rows] = parseCsv(markSheet(learners));
  return rows.map((row) => Object.fromEntries(row.map((cell, at) => [head[at] ?? "", cell])));
}

const checked = fillDocx(checklist.bytes, checklist.part.fields, decided);
const met = (word: "met" | "not-yet", time: string | null = null) =>
  json(decision(word, { document: "assessor-checklist", saved: time }));

describe("the mark sheet", () => {
  test("has one row for each learner and criterion, which says all that is known", async () => {
    const read = await sheetOf({ "returned/a.docx": filled(), "returned/b.docx": checked }, reworded);
    expect(read.length).toBe(3);
    expect(read[0]).toMatchObject({
      "Learner number": "12345",
      Centre: "Example College",
      Criterion: "1.1",
      Key: "",
      Words: "5",
      Answer: "I wipe it\nevery day",
      Fits: "fits",
      Papers: "learner-workbook, assessor-checklist",
      Files: "returned/a.docx, returned/b.docx",
    });
    expect(read[1]).toMatchObject({
      Answer: "'=1+1",
      Evidence: "1",
      Key: "check-machine",
      Fits: "changed",
      Decision: "met",
      Method: "Observation",
      Assessor: "AB",
    });
  });

  test("leaves out papers that ask nothing about single criteria, and opens those about several learners", async () => {
    const [form] = await papersToFillIn(starterFolder, ["observation-record"]);
    const plan = record(new Map(), { document: "iqa-sampling-plan", records: [record()] });
    const read = await sheetOf({ "returned/a.docx": form?.bytes ?? "", "returned/b.json": json(plan) });
    expect(read.map((row) => [row["Learner number"], row["Papers"]])).toEqual(
      [1, 2, 3].map(() => ["12345", "learner-workbook"]),
    );
  });

  test.each<[string, Files, Readonly<Record<string, string>>]>([
    [
      "the newer of two states",
      {
        "returned/a.json": met("met", "2026-11-03T14:03:00.000Z"),
        "returned/b.json": met("not-yet", "2026-11-01T14:03:00.000Z"),
      },
      { Decision: "met", Feedback: "So it is met.", Files: "returned/a.json" },
    ],
    [
      "the newer of two documents, as Word says when it saved them",
      {
        "returned/a.docx": editDocx(filled(), { "docProps/core.xml": savedAt("2026-11-03T14:03:00Z") }),
        "returned/b.docx": editDocx(filled(new Map([...sam, ["hot-drinks.1.1.a", "Older"]])), {
          "docProps/core.xml": savedAt("2026-11-01T14:03:00Z"),
        }),
      },
      { Answer: "I wipe it\nevery day", Files: "returned/a.docx" },
    ],
    [
      "both where nobody can tell which is newer",
      { "returned/a.json": met("met"), "returned/b.json": met("not-yet") },
      {
        Decision: "met | not yet",
        Feedback: "So it is met. | So it is not-yet.",
        Files: "returned/a.json, returned/b.json",
      },
    ],
    [
      "who is named in one paper, and named and numbered in another",
      {
        "returned/a.docx": filled(new Map([...sam].filter(([name]) => name !== "me.number"))),
        "returned/b.json": met("met"),
      },
      { "Learner number": "12345", Answer: "I wipe it\nevery day", Decision: "met" },
    ],
  ])("says %s", async (_, files, cells) => {
    const read = await sheetOf(files);
    expect(read.length).toBe(3);
    expect(read[0]).toMatchObject(cells);
  });

  test("keeps learners apart who share a name", async () => {
    const number = (one: string) => json(record(new Map([...sam, ["me.number", one]])));
    const nameless = json(record(new Map([...sam, ["me.number", ""]])));
    const read = await sheetOf({
      "returned/a.json": number("1"),
      "returned/b.json": number("2"),
      "returned/c.json": nameless,
    });
    expect(read.map((row) => row["Learner number"])).toEqual(["1", "1", "1", "2", "2", "2", "", "", ""]);
  });
});

test("what an older state says is in no record", async () => {
  const older = json(record(new Map([...sam, ["hot-drinks.1.1.a", "Older"]]), saved("2026-11-01T14:03:00.000Z")));
  const newer = json(record(sam, saved("2026-11-03T14:03:00.000Z")));
  const { papers, older: files } = await collected({ "returned/a.json": older, "returned/b.json": newer });
  expect(papers.map(({ file }) => file.path)).toEqual(["returned/b.json"]);
  expect([...files]).toEqual([["returned/a.json", "returned/b.json"]]);
});
