import { type DocumentHighlight, DocumentHighlightKind, type Location } from "vscode-languageserver";
import { allOf, definitionsOf, occurrenceAt } from "./find-thing.ts";
import type { KnownFile } from "./known-file.ts";
import type { Lookout } from "./lookout.ts";
import type { Occurrence } from "./occurrences.ts";

/** Where the thing that is named at an offset is written. */
export function findDefinition(file: KnownFile, offset: number, around: Lookout): readonly Location[] {
  const found = occurrenceAt(file, offset);
  return found === null ? [] : definitionsOf(found, around.files).map((one) => locationOf(one, around));
}

/** Everywhere that the thing is named; where it is written itself only with `isWithDefinition`. */
export function findReferences(
  file: KnownFile,
  offset: number,
  around: Lookout,
  isWithDefinition: boolean,
): readonly Location[] {
  const found = occurrenceAt(file, offset);
  const all = found === null ? [] : allOf(found, around.files);
  return all.filter(({ name }) => isWithDefinition || !name.isDefinition).map((one) => locationOf(one, around));
}

/** The same within the file. */
export function highlight(file: KnownFile, offset: number, around: Lookout): readonly DocumentHighlight[] {
  const found = occurrenceAt(file, offset);
  const all = found === null ? [] : allOf(found, around.files);
  return all
    .filter((one) => one.file.path === file.path)
    .map((one) => ({
      range: locationOf(one, around).range,
      kind: one.name.isDefinition ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
    }));
}

function locationOf({ file, start, end }: Occurrence, { placing }: Lookout): Location {
  return { uri: placing.uri(file.path), range: placing.text(file.path, file.source).range(start, end) };
}
