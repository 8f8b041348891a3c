import type { CriterionRecord, LearnerRecord } from "./learner-record.ts";
import type { MappedCriterion, MappedUnit, PaperMap } from "./paper-map.ts";
import { criterionId } from "./places.ts";
import { wholeDecision } from "./reopened.ts";

/** Something in a record that does not add up: more was signed off than its decisions carry. */
export type Contradiction =
  | {
      readonly kind: "unit";
      readonly id: string;
      readonly title: string;
      /** The criteria that the sign-off needs and does not have, in order. */
      readonly criteria: readonly UnmetCriterion[];
    }
  /** The whole is achieved, and the units that are do not make it up. */
  | { readonly kind: "whole"; readonly achieved: readonly string[] };

export interface UnmetCriterion {
  readonly number: string;
  /**
   * `other-wording`: met once, and not by a decision on the wording that the paper has. `not-asked`: the record is of a
   * version that did not ask for it.
   */
  readonly why: "undecided" | "not-yet" | "other-wording" | "not-asked";
}

/**
 * Everything in a record that does not add up, whoever wrote it: a file can be made by hand.
 *
 * @param isAwarded whether these units make up the whole; null where nobody can say
 */
export function contradictionsIn(
  map: PaperMap,
  record: LearnerRecord,
  isAwarded: (units: readonly string[]) => boolean | null,
): readonly Contradiction[] {
  const signed = new Set(record.units.filter(({ decision }) => decision === "achieved").map(({ id }) => id));
  const achieved = map.units.filter(({ id }) => signed.has(id));
  const units = achieved.map((unit) => ({
    kind: "unit" as const,
    id: unit.id,
    title: unit.title,
    criteria: unmetIn(map, unit, record),
  }));
  const unfounded = units.filter(({ criteria }) => criteria.length > 0);
  if (map.specification.unit !== null || record.fields[wholeDecision] !== map.choices.achieved) return unfounded;
  const founded = units.filter(({ criteria }) => !criteria.some(isFault));
  const isWrong = isAwarded(founded.map(({ id }) => id)) === false;
  return [...unfounded, ...(isWrong ? [{ kind: "whole" as const, achieved: founded.map(({ title }) => title) }] : [])];
}

/** Whether it was wrong when it was signed, and not only since the specification has changed. */
export function isFault({ why }: UnmetCriterion): boolean {
  return why === "undecided" || why === "not-yet";
}

function unmetIn(map: PaperMap, { outcomes }: MappedUnit, record: LearnerRecord): readonly UnmetCriterion[] {
  const written = new Map(record.criteria.map((one) => [criterionId(one), one]));
  const isSameVersion = record.specification.hash === map.specification.hash;
  return outcomes
    .flatMap(({ criteria }) => criteria)
    .flatMap((asked) => {
      const one = written.get(criterionId(asked));
      const why = one === undefined && !isSameVersion ? "not-asked" : reasonFor(asked, one);
      return why === null ? [] : [{ number: asked.number, why }];
    });
}

function reasonFor(asked: MappedCriterion, one: CriterionRecord | undefined): UnmetCriterion["why"] | null {
  const { decision = null, hash = null } = one?.assessment ?? {};
  if (decision === null) return "undecided";
  if (decision === "not-yet") return "not-yet";
  return hash === asked.hash ? null : "other-wording";
}
