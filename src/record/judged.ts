import type { CriterionRecord, LearnerRecord } from "./learner-record.ts";
import { type Criterion, changedField, judgedField } from "./places.ts";

type Fields = LearnerRecord["fields"];
type Work = Pick<CriterionRecord, "answer" | "evidence">;

/** Whether the answer, or the evidence named for it, is another than the one that was judged, as far as the record tells. */
export function isOvertaken(one: CriterionRecord, fields: Fields): boolean {
  if (one.assessment.decision === null) return false;
  if (fields[changedField(one)] !== undefined) return true;
  const judged = fields[judgedField(one)];
  return judged !== undefined && judged !== markOf(one);
}

/** The fields of a record in which these criteria have just been judged as they stand there, or are not judged any more. */
export function withJudged(fields: Fields, criteria: readonly CriterionRecord[]): Fields {
  const now = { ...fields };
  for (const one of criteria) {
    delete now[changedField(one)];
    delete now[judgedField(one)];
    const mark = markOf(one);
    // Who decides without the work on the page has seen it elsewhere: nothing is known of what it was.
    if (one.assessment.decision !== null && mark !== null) now[judgedField(one)] = mark;
  }
  return now;
}

/** The marks of criteria as they are in another record, as where its decisions take the place of those that are here. */
export function withMarksOf(fields: Fields, from: Fields, criteria: readonly Criterion[]): Fields {
  const now = { ...fields };
  for (const name of criteria.flatMap((one) => [changedField(one), judgedField(one)])) {
    const mark = from[name];
    if (mark === undefined) delete now[name];
    else now[name] = mark;
  }
  return now;
}

/** Of a record that is passed on without its answers: what they tell is told by the plain mark. */
export function withPlainMarks({ fields, criteria }: LearnerRecord): Fields {
  const now = { ...fields };
  for (const one of criteria) {
    if (isOvertaken(one, fields)) now[changedField(one)] = "yes";
    delete now[judgedField(one)];
  }
  return now;
}

/** 8 hexadecimal digits; null where there is nothing. Fields of pages end their lines in one way only. */
function markOf({ answer, evidence }: Work): string | null {
  const text = (answer ?? "").replace(/\r\n?/gu, "\n").trim();
  if (text === "" && evidence.length === 0) return null;
  let hash = 0x811c9dc5;
  for (const character of JSON.stringify([text, [...evidence].sort()])) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
}
