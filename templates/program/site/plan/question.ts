import type { Choice } from "../../../../src/routes/choice.ts";
import type { Structure } from "../../../../src/routes/structure.ts";

/** What a page asks about a choice of units. */
export interface Question {
  readonly number: number;
  readonly structure: Structure;
  readonly chosen: readonly string[];
}

/** Whether it is valid is known at once; what is missing may take its time. */
export type Answer =
  | { readonly number: number; readonly kind: "valid" | "open" | "too-long" }
  | { readonly number: number; readonly kind: "judged"; readonly choice: Choice };

export type Judge = (question: Question, tell: (answer: Answer) => void) => void;

declare global {
  /** The judging as one function of its own, which a worker can be made of. */
  var qualspecWork: (() => void) | undefined;
  /** The same within the page, once it has been called there. */
  var qualspecJudge: Judge | undefined;
}
