import { writeCsv } from "../exchange/write-csv.ts";
import type { CriterionRecord } from "../record/learner-record.ts";
import type { CriterionRow, LearnerRows } from "./join-records.ts";

/** What stands in each column; the README says the same to readers of the file. */
const columns = [
  "Learner number",
  "Learner name",
  "Centre",
  "Qualification",
  "Title",
  "Version",
  "Unit",
  "Criterion",
  "Key",
  "Wording",
  "Words",
  "Answer",
  "Evidence",
  "Location",
  "Decision",
  "Method",
  "Date",
  "Assessor",
  "Feedback",
  "IQA",
  "Fits",
  "Papers",
  "Files",
] as const;

/** A row for each learner and criterion, for spreadsheets. */
export function markSheet(learners: readonly LearnerRows[]): string {
  return writeCsv([columns, ...learners.flatMap(rowsOf)]);
}

function rowsOf(of: LearnerRows): readonly (readonly (string | number)[])[] {
  return of.rows.map((row) => cellsOf(of, row));
}

function cellsOf({ learner, specification }: LearnerRows, row: CriterionRow): readonly (string | number)[] {
  const { criterion, states, fit } = row;
  const said = (say: (one: CriterionRecord) => string | null) =>
    different([...row.otherwise, criterion].map(say), " | ");
  return [
    learner.number ?? "",
    learner.name ?? "",
    learner.centre ?? "",
    specification.id,
    specification.title,
    different(states.map(({ record }) => record.specification.version)),
    criterion.unit,
    criterion.number,
    criterion.key ?? "",
    criterion.text,
    countWords(criterion.answer),
    said(({ answer }) => answer),
    criterion.evidence.join(", "),
    said(({ assessment }) => assessment.location),
    said(({ assessment: { decision } }) => (decision === "not-yet" ? "not yet" : decision)),
    said(({ assessment }) => assessment.method),
    said(({ assessment }) => assessment.date),
    said(({ assessment }) => assessment.assessor),
    said(({ assessment }) => assessment.feedback),
    said(({ assessment }) => assessment.iqa),
    fit ?? "",
    different(states.map(({ record }) => record.document)),
    different(states.map(({ file }) => file.path)),
  ];
}

/** What is said, each once. */
function different(words: readonly (string | null)[], between = ", "): string {
  return [...new Set(words.filter((word) => word !== null && word !== ""))].join(between);
}

function countWords(text: string | null): number {
  return text === null ? 0 : text.split(/\s+/u).filter((word) => word !== "").length;
}
