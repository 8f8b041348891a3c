import { type Gap, gapsIn } from "./gaps.ts";
import { isOvertaken } from "./judged.ts";
import type { CriterionRecord, LearnerRecord } from "./learner-record.ts";
import type { MappedCriterion, MappedUnit, PaperMap } from "./paper-map.ts";
import { criterionId } from "./places.ts";
import { wholeDecision } from "./reopened.ts";
import { type SignOff, signOffsOf } from "./sign-off.ts";

/** Something in a record that does not add up: more was signed off than its decisions carry. */
export type Contradiction =
  | {
      readonly kind: "unit";
      readonly id: string;
      readonly title: string;
      /** The criteria that the sign-off needs and does not have, in order. */
      readonly criteria: readonly UnmetCriterion[];
    }
  /** Not everything is said of who decided and when. */
  | {
      readonly kind: "incomplete";
      readonly id: string;
      readonly title: string;
      readonly criteria: readonly { readonly number: string; readonly gap: Gap; readonly date: string | null }[];
      /** Of the sign-off itself. */
      readonly own: readonly Gap[];
      readonly date: string | null;
    }
  /** The whole is achieved, and the units that are do not make it up. */
  | { readonly kind: "whole"; readonly achieved: readonly string[] };

export interface UnmetCriterion {
  readonly number: string;
  /**
   * `other-wording`: met once, and not by a decision on the wording that the paper has. `other-answer`: the answer or its
   * evidence has changed since. `not-asked`: the record is of a version that did not ask for it.
   */
  readonly why: "undecided" | "not-yet" | "other-wording" | "other-answer" | "not-asked";
}

/**
 * Everything in a record that does not add up, whoever wrote it: a file can be made by hand.
 *
 * @param isAwarded whether these units make up the whole; null where nobody can say
 * @param language in which months may be named, beside English
 */
export function contradictionsIn(
  map: PaperMap,
  record: LearnerRecord,
  isAwarded: (units: readonly string[]) => boolean | null,
  language: string,
): readonly Contradiction[] {
  const signed = new Set(record.units.filter(({ decision }) => decision === "achieved").map(({ id }) => id));
  const achieved = map.units.filter(({ id }) => signed.has(id));
  const units = achieved.map((unit) => ({
    kind: "unit" as const,
    id: unit.id,
    title: unit.title,
    criteria: unmetIn(map, unit, record),
  }));
  const unfounded = [
    ...units.filter(({ criteria }) => criteria.length > 0),
    ...signOffsOf(map, record, language).flatMap((one) => (signed.has(one.id) ? incompleteIn(one, language) : [])),
  ];
  if (map.specification.unit !== null || record.fields[wholeDecision] !== map.choices.achieved) return unfounded;
  const founded = units.filter(({ criteria }) => !criteria.some(isFault));
  const isWrong = isAwarded(founded.map(({ id }) => id)) === false;
  return [...unfounded, ...(isWrong ? [{ kind: "whole" as const, achieved: founded.map(({ title }) => title) }] : [])];
}

/** Whether it was wrong when it was signed, and not only since the specification or the answer has changed. */
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
      const why = one === undefined && !isSameVersion ? "not-asked" : reasonFor(asked, one, record.fields);
      return why === null ? [] : [{ number: asked.number, why }];
    });
}

function incompleteIn({ id, title, incomplete, signer }: SignOff, language: string): readonly Contradiction[] {
  const criteria = incomplete.flatMap(({ asked: { number }, gaps, date }) =>
    gaps.map((gap) => ({ number, gap, date })),
  );
  const own = gapsIn(signer, language);
  return criteria.length + own.length === 0
    ? []
    : [{ kind: "incomplete", id, title, criteria, own, date: signer.when }];
}

function reasonFor(
  asked: MappedCriterion,
  one: CriterionRecord | undefined,
  fields: LearnerRecord["fields"],
): UnmetCriterion["why"] | null {
  const { decision = null, hash = null } = one?.assessment ?? {};
  if (decision === null) return "undecided";
  if (decision === "not-yet") return "not-yet";
  if (hash !== asked.hash) return "other-wording";
  return one !== undefined && isOvertaken(one, fields) ? "other-answer" : null;
}
