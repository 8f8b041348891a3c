import type { SpecificationKind } from "../schema/kinds.ts";

/** What was answered so far, by the name of the question. */
export type Answers = Readonly<Record<string, string>>;

/** One thing that only the author knows. */
export interface Question {
  /** As the command line names it once it is read: `totalHours` of `--total-hours`. */
  readonly name: string;
  /** The JSON Pointer of what the answer becomes. */
  readonly pointer: string;
  /** As a person is asked: "Level (entry-1 to entry-3, or 1 to 8)". */
  readonly asks: string;
  /** text: any words. word: one word or number. words: several, with commas between, or `none`. */
  readonly takes: "text" | "word" | "words";
  /** The likely answer, as far as the answers before it tell; what is taken where nobody can be asked. */
  readonly suggests?: (answers: Answers) => string | null;
  /** The question from whose answer the likely one is made. */
  readonly follows?: string;
}

/** A kind of file that is begun by answering questions. */
export interface Draft {
  readonly kind: SpecificationKind;
  /** In the order in which they are asked. */
  readonly questions: readonly Question[];
  /** The file, with `$name` for each answer; a line whose answer is not there is left out. */
  readonly template: string;
  /** What else the template names: made from answers, as YAML writes it. */
  readonly derived?: (answers: Answers) => Answers;
}

export function defineDraft(draft: Draft): Draft {
  return draft;
}
