import type { LearnerRecord } from "../record/learner-record.ts";
import { criterionId } from "../record/places.ts";
import type { ReportedPaper } from "../reporters/collected.ts";
import type { Collected, Collection } from "./collect.ts";
import type { WrittenFile } from "./write-collected.ts";

/** What is told of every file, in the order of their paths. */
export function reportedPapers(
  {
    papers,
    copies,
    older,
    fieldless,
    refused,
  }: Pick<Collection, "papers" | "copies" | "older" | "fieldless" | "refused">,
  written: readonly WrittenFile[],
): readonly ReportedPaper[] {
  const nothing = {
    copyOf: null,
    newer: null,
    document: null,
    learner: null,
    specification: null,
    criteria: null,
    learners: 0,
    fit: null,
    written: null,
  };
  return [
    ...papers.map((one) => reported(one, written)),
    ...[...copies].map(([path, copyOf]): ReportedPaper => ({ ...nothing, path, status: "copy", copyOf })),
    ...[...older].map(([path, newer]): ReportedPaper => ({ ...nothing, path, status: "older", newer })),
    ...fieldless.map((path): ReportedPaper => ({ ...nothing, path, status: "no-fields" })),
    ...refused.map((path): ReportedPaper => ({ ...nothing, path, status: "refused" })),
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function reported(
  { file, paper: { record, asksFor }, fit }: Collected,
  written: readonly WrittenFile[],
): ReportedPaper {
  const { id, title, version, unit } = record.specification;
  return {
    path: file.path,
    status: "read",
    copyOf: null,
    newer: null,
    document: record.document,
    learner: record.learner,
    specification: { id, title, version, unit },
    criteria: asksFor.criteria ? countsOf(record) : null,
    learners: record.records.length,
    fit:
      fit === null
        ? null
        : {
            fits: fit.fits.length,
            changed: fit.changed.map(({ asked }) => criterionId(asked)),
            gone: fit.gone.map(criterionId),
            added: fit.added.map(criterionId),
          },
    written: written.find(({ of }) => of === file.path)?.path ?? null,
  };
}

/** A decision on wording that was answered otherwise since counts for nothing until it is confirmed. */
function countsOf({ criteria }: LearnerRecord) {
  return {
    total: criteria.length,
    answered: criteria.filter(({ answer, evidence }) => answer !== null || evidence.length > 0).length,
    met: criteria.filter(({ assessment, hash }) => assessment.decision === "met" && assessment.hash === hash).length,
  };
}
