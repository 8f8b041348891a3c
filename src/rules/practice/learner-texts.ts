import type { Unit } from "../../model/types.ts";
import type { Path } from "../../source/spec-file.ts";
import { Recent } from "../../text/recent.ts";

/** A text of a unit that learners read. */
export interface LearnerText {
  readonly kind: "aim" | "outcome" | "criterion" | "range" | "content" | "task" | "minimum" | "meaning";
  readonly text: string;
  /** From the top of the file. */
  readonly path: Path;
}

const recent = new Recent<Unit, readonly LearnerText[]>(1000);

/** The texts of a unit that learners read, titles aside, as they follow each other on paper. */
export function learnerTexts(unit: Unit): readonly LearnerText[] {
  return recent.get(unit, (one) => [...textsOf(one)]);
}

/** The words that the checks know are English. */
export function isEnglish({ language }: Unit): boolean {
  return /^en(?:-|$)/iu.test(language);
}

function* textsOf({ source, origin, outcomes }: Unit): Iterable<LearnerText> {
  if (source.aim !== undefined) yield { kind: "aim", text: source.aim, path: [...origin.path, "aim"] };
  for (const [row, outcome] of outcomes.entries()) {
    const { path } = outcome.origin;
    yield { kind: "outcome", text: outcome.text, path: [...path, "outcome"] };
    yield* itemsOf(outcome.range?.items, path);
    if (outcome.evidenceMinimum !== null)
      yield { kind: "minimum", text: outcome.evidenceMinimum, path: [...path, "evidence", "minimum"] };
    for (const [at, criterion] of outcome.criteria.entries()) {
      const below = criterion.origin.path;
      const isBare = typeof source.learningOutcomes[row]?.assessmentCriteria?.[at] === "string";
      yield { kind: "criterion", text: criterion.text, path: isBare ? below : [...below, "criterion"] };
      yield* itemsOf(criterion.range?.items, below);
      const { content, task, evidence } = criterion;
      if (content !== null) yield { kind: "content", text: content, path: [...below, "content"] };
      if (task !== null) yield { kind: "task", text: task, path: [...below, "task"] };
      if (evidence.minimum !== null)
        yield { kind: "minimum", text: evidence.minimum, path: [...below, "evidence", "minimum"] };
    }
  }
  for (const [row, { meaning }] of (source.glossary ?? []).entries())
    yield { kind: "meaning", text: meaning, path: [...origin.path, "glossary", row, "meaning"] };
}

function* itemsOf(items: readonly string[] = [], path: Path): Iterable<LearnerText> {
  for (const [at, text] of items.entries()) yield { kind: "range", text, path: [...path, "range", "items", at] };
}
