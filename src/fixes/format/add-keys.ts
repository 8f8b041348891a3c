import { SourceFile } from "../../diagnostics/source-file.ts";
import { writeKeys } from "../../keys/write-keys.ts";
import { buildUnit } from "../../model/build-unit.ts";
import type { FileKind } from "../../schema/kinds.ts";
import type { QualificationShape, UnitShape } from "../../schema/shapes.ts";
import { parse } from "../../source/parse.ts";
import type { SpecFile } from "../../source/spec-file.ts";
import { applyEdits } from "../apply-edits.ts";

export interface Keyed {
  readonly spec: SpecFile;
  /** How many were written. */
  readonly keys: number;
  /** How many outcomes and criteria still have none. */
  readonly left: number;
}

/** A file with a key for every outcome and criterion of the units in it. */
export function addKeys(spec: SpecFile, kind: FileKind): Keyed {
  const written = unitsIn(spec, kind).map(writeKeys);
  const edits = written.flatMap((one) => one.edits);
  const left = written.reduce((sum, one) => sum + one.left.length, 0);
  if (edits.length === 0) return { spec, keys: 0, left };
  const { path, text } = spec.source;
  const made = parse(new SourceFile(path, applyEdits(text, edits).text)).spec;
  if (made === null) return { spec, keys: 0, left: left + 1 };
  return { spec: made, keys: keysIn(made, kind) - keysIn(spec, kind), left };
}

function unitsIn(spec: SpecFile, kind: FileKind) {
  // Which language they are in changes no key.
  const language = "en-GB";
  if (kind === "unit") return [buildUnit(spec, [], spec.data as UnitShape, language)];
  if (kind !== "qualification") return [];
  const { units = [] } = spec.data as QualificationShape;
  return units.map((unit, at) => buildUnit(spec, ["units", at], unit, language));
}

function keysIn(spec: SpecFile, kind: FileKind): number {
  const things = unitsIn(spec, kind).flatMap(({ outcomes }) => outcomes.flatMap((one) => [one, ...one.criteria]));
  return things.filter(({ key }) => key !== null).length;
}
