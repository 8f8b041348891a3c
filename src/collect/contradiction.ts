import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { CriterionRecord } from "../record/learner-record.ts";
import { criterionId } from "../record/places.ts";
import { code, joinWords } from "../text/words.ts";
import { finding, placeOf } from "./finding.ts";
import type { LearnerState } from "./learner-groups.ts";

const mostNamed = 12;

/** Two states of which nobody knows which is newer: a person has to say. */
export function contradiction(one: LearnerState, other: LearnerState): Diagnostic {
  return finding(
    "paper-learner-twice",
    one.file,
    `Unexpected second paper of ${nameOf(one)} that differs ${differences(one, other)}, expected one; nobody can tell which is newer, so both are kept: hand in only the one that counts`,
    [{ message: "the first", place: placeOf(other.file) }],
  );
}

/** A state that an other has taken the place of. */
export function superseded(one: LearnerState, newest: LearnerState): Diagnostic {
  const [before, now] = [one, newest].map(({ record }) => timeOf(record.saved ?? ""));
  return finding(
    "paper-superseded",
    one.file,
    `Unexpected older paper of ${nameOf(one)}, saved ${before}, that differs ${differences(one, newest)}, expected only the newest, saved ${now}; that counts as a whole: put this one away, or hand it in alone`,
    [{ message: "the newest", place: placeOf(newest.file) }],
  );
}

/** "in the answer to `1.1` and the decision on `1.2` (`met`, there `not yet`)" */
function differences({ record }: LearnerState, other: LearnerState): string {
  const there = new Map(other.record.criteria.map((one) => [criterionId(one), one]));
  const name = ({ unit, number }: CriterionRecord) => code(record.units.length > 1 ? `${unit} ${number}` : number);
  const parts = record.criteria.flatMap((one) => {
    const before = there.get(criterionId(one));
    return before === undefined ? [] : differencesIn(one, before).map((what) => what.replace("#", name(one)));
  });
  if (parts.length === 0) return "beside the criteria";
  const more = parts.length - mostNamed;
  return `in ${joinWords(more > 0 ? [...parts.slice(0, mostNamed), `${more} more`] : parts)}`;
}

function differencesIn(one: CriterionRecord, other: CriterionRecord): readonly string[] {
  const [own, there] = [one.assessment, other.assessment];
  const decision =
    own.decision === there.decision ? [] : [`the decision on # (${word(own.decision)}, there ${word(there.decision)})`];
  const rest =
    JSON.stringify({ ...own, decision: there.decision, hash: null }) !== JSON.stringify({ ...there, hash: null });
  return [
    ...(one.answer === other.answer ? [] : ["the answer to #"]),
    ...(one.evidence.join("\n") === other.evidence.join("\n") ? [] : ["the evidence for #"]),
    ...decision,
    ...(rest && decision.length === 0 ? ["the assessment of #"] : []),
  ];
}

function word(decision: "met" | "not-yet" | null): string {
  return decision === null ? "none" : code(decision === "met" ? "met" : "not yet");
}

function nameOf({ record: { learner } }: LearnerState): string {
  return code(learner.name ?? learner.number ?? "");
}

/** "2026-11-03 14:03 UTC" */
function timeOf(saved: string): string {
  return `${saved.slice(0, 10)} ${saved.slice(11, 16)} UTC`;
}
