import type { Fix, Place, Related } from "../diagnostics/diagnostic.ts";
import type { Explanation } from "../diagnostics/explanation.ts";
import type { Corpus } from "../model/corpus.ts";
import type { Framework, Qualification, Unit } from "../model/types.ts";

/** Says that something is wrong at a place, where else to look, and the answer where there is only one. */
export type Report = (place: Place, message: string, related?: readonly Related[], fix?: Fix | null) => void;

/** A rule: what it asks for, in words that `explain` prints, and the check. It sees only specifications that have their shape. */
export interface Rule extends Explanation {
  /**
   * Rules that this one gives way to: where one of them has found something in the same specification, or in a unit of a
   * qualification, the figures that this rule compares are already known to be wrong, and it is not asked.
   */
  readonly yieldsTo?: readonly string[];
  readonly qualification?: (qualification: Qualification, report: Report, corpus: Corpus) => void;
  readonly unit?: (unit: Unit, report: Report, corpus: Corpus) => void;
  readonly framework?: (framework: Framework, report: Report, corpus: Corpus) => void;
  /** For what only the specifications together can break. */
  readonly corpus?: (corpus: Corpus, report: Report) => void;
}

export function defineRule<const T extends Rule>(rule: T): T {
  return rule;
}
