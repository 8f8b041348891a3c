import { isSameName, type Name } from "../references/mention.ts";
import { namesAt, type Written, type WrittenName } from "../references/names-at.ts";
import type { Entry } from "../source/entries.ts";
import { type Path, toPointer } from "../source/spec-file.ts";
import type { KnownFile } from "./known-file.ts";

/** A name as it is written somewhere: as `qualspec rename` finds it, and also in files that are not sound. */
export interface Occurrence {
  readonly name: WrittenName;
  readonly file: KnownFile;
  /** Without quotes. */
  readonly start: number;
  readonly end: number;
}

const known = new WeakMap<KnownFile, readonly Occurrence[]>();

/** Every name that is written in a file, in its order. */
export function occurrencesIn(file: KnownFile): readonly Occurrence[] {
  const found = known.get(file) ?? file.entries().flatMap((entry) => occurrencesOf(file, entry));
  known.set(file, found);
  return found;
}

/** Names are compared without case: who writes another case means the same, and has a finding that says so. */
export function isSameThing(a: Name, b: Name): boolean {
  return isSameName(withoutCase(a), withoutCase(b));
}

export function withoutCase({ of, id, within }: Name): Name {
  return { of, id: id.toLowerCase(), within: within?.toLowerCase() ?? null };
}

function occurrencesOf(file: KnownFile, entry: Entry): readonly Occurrence[] {
  if (file.kind === null || !isWritten(entry)) return [];
  const [start, end] = innerStretch(file.source.text, entry);
  const names = namesAt(file.kind, entry, (path) => ownId(file, path));
  // Where signs are written in another way, as in `"a\u0023b"`, nobody can tell where one name ends.
  if (end - start !== entry.value.length) return names.slice(0, 1).map((name) => ({ name, file, start, end }));
  return names.map((name) => {
    const from = start + name.from;
    return { name, file, start: from, end: from + name.id.length };
  });
}

function isWritten(entry: Entry): entry is Entry & Written {
  return entry.part === "key" || entry.part === "scalar";
}

function ownId(file: KnownFile, path: Path): string {
  return file.declared().find((one) => toPointer(one.path) === toPointer(path))?.id ?? "";
}

/** Where a scalar is written, without its quotes. */
export function innerStretch(text: string, { start, end }: Entry): readonly [start: number, end: number] {
  const isQuoted = /["']/u.test(text.charAt(start)) && end - start > 1;
  return isQuoted ? [start + 1, end - 1] : [start, end];
}
