import type { Entry } from "../source/entries.ts";
import { type Path, toPointer } from "../source/spec-file.ts";
import type { KnownFile } from "./known-file.ts";
import { type Meaning, meaningAt } from "./meaning.ts";

/** A thing that has a name, and where: `scope` tells those apart that may have the same one. */
export interface Thing {
  /** A specification is found by its id alone, whatever its kind. */
  readonly of: "specification" | "node" | "key" | "group" | "pathway" | "rule" | "term";
  /** The id of the framework or unit that it is in, or the path of its file; empty for what is one in the whole workspace. */
  readonly scope: string;
  readonly name: string;
}

/** A name as it is written somewhere. */
export interface Occurrence {
  readonly thing: Thing;
  readonly file: KnownFile;
  /** Without quotes. */
  readonly start: number;
  readonly end: number;
  readonly isDefinition: boolean;
  /** Where the name of a node may stand in the version that takes the place of this one. */
  readonly isSuccessor: boolean;
}

const known = new WeakMap<KnownFile, readonly Occurrence[]>();

/** Every name that is written in a file, in its order. */
export function occurrencesIn(file: KnownFile): readonly Occurrence[] {
  const found = known.get(file) ?? file.entries().flatMap((entry) => occurrencesOf(file, entry));
  known.set(file, found);
  return found;
}

export function isSameThing(a: Thing, b: Thing): boolean {
  return a.of === b.of && a.scope === b.scope && a.name.toLowerCase() === b.name.toLowerCase();
}

function occurrencesOf(file: KnownFile, entry: Entry): readonly Occurrence[] {
  if (file.kind === null) return [];
  const meaning = meaningAt(file.kind, entry.path, entry.part);
  if (meaning === null) return [];
  const [start, end] = innerStretch(file.source.text, entry);
  if (meaning.of === "place") return inPlace(file, entry, start, end);
  const thing = thingOf(file, entry, meaning);
  const isDefinition = "isDefinition" in meaning && meaning.isDefinition;
  return [{ thing, file, start, end, isDefinition, isSuccessor: meaning.of === "node" && meaning.isSuccessor }];
}

function thingOf(file: KnownFile, { path, value }: Entry, meaning: Exclude<Meaning, { of: "place" }>): Thing {
  switch (meaning.of) {
    case "qualification":
    case "unit":
    case "framework":
      return { of: "specification", scope: "", name: value };
    case "node":
      return { of: "node", scope: (meaning.framework ?? ownId(file, [])).toLowerCase(), name: value };
    case "key":
      return { of: "key", scope: ownId(file, path[0] === "units" ? path.slice(0, 2) : []).toLowerCase(), name: value };
    case "group":
    case "pathway":
      return { of: meaning.of, scope: file.path, name: value };
    case "rule":
    case "term":
      return { of: meaning.of, scope: "", name: value };
  }
}

/** `unit#key` names two things, `unit/1.2` one. */
function inPlace(file: KnownFile, { value }: Entry, start: number, end: number): readonly Occurrence[] {
  const [, id = "", mark = "", name = ""] = /^([^#/]+)([#/]?)(.*)$/su.exec(value) ?? [];
  const both = { file, isDefinition: false, isSuccessor: false };
  const isPlain = end - start === value.length;
  const idEnd = isPlain ? start + id.length : end;
  const unit: Occurrence = { ...both, thing: { of: "specification", scope: "", name: id }, start, end: idEnd };
  if (mark !== "#" || !isPlain) return [unit];
  return [unit, { ...both, thing: { of: "key", scope: id.toLowerCase(), name }, start: idEnd + 1, end }];
}

function ownId(file: KnownFile, path: Path): string {
  return file.declared().find((one) => toPointer(one.path) === toPointer(path))?.id ?? "";
}

/** Where a scalar is written, without its quotes. */
export function innerStretch(text: string, { start, end }: Entry): readonly [start: number, end: number] {
  const isQuoted = /["']/u.test(text.charAt(start)) && end - start > 1;
  return isQuoted ? [start + 1, end - 1] : [start, end];
}
