/** Whom a change touches, from those that it touches most. */
export const touchedClasses = ["learners", "certification", "assessors", "editorial"] as const;

/**
 * learners: somebody who has begun must do something else or more, may no longer do what they might, or has saved work under
 * a name that is gone. certification: what is on certificates or on the regulator's register, or has to be told to the
 * regulator (Conditions E3.4 and E9). assessors: how work is judged, taught or recorded. editorial: none of these.
 */
export type Touched = (typeof touchedClasses)[number];

export type ChangeKind = "added" | "removed" | "reworded" | "moved" | "renumbered" | "changed";

/** What a change is of. */
export type Part =
  | "qualification"
  | "group"
  | "constraint"
  | "barred"
  | "equivalent"
  | "prerequisite"
  | "corequisite"
  | "pathway"
  | "route"
  | "unit"
  | "outcome"
  | "criterion"
  | "framework"
  | "entry";

/** Whether more is asked for than before, or less. */
export type Effect = "tightened" | "loosened";

/** One thing that is not what it was. */
export interface Change {
  readonly change: ChangeKind;
  readonly of: Part;
  /** What of it: `text`, `range`, `credit` and so on; `itself` where it is there, or not, or elsewhere. */
  readonly aspect: string;
  /** Where it can be told, and only one of the two is true. */
  readonly effect: Effect | null;
  readonly class: Touched;
  /** The one qualification that it is in; null for a unit that several share, or that stands alone. */
  readonly qualification: string | null;
  /** All qualifications that it is in, by their ids of now, or by the former where they are gone. */
  readonly qualifications: readonly string[];
  /** The id of now; the former where the unit is gone. */
  readonly unit: string | null;
  /** As printed now, or then where it is gone. */
  readonly number: string | null;
  readonly key: string | null;
  /** The title or wording by which people know the thing. */
  readonly name: string | null;
  readonly before: string | null;
  readonly after: string | null;
  /** Whether before and after are sentences that were written for readers, so that words can be marked in them. */
  readonly isText: boolean;
  /** What else there is to know, in a sentence without its stop. */
  readonly note: string | null;
}

/** What a change says besides where it is. */
export type Said = Pick<Change, "change" | "aspect"> &
  Partial<Pick<Change, "effect" | "before" | "after" | "isText" | "note">>;

/** Where a change is. */
export type Where = Pick<Change, "of" | "qualifications" | "unit" | "number" | "key" | "name">;

/** From the most to the least touching. */
export function rankOf(touched: Touched): number {
  return touchedClasses.indexOf(touched);
}

/** The class that touches most, or null where there is no change. */
export function mostTouching(changes: readonly Pick<Change, "class">[]): Touched | null {
  return touchedClasses.find((touched) => changes.some((one) => one.class === touched)) ?? null;
}
