import type { CriterionRecord, LearnerRecord } from "../../../src/record/learner-record.ts";
import type { MappedCriterion } from "../../../src/record/paper-map.ts";
import type { Session } from "./session.ts";

/** What one paper's program adds to what all of them do. */
export interface Part {
  /** How far the record is, for the bar: "12 of 52 criteria answered". */
  readonly progress: (record: LearnerRecord) => string;
  /** What opens when a person asks what is missing. Left out, the bar only says how far it is. */
  readonly showMissing?: () => void;
  /** What depends on the wording of a criterion, and is marked when the wording has changed. */
  readonly confirmation?: Confirmation;
  /** The record once a file has been brought into it, such as with marks at what the file has changed. */
  readonly arrived?: (before: LearnerRecord, now: LearnerRecord) => LearnerRecord;
  /** What in a record does not add up, in words; empty where nothing is. */
  readonly doubts?: (record: LearnerRecord) => readonly Node[];
  /** Takes the place of importing the record of one learner. */
  readonly importFiles?: () => Promise<void>;
  /** What the bar says besides, more buttons for instance, in the dialog behind "More". */
  readonly moreActions?: readonly { readonly label: string; readonly note: string; readonly act: () => void }[];
}

export interface Confirmation {
  /** The mark of the wording that was answered or judged; null where nothing was. */
  readonly hashOf: (one: CriterionRecord) => string | null;
  /** The record once a person has looked at it beside the new wording. */
  readonly confirm: (one: CriterionRecord, asked: MappedCriterion) => CriterionRecord;
  /** What was written or decided, in words. */
  readonly wordsOf: (one: CriterionRecord) => string;
  /** Behind which element the mark stands. */
  readonly placeOf: (asked: MappedCriterion) => Element | null;
  /** Where a person goes on when the mark is gone. */
  readonly fieldOf: (asked: MappedCriterion) => HTMLElement | undefined;
}

export type MakePart = (session: Session) => Part;
