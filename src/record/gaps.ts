import type { Deciding } from "./decide.ts";
import { isDate } from "./later.ts";
import type { CriterionRecord, LearnerRecord, UnitRecord } from "./learner-record.ts";
import { type Criterion, criterionId, signOffField } from "./places.ts";

/** What a decision or a sign-off does not say of who made it and when. */
export type Gap = "no-name" | "no-date" | "not-a-date";

/** Who decided, and when, as far as that is written. */
export interface Signed {
  readonly who: string | null;
  readonly when: string | null;
}

/** @param language in which months may be named, beside English */
export function gapsIn({ who, when }: Signed, language: string): readonly Gap[] {
  const isNamed = isWritten(who);
  const date: readonly Gap[] = isWritten(when) ? (isDate(when, language) ? [] : ["not-a-date"]) : ["no-date"];
  return [...(isNamed ? [] : ["no-name" as const]), ...date];
}

export function deciderOf({ assessment }: CriterionRecord): Signed {
  return { who: assessment.assessor, when: assessment.date };
}

/** Who signed a unit off: as its summary says, or the row of the assessor's signature; else whoever the paper names. */
export function signerOf(
  { id, assessor, date }: UnitRecord,
  fields: LearnerRecord["fields"],
  language: string,
): Signed {
  const signature = (what: string) => fields[signOffField(id, `assessor-${what}`)];
  const dates = [date, signature("date")].filter(isWritten);
  return {
    who: [assessor, signature("name"), signature("signature"), fields["people.assessor"]].find(isWritten) ?? null,
    when: dates.find((one) => isDate(one, language)) ?? dates[0] ?? null,
  };
}

/** What is missing, or is no date, from those who sign; what can be read stays as it is. */
export function filledIn({ who, when }: Signed, how: Deciding, language: string): Signed {
  const isReal = isWritten(when) && isDate(when, language);
  return {
    who: isWritten(who) ? who : how.assessor.trim() || null,
    when: !isReal && isDate(how.date, language) ? how.date.trim() : when,
  };
}

/** Decisions with who made them and when, where that was missing. They are none the newer for it. */
export function completed(
  record: LearnerRecord,
  criteria: readonly Criterion[],
  how: Deciding,
  language: string,
): LearnerRecord {
  const meant = new Set(criteria.map(criterionId));
  return {
    ...record,
    criteria: record.criteria.map((one) => {
      if (!meant.has(criterionId(one)) || one.assessment.decision === null) return one;
      const { who, when } = filledIn(deciderOf(one), how, language);
      return { ...one, assessment: { ...one.assessment, assessor: who, date: when } };
    }),
  };
}

function isWritten(text: string | null | undefined): text is string {
  return (text ?? "").trim() !== "";
}
