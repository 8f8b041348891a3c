import { writeCsv } from "../exchange/write-csv.ts";
import type { Fit } from "../record/fit.ts";
import type { CriterionRecord, LearnerRecord } from "../record/learner-record.ts";
import type { Collected } from "./collect.ts";

const columns = [
  "Learner number",
  "Learner name",
  "Centre",
  "Qualification",
  "Title",
  "Version",
  "Paper",
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
  "File",
] as const;

/** A row for each learner and criterion, for spreadsheets. */
export function markSheet(papers: readonly Collected[]): string {
  return writeCsv([columns, ...papers.flatMap(rowsOf)]);
}

/** A plan about several learners holds a record of each. */
function rowsOf({ file, paper: { record, asksFor }, fit }: Collected): readonly (readonly (string | number)[])[] {
  const own = asksFor.criteria ? criterionRows(record, file.path, fit) : [];
  return [...own, ...record.records.flatMap((one) => criterionRows(one, file.path, null))];
}

function criterionRows(record: LearnerRecord, path: string, fit: Fit | null) {
  const { learner, specification, document } = record;
  return record.criteria.map((one) => {
    const { answer, assessment } = one;
    return [
      learner.number ?? "",
      learner.name ?? "",
      learner.centre ?? "",
      specification.id,
      specification.title,
      specification.version ?? "",
      document,
      one.unit,
      one.number,
      one.key ?? "",
      one.text,
      countWords(answer),
      answer ?? "",
      one.evidence.join(", "),
      assessment.location ?? "",
      assessment.decision === "not-yet" ? "not yet" : (assessment.decision ?? ""),
      assessment.method ?? "",
      assessment.date ?? "",
      assessment.assessor ?? "",
      assessment.feedback ?? "",
      assessment.iqa ?? "",
      fitWord(one, fit),
      path,
    ];
  });
}

/** How it stands in the specification as it is now; empty where that was not at hand. */
function fitWord(one: CriterionRecord, fit: Fit | null): string {
  if (fit === null) return "";
  if (fit.gone.includes(one)) return "gone";
  return fit.changed.some(({ written }) => written === one) ? "changed" : "fits";
}

function countWords(text: string | null): number {
  return text === null ? 0 : text.split(/\s+/u).filter((word) => word !== "").length;
}
