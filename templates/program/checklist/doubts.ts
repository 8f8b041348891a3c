import type { LearnerRecord } from "../../../src/record/learner-record.ts";
import { listOf } from "../shared/arrival.ts";
import { doubtsIn } from "../shared/doubts.ts";
import { element, paragraph } from "../shared/element.ts";
import type { Session } from "../shared/session.ts";

/** What does not add up, and what follows from it. */
export function doubtWords(session: Session, record: LearnerRecord): readonly Node[] {
  const { say } = session;
  const doubts = doubtsIn(session, record);
  if (doubts.length === 0) return [];
  return [element("p", {}, element("strong", {}, say("doubt.title"))), listOf(doubts), paragraph(say("doubt.do"))];
}
