import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { fromPointer, type Path } from "../source/spec-file.ts";
import { suggest } from "../text/suggest.ts";
import { code, joinWords } from "../text/words.ts";
import { type ShapeCase, shapeFinding, valueAtPath } from "./explain-errors.ts";
import type { ShapeError } from "./kinds.ts";
import { type Found, ownersOf, schemasAt } from "./schema-at.ts";
import { findSynonym } from "./synonyms.ts";

/** Unknown and missing keys, object by object: a misspelt required key is both at once, and one finding. */
export function explainKeys(one: ShapeCase, errors: readonly ShapeError[]): readonly Diagnostic[] {
  const objects = new Set(errors.map((error) => error.instancePath));
  return [...objects].flatMap((pointer) => {
    const here = errors.filter((error) => error.instancePath === pointer);
    const unknown = here.flatMap(({ params }) => params["additionalProperty"] ?? []) as string[];
    const missing = here.flatMap(({ params }) => params["missingProperty"] ?? []) as string[];
    return explainObject(one, fromPointer(pointer), unknown, missing);
  });
}

function explainObject(
  one: ShapeCase,
  path: Path,
  unknown: readonly string[],
  missing: readonly string[],
): Diagnostic[] {
  const branches = schemasAt(one.kind, path);
  const shape = branches.find(({ schema }) => schema.properties !== undefined);
  const known = Object.keys(shape?.schema.properties ?? {});
  const present = Object.keys((valueAtPath(one.spec.data, path) ?? {}) as object);
  const absent = known.filter((key) => !present.includes(key));
  const unquoted = unquotedText(one, path, branches, unknown, missing);
  if (unquoted !== null) return [unquoted];

  const stillMissing = new Set(missing);
  const findings = unknown.map((key) => {
    const only = unknown.length === 1 && missing.length === 1 ? missing[0] : undefined;
    const meant = findSynonym(key, absent) ?? suggest(key, missing) ?? suggest(key, absent) ?? only ?? null;
    if (meant !== null && !ownerElsewhere(one, key)) stillMissing.delete(meant);
    return explainUnknown(one, path, key, meant, present, known);
  });
  const missed = [...stillMissing].map((key) => explainMissing(one, path, key, shape));
  return [...findings, ...missed];
}

/** `- Explain: how` in a list of texts is one text that lacks its quotes. */
function unquotedText(
  one: ShapeCase,
  path: Path,
  branches: readonly Found[],
  unknown: readonly string[],
  missing: readonly string[],
) {
  const [key] = unknown;
  const allowsText = branches.some(({ schema }) => schema.type === "string");
  if (key === undefined || !allowsText || missing.length === 0 || !/\s|^[A-Z]/u.test(key)) return null;
  const message = `Unexpected colon and space after ${code(key)}, which YAML reads as a key; put the whole text in quotes`;
  return shapeFinding("unquoted-colon", message, one.spec.keyAt([...path, key]));
}

function explainUnknown(
  one: ShapeCase,
  path: Path,
  key: string,
  meant: string | null,
  present: readonly string[],
  known: readonly string[],
): Diagnostic {
  const place = one.spec.keyAt([...path, key]);
  const { inBraces, hasValue } = one.spec.keyShape([...path, key]);
  if (inBraces && !hasValue) {
    const message = `Unexpected key ${code(key)}, which a comma inside \`{ }\` began; put the text before it in quotes if the comma belongs to the text`;
    return shapeFinding("comma-in-braces", message, place);
  }
  const written = key.trim() === key && key !== "" ? code(key) : code(JSON.stringify(key));
  const owners = ownersOf(one.kind, key);
  if (owners.length > 0) {
    const message = `Unexpected key ${written} here, expected it on a ${joinWords(owners, "or")}; check the indentation, or move it there`;
    return shapeFinding("unknown-key", message, place);
  }
  if (meant !== null) {
    return shapeFinding("unknown-key", `Unexpected key ${written}, expected ${code(meant)}; rename it`, place);
  }
  const twin =
    suggest(
      key,
      present.filter((other) => other !== key && known.includes(other)),
    ) ?? findSynonym(key, present);
  if (twin !== null) {
    const related = [{ message: "the key that it resembles", place: one.spec.keyAt([...path, twin]) }];
    return shapeFinding(
      "unknown-key",
      `Unexpected key ${written} beside ${code(twin)}; remove one of the two`,
      place,
      related,
    );
  }
  const choice = joinWords(known.map(code), "or");
  const how = inBraces
    ? "put the text before it in quotes if it belongs to that text, else remove it"
    : "remove it, or put it in quotes if it is part of a text";
  return shapeFinding("unknown-key", `Unexpected key ${written}, expected ${choice}; ${how}`, place);
}

function explainMissing(one: ShapeCase, path: Path, key: string, shape: Found | undefined): Diagnostic {
  const property = shape?.schema.properties?.[key];
  const what = property?.title === undefined ? "" : ` (${property.title.toLowerCase()})`;
  const message = `Missing key ${code(key)}${what}, expected it here; add a line ${code(`${key}: …`)}`;
  const place = path.length === 0 ? one.spec.keyAt(["kind"]) : one.spec.keyAt(path);
  return shapeFinding("missing-key", message, {
    ...place,
    pointer: `${place.pointer === "/kind" ? "" : place.pointer}/${key}`,
  });
}

function ownerElsewhere(one: ShapeCase, key: string): boolean {
  return ownersOf(one.kind, key).length > 0;
}
