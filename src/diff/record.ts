import type { Change, Said, Touched, Where } from "./change.ts";
import { classOf } from "./class-of.ts";

/** A change in full: with whom it touches, unless that is known better where it was found. */
export function recordChange(where: Where, said: Said, touched: Touched = classOf(where.of, said)): Change {
  const [only] = where.qualifications;
  return {
    change: said.change,
    of: where.of,
    aspect: said.aspect,
    effect: said.effect ?? null,
    class: touched,
    qualification: where.qualifications.length === 1 ? (only ?? null) : null,
    qualifications: where.qualifications,
    unit: where.unit,
    number: where.number,
    key: where.key,
    name: where.name,
    before: said.before ?? null,
    after: said.after ?? null,
    isText: said.isText === true,
    note: said.note ?? null,
  };
}

/** Why another name for the same thing is felt: answers, decisions and filled documents go by it. */
export function keptUnder(name: "id" | "key"): string {
  return `Work that is saved already is kept under the former ${name}`;
}

/** A value then and now, where they differ. */
export function valueChange(
  aspect: string,
  before: string | null,
  after: string | null,
  more: Partial<Pick<Said, "change" | "effect" | "isText" | "note">> = {},
): readonly Said[] {
  if (before === after) return [];
  // A rule that comes or goes is a rule that changes: what is added or removed is the thing itself.
  const isReworded = more.isText === true && before !== null && after !== null;
  return [{ change: isReworded ? "reworded" : "changed", aspect, before, after, ...more }];
}
