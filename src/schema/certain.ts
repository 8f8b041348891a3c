import type { Fix } from "../diagnostics/diagnostic.ts";
import { fixOf } from "../diagnostics/fix.ts";
import { renameKey, rewriteValue } from "../source/edits/rewrite.ts";
import type { Path, SpecFile } from "../source/spec-file.ts";
import { code } from "../text/words.ts";
import { certainText } from "./expected.ts";
import { type Found, schemasAt } from "./schema-at.ts";
import type { ShapeCase } from "./shape-case.ts";

/** The word that differs in case and hyphens only. */
export function certainWord(spec: SpecFile, path: Path, meant: string | null): Fix | null {
  return meant === null ? null : fixOf(`Write ${code(meant)}`, rewriteValue(spec, path, meant));
}

/** An id, a date or a version in the form that it needs, where there is one only. */
export function certainForm({ spec }: ShapeCase, path: Path, value: string, found: readonly Found[]): Fix | null {
  const isList = /^\d+$/u.test(String(path.at(-1))) && /\s/u.test(value);
  return isList ? null : certainWord(spec, path, certainText(found, value));
}

/** An id that stands as a key. */
export function certainName(spec: SpecFile, path: Path): Fix | null {
  const id: Found = { schema: { type: "string" }, file: "common", name: "id" };
  const meant = certainText([id], String(path.at(-1)));
  return meant === null ? null : fixOf(`Rename the key to ${code(meant)}`, renameKey(spec, path, meant));
}

/** A number in quotes, a word that needs some, and a word of a list without its brackets. */
export function certainType(
  { spec, kind }: ShapeCase,
  path: Path,
  value: unknown,
  found: readonly Found[],
): Fix | null {
  const takes = (type: string) => found.some(({ schema }) => schema.type === type);
  const written = spec.writtenAt(path);
  if (written === null) return null;
  if (typeof value === "string" && /^[1-9]\d*$/u.test(value) && takes("integer") && !takes("string")) {
    return fixOf("Remove the quotes", rewriteValue(spec, path, value));
  }
  if (typeof value === "boolean" && takes("string") && found.length === 1) {
    return fixOf("Put the word in quotes", rewriteValue(spec, path, `"${written}"`));
  }
  const items = schemasAt(kind, [...path, 0]);
  if (typeof value === "string" && written === value && items.some(({ schema }) => schema.enum?.includes(value))) {
    return fixOf("Put brackets around the word", rewriteValue(spec, path, `[${written}]`));
  }
  return null;
}
