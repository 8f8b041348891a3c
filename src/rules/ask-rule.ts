import type { Fix, Place, Related } from "../diagnostics/diagnostic.ts";
import type { Corpus } from "../model/corpus.ts";
import type { Specification } from "../model/types.ts";
import type { Report, Rule } from "./define-rule.ts";

/** One thing that a rule found, before the house has said how much it weighs. */
export interface Answer {
  readonly place: Place;
  readonly message: string;
  readonly related: readonly Related[];
  readonly fix: Fix | null;
}

/** Asks a rule about one specification, or with null about all of them together. */
export type AskRule = (rule: Rule, about: Specification | null, corpus: Corpus) => readonly Answer[];

const nothing: readonly Answer[] = [];

export const askRule: AskRule = (rule, about, corpus) => {
  // Most rules have nothing to say of most things: for these, nothing is set up.
  if (rule[about?.type ?? "corpus"] === undefined) return nothing;
  const answers: Answer[] = [];
  const report: Report = (place, message, related = [], fix = null) => {
    answers.push({ place, message, related, fix });
  };
  if (about === null) rule.corpus?.(corpus, report);
  else if (about.type === "framework") rule.framework?.(about, report, corpus);
  else if (about.type === "unit") rule.unit?.(about, report, corpus);
  else rule.qualification?.(about, report, corpus);
  return answers;
};
