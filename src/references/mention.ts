import type { Place } from "../diagnostics/diagnostic.ts";
import type { SpecificationKind } from "../schema/kinds.ts";
import type { Path, SpecFile } from "../source/spec-file.ts";

/** A file that has come through the gates of syntax and shape. */
export interface SoundFile {
  readonly kind: SpecificationKind;
  readonly spec: SpecFile;
}

/** What a name is given to. part: an outcome or a criterion of a unit, by its key. entry: a node of a framework. */
export type Named = SpecificationKind | "part" | "entry" | "group" | "pathway";

/** A name that files use for one thing. */
export interface Name {
  /** What refers to a specification need not say of which kind that is. Rules and terms have their names from qualspec. */
  readonly of: Named | "specification" | "rule" | "term";
  readonly id: string;
  /** The id of the specification that the thing is a part of, and its name counts in; null for a specification. */
  readonly within: string | null;
}

/** One place that gives a name or uses it. */
export interface Mention extends Name {
  readonly of: Named | "specification";
  readonly isDefinition: boolean;
  readonly spec: SpecFile;
  readonly path: Path;
  /** Whether the key that the path ends in is the name, and not the value below it. */
  readonly isKey: boolean;
  /** Where in the text that is written there the name begins: `dl1#job-duties` holds two. */
  readonly from: number;
}

/** Whether two names are of the same thing. */
export function isSameName(one: Name, other: Name): boolean {
  return one.id === other.id && one.within === other.within && sort(one) === sort(other);
}

/** Ids of specifications are unique across kinds. */
function sort({ of }: Name): Name["of"] {
  return of === "qualification" || of === "unit" || of === "framework" ? "specification" : of;
}

/** As people write it: `dl1`, `dl1#job-duties`. */
export function addressOf({ id, within }: Name): string {
  return within === null ? id : `${within}#${id}`;
}

/** Where the name itself is written, without quotes; for what a YAML reference repeats, that reference. */
export function placeOfName({ spec, path, isKey, from, id }: Mention): Place {
  if (!isKey) return spec.stretchAt(path, from, from + id.length);
  const place = spec.keyAt(path);
  const isQuoted = /["']/u.test(spec.source.text.charAt(place.start));
  return isQuoted ? { ...place, start: place.start + 1, end: place.end - 1 } : place;
}
