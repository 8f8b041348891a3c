import type { Place } from "../diagnostics/diagnostic.ts";
import type { Origin } from "../model/types.ts";
import type { Path } from "../source/spec-file.ts";

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
