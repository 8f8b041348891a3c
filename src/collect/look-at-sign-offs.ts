import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../diagnostics/source-file.ts";
import { type Contradiction, contradictionsIn, isFault, type UnmetCriterion } from "../record/contradictions.ts";
import { fitted } from "../record/fit.ts";
import type { Gap } from "../record/gaps.ts";
import type { LearnerRecord } from "../record/learner-record.ts";
import { code, joinWords } from "../text/words.ts";
import { finding } from "./finding.ts";
import { few } from "./look-at-paper.ts";
import type { Specifications } from "./open-specifications.ts";
import type { ReadPaper } from "./read-paper.ts";

/** What is signed off without the decisions that carry it, or without a word of who made them and when: in a paper, and in the records that a plan was made from. */
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
  const language = specifications.languageOf(record.specification);
  return contradictionsIn(map, fitted(map, record), isAwarded, language).flatMap(
    (one) => messageFor(one, record, who) ?? [],
  );
}

/** null where it held once: that the wording has changed since is told of the whole paper. */
function messageFor(one: Contradiction, { specification }: LearnerRecord, who: string): string | null {
  if (one.kind === "whole") {
    const units = one.achieved.length === 0 ? "no unit" : `only ${joinWords(few(one.achieved.map(code)))}`;
    return `Unexpected award of ${code(specification.id)}${who} with ${units} signed off and met, expected a valid combination of units; ask the assessor which is right`;
  }
  if (one.kind === "incomplete") return incompleteMessage(one, who);
  const faults = one.criteria.filter((it) => isFault(it) || it.why === "other-answer");
  if (faults.length === 0) return null;
  const numbers = (why: UnmetCriterion["why"]) => faults.filter((it) => it.why === why).map(({ number }) => number);
  const parts = [
    ["undecided", numbers("undecided")],
    ["not yet met", numbers("not-yet")],
    ["with another answer or evidence than was judged", numbers("other-answer")],
  ] as const;
  const what = parts
    .filter(([, own]) => own.length > 0)
    .map(([words, own]) => `${joinWords(few(own.map(code)))} ${words}`);
  return `Unexpected sign-off of the unit ${code(one.id)}${who} with ${what.join(" and ")}, expected every criterion to be met; ask the assessor to decide, or to open the unit again`;
}

function incompleteMessage(one: Extract<Contradiction, { kind: "incomplete" }>, who: string): string {
  const numbers = (gap: Gap) => one.criteria.filter((it) => it.gap === gap).map(({ number }) => code(number));
  const dates = one.criteria.filter(({ gap }) => gap === "not-a-date").map(({ date }) => code(date ?? ""));
  const parts = [
    ["no initials beside", numbers("no-name")],
    ["no date beside", numbers("no-date")],
    [`${joinWords(few([...new Set(dates)]))} as the date of`, numbers("not-a-date")],
    ["no name of who signs it", one.own.includes("no-name") ? [""] : []],
    ["no date of its own", one.own.includes("no-date") ? [""] : []],
    [`${code(one.date ?? "")} as its own date`, one.own.includes("not-a-date") ? [""] : []],
  ] as const;
  const what = parts
    .filter(([, own]) => own.length > 0)
    .map(([words, own]) => (own[0] === "" ? words : `${words} ${joinWords(few(own))}`));
  return `Unexpected sign-off of the unit ${code(one.id)}${who} with ${joinWords(what)}, expected each decision to say who made it and on which day, as \`3 May 2026\`; ask the assessor to complete it`;
}

function whose({ learner: { name, number } }: LearnerRecord): string {
  return name === null && number === null ? "" : ` for ${code(name ?? number ?? "")}`;
}
