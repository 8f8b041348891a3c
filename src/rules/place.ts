import type { Place } from "../diagnostics/diagnostic.ts";
import type { Origin, Qualification, Unit } from "../model/types.ts";
import { type Path, toPointer } from "../source/spec-file.ts";

interface Placed {
  readonly origin: Origin;
}

/** Where the value under these keys of a thing is written; its closest key above where it is not written at all. */
export function placeOf({ origin }: Placed, ...keys: Path): Place {
  return origin.spec.valueAt([...origin.path, ...keys]);
}

/** Where the last of these keys of a thing is written; for the thing itself, its own key or first key. */
export function keyOf({ origin }: Placed, ...keys: Path): Place {
  return origin.spec.keyAt([...origin.path, ...keys]);
}

/**
 * Where something is missing: the closest key above it that is written; where none is, the title of the qualification or
 * the id of the unit. The pointer is that of what is missing.
 */
export function gapAt(one: Qualification | Unit, ...keys: Path): Place {
  const isBare = !Object.hasOwn(one.source, String(keys[0]));
  const place = isBare ? placeOf(one, one.type === "unit" ? "id" : "title") : keyOf(one, ...keys);
  return { ...place, pointer: toPointer([...one.origin.path, ...keys]) };
}

/** Where a mention is written: the key itself where the unit is one that others are prerequisites of. */
export function placeOfMention(qualification: Qualification, id: string, path: Path): Place {
  const isKey = path.at(-2) === "prerequisites" && path.at(-1) === id;
  return isKey ? keyOf(qualification, ...path) : placeOf(qualification, ...path);
}
