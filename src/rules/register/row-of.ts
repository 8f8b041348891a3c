import type { Place, Related } from "../../diagnostics/diagnostic.ts";
import type { Corpus } from "../../model/corpus.ts";
import type { RegisterCell, RegisterColumn, RegisterRow } from "../../model/register.ts";
import type { Qualification } from "../../model/types.ts";
import { code, excerpt } from "../../text/words.ts";
import type { Report } from "../define-rule.ts";

/** The rows of a qualification in the export that was given; null where none was given, or the qualification has no number. */
export function rowsOf({ source }: Qualification, { register }: Corpus): readonly RegisterRow[] | null {
  if (register === null || source.number === undefined || source.number === "none") return null;
  return register.rowsOf(source.number);
}

/** The row that a qualification is compared with: the first, where there are several. */
export function rowOf(qualification: Qualification, corpus: Corpus): RegisterRow | null {
  return rowsOf(qualification, corpus)?.[0] ?? null;
}

/** What the specification says of something, and the cell that says it in the Register. */
export interface Comparison {
  /** Such as "guided learning hours". */
  readonly what: string;
  /** As the specification says it; null for `none`, undefined where it says nothing. */
  readonly written: string | number | null | undefined;
  readonly column: RegisterColumn;
  /** Whether the two agree. */
  readonly agrees: (cell: RegisterCell) => boolean;
  readonly place: Place;
}

/** Reports each thing that the specification says in another way than the Register. What it leaves out other rules report. */
export function compareWith(row: RegisterRow | null, report: Report, comparisons: readonly Comparison[]): void {
  for (const { what, written, column, agrees, place } of comparisons) {
    const cell = row?.[column];
    if (cell === undefined || written === undefined || agrees(cell)) continue;
    const message = `Unexpected ${what} ${written === null ? code("none") : excerpt(String(written), 80)}, expected ${inRegister(cell)} as in the Register; ${howToMend}`;
    report(place, message, relatedTo(cell));
  }
}

/** Only the house can tell which: an export may be old, and the Register may hold a slip. */
export const howToMend = "correct whichever of the two is wrong";

export function relatedTo({ place }: RegisterCell): readonly Related[] {
  return [{ message: "the Register", place }];
}

/** A day is printed as specifications write it, where the export leaves no doubt about it. */
function inRegister({ text, days }: RegisterCell): string {
  const [day] = days;
  if (day !== undefined && days.length === 1) return code(day);
  return text === "" ? "none" : excerpt(text, 80);
}
