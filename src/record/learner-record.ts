/**
 * What a learner wrote and what was decided about it: what the interactive papers keep, export and import, and what
 * `collect` reads out of filled documents. `schemas/learner-record.schema.json` is the same for everybody else.
 * What is not known, not written or not decided is null.
 */
export interface LearnerRecord {
  readonly format: "qualspec-learner-record";
  readonly version: 1;
  /** The id of the paper that it comes from, such as `learner-workbook`. */
  readonly document: string;
  readonly specification: SpecificationMark;
  /** ISO 8601 in UTC. */
  readonly saved: string | null;
  readonly learner: Learner;
  /** Each piece of evidence once; criteria name it by its reference. */
  readonly evidence: readonly EvidenceItem[];
  /** Every criterion of the paper, in order, and behind them those of an older version that it no longer has. */
  readonly criteria: readonly CriterionRecord[];
  readonly units: readonly UnitRecord[];
  /** Whatever else was filled in, by the name of its field; a tick is `yes`. */
  readonly fields: Readonly<Record<string, string>>;
  /** Records of single learners that a paper about several of them was made from. */
  readonly records: readonly LearnerRecord[];
}

/** Which specification a paper was made from. */
export interface SpecificationMark {
  /** Of the qualification, or of the unit where a paper is about a unit by itself. */
  readonly id: string;
  readonly title: string;
  readonly version: string | null;
  /** The content hash that the paper prints: 12 hexadecimal digits. */
  readonly hash: string;
  /** The one unit that a paper about a part is for. */
  readonly unit: string | null;
}

export interface Learner {
  readonly name: string | null;
  readonly number: string | null;
  readonly centre: string | null;
}

export interface EvidenceItem {
  readonly reference: string;
  readonly description: string | null;
  /** As written: a person types it. */
  readonly date: string | null;
}

export interface CriterionRecord {
  readonly unit: string;
  readonly key: string | null;
  /** As printed. */
  readonly number: string;
  /** The wording that was answered, and the mark of everything that it asked for: 8 hexadecimal digits. */
  readonly text: string;
  readonly hash: string;
  readonly answer: string | null;
  /** References of evidence, as written. */
  readonly evidence: readonly string[];
  readonly assessment: Assessment;
}

/** What an assessor, and whoever samples the assessment, decided about one criterion. */
export interface Assessment {
  /** The mark of the wording that was judged. */
  readonly hash: string | null;
  readonly decision: "met" | "not-yet" | null;
  /** Where the evidence is. */
  readonly location: string | null;
  readonly method: string | null;
  readonly date: string | null;
  readonly feedback: string | null;
  /** Initials. */
  readonly assessor: string | null;
  /** Initials of the internal quality assurer, where it was sampled. */
  readonly iqa: string | null;
}

export interface UnitRecord {
  readonly id: string;
  readonly title: string;
  readonly decision: "achieved" | "further-work" | null;
  readonly feedback: string | null;
  readonly actions: string | null;
  /** The day of the sign-off, and the initials of who signed it. */
  readonly date: string | null;
  readonly assessor: string | null;
  readonly iqaComment: string | null;
}

export const nothingDecided: Assessment = {
  hash: null,
  decision: null,
  location: null,
  method: null,
  date: null,
  feedback: null,
  assessor: null,
  iqa: null,
};
