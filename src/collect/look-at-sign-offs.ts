import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../diagnostics/source-file.ts";
import { type Contradiction, contradictionsIn, isFault, type UnmetCriterion } from "../record/contradictions.ts";
import { fitted } from "../record/fit.ts";
import type { LearnerRecord } from "../record/learner-record.ts";
import { code, joinWords } from "../text/words.ts";
import { finding } from "./finding.ts";
import { few } from "./look-at-paper.ts";
import type { Specifications } from "./open-specifications.ts";
import type { ReadPaper } from "./read-paper.ts";

/** What is signed off without the decisions that carry it: in a paper, and in the records that a plan was made from. */
export function lookAtSignOffs(
  { record, asksFor }: ReadPaper,
  file: SourceFile,
  specifications: Specifications,
): readonly Diagnostic[] {
  // A sheet for signatures alone asks for no decisions: they stand elsewhere.
  const own = asksFor.criteria ? messagesFor(record, specifications, "") : [];
  const others = record.records.flatMap((one) => messagesFor(one, specifications, whose(one)));
  return [...own, ...others].map((message) => finding("paper-sign-off-unsupported", file, message));
}

function messagesFor(record: LearnerRecord, specifications: Specifications, who: string): readonly string[] {
  const map = specifications.mapOf(record.document, record.specification);
  if (map === null) return [];
  const isAwarded = specifications.judgeOf(record.specification);
  return contradictionsIn(map, fitted(map, record), isAwarded).flatMap((one) => messageFor(one, record, who) ?? []);
}

/** null where it held once: that the wording has changed since is told of the whole paper. */
function messageFor(one: Contradiction, { specification }: LearnerRecord, who: string): string | null {
  if (one.kind === "whole") {
    const units = one.achieved.length === 0 ? "no unit" : `only ${joinWords(few(one.achieved.map(code)))}`;
    return `Unexpected award of ${code(specification.id)}${who} with ${units} signed off and met, expected a valid combination of units; ask the assessor which is right`;
  }
  const faults = one.criteria.filter(isFault);
  if (faults.length === 0) return null;
  const numbers = (why: UnmetCriterion["why"]) => faults.filter((it) => it.why === why).map(({ number }) => number);
  const parts = [
    ["undecided", numbers("undecided")],
    ["not yet met", numbers("not-yet")],
  ] as const;
  const what = parts
    .filter(([, own]) => own.length > 0)
    .map(([words, own]) => `${joinWords(few(own.map(code)))} ${words}`);
  return `Unexpected sign-off of the unit ${code(one.id)}${who} with ${what.join(" and ")}, expected every criterion to be met; ask the assessor to decide, or to open the unit again`;
}

function whose({ learner: { name, number } }: LearnerRecord): string {
  return name === null && number === null ? "" : ` for ${code(name ?? number ?? "")}`;
}
