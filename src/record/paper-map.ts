import type { SpecificationMark } from "./learner-record.ts";

/** What a paper asks for, and under which names of fields: by it fields become a learner record and back. */
export interface PaperMap {
  readonly document: string;
  readonly specification: SpecificationMark;
  /** The beginning of the fields that hold the learner's name, number and centre. */
  readonly person: "me" | "people";
  readonly units: readonly MappedUnit[];
  /** What a choice means, and the words that stand for it in the paper. */
  readonly choices: Readonly<Record<Choice, string>>;
}

export type Choice = "met" | "not-yet" | "achieved" | "further-work";

export interface MappedUnit {
  readonly id: string;
  readonly title: string;
  readonly outcomes: readonly MappedOutcome[];
}

export interface MappedOutcome {
  readonly number: string;
  /** Inline CommonMark, as the texts of criteria. */
  readonly text: string;
  readonly criteria: readonly MappedCriterion[];
}

export interface MappedCriterion {
  readonly unit: string;
  readonly key: string | null;
  readonly number: string;
  readonly text: string;
  /** Of all that is asked: the text with its range, content, task and evidence rule. 8 hexadecimal digits. */
  readonly hash: string;
  /** The beginning of the names of its fields. */
  readonly field: string;
}

export function criteriaOf({ units }: PaperMap): readonly MappedCriterion[] {
  return units.flatMap(({ outcomes }) => outcomes.flatMap(({ criteria }) => criteria));
}
