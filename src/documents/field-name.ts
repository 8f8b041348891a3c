import type { Criterion, Unit } from "../model/types.ts";

/** The beginning of the names of all fields about a criterion. */
export function fieldOf(unit: Unit, { key, number }: Criterion): string {
  return `${unit.id}.${key ?? number.replace(/[^A-Za-z0-9.]/gu, "_")}`;
}

/**
 * The stable name of something to fill in about a criterion: by its key, and by its number only in drafts without keys.
 * At most 64 characters, the most that Word allows for the tag of a content control.
 */
export function criterionField(
  unit: Unit,
  criterion: Criterion,
  what: "a" | "e" | "l" | "m" | "d" | "r" | "i" | "q",
): string {
  return `${fieldOf(unit, criterion)}.${what}`;
}

/** The stable name of something to fill in about a unit. */
export function unitField(unit: Unit, what: string): string {
  return `${unit.id}..${what}`;
}
