import { type Contradiction, contradictionsIn, type UnmetCriterion } from "../../../src/record/contradictions.ts";
import { fitted } from "../../../src/record/fit.ts";
import type { Gap } from "../../../src/record/gaps.ts";
import type { LearnerRecord } from "../../../src/record/learner-record.ts";
import { isAwarded } from "../../../src/routes/is-awarded.ts";
import { pageLanguage } from "./clock.ts";
import type { Say } from "./paper.ts";
import type { Session } from "./session.ts";

const reasons = [
  "undecided",
  "not-yet",
  "other-wording",
  "other-answer",
  "not-asked",
] as const satisfies readonly UnmetCriterion["why"][];

/** What in a record does not add up, a sentence for each: a file can be made by hand, and a specification changes. */
export function doubtsIn({ say, paper: { map, structure } }: Session, record: LearnerRecord): readonly string[] {
  const judge = (units: readonly string[]) => (structure === null ? null : isAwarded(structure, units));
  return contradictionsIn(map, fitted(map, record), judge, pageLanguage()).map((one) => {
    if (one.kind === "whole") {
      const units = one.achieved.join(", ");
      return units === "" ? say("doubt.whole-none") : say("doubt.whole", { units });
    }
    if (one.kind === "incomplete") return incompleteWords(say, one);
    const parts = reasons.flatMap((why) => {
      const numbers = one.criteria.filter((it) => it.why === why).map(({ number }) => number);
      return numbers.length === 0 ? [] : [say(`doubt.${why}`, { numbers: numbers.join(", ") })];
    });
    return say("doubt.unit", { unit: one.title, what: parts.join("; ") });
  });
}

const gaps = ["no-name", "no-date", "not-a-date"] as const satisfies readonly Gap[];

function incompleteWords(say: Say, one: Extract<Contradiction, { kind: "incomplete" }>): string {
  const parts = gaps.flatMap((gap) => {
    const found = one.criteria.filter((it) => it.gap === gap);
    const numbers = found.map(({ number, date }) => (gap === "not-a-date" ? `${number} (${date})` : number));
    const own = one.own.includes(gap) ? [say(`doubt.own-${gap}`, { date: one.date ?? "" })] : [];
    return [...(found.length === 0 ? [] : [say(`doubt.${gap}`, { numbers: numbers.join(", ") })]), ...own];
  });
  return say("doubt.incomplete", { unit: one.title, what: parts.join("; ") });
}
