import type { Diagnostic, Fix, Place } from "../diagnostics/diagnostic.ts";
import { fixOf, replacement } from "../diagnostics/fix.ts";
import { quotePair, renameKey } from "../source/edits/rewrite.ts";
import { fromPointer, type Path, toPointer } from "../source/spec-file.ts";
import { hiddenIn, withoutHidden } from "../text/hidden.ts";
import { suggest } from "../text/suggest.ts";
import { code, excerpt, joinWords } from "../text/words.ts";
import { explainAmountKey } from "./explain-amount.ts";
import { keyAboveText } from "./explain-errors.ts";
import type { ShapeError } from "./kinds.ts";
import { type Found, ownersOf, schemasAt } from "./schema-at.ts";
import { type ShapeCase, shapeFinding, valueAtPath } from "./shape-case.ts";
import {
  explainStrayed,
  isMisplaced,
  type KeyCase,
  lostSection,
  strayed,
  withArticle,
  wrongKind,
} from "./stray-keys.ts";
import { findSynonym, isCertainly } from "./synonyms.ts";

/** Unknown and missing keys, object by object: a misspelt required key is both at once, and one finding. */
export function explainKeys(one: ShapeCase, errors: readonly ShapeError[]): readonly Diagnostic[] {
  const pointers = [...new Set(errors.map((error) => error.instancePath))];
  const cases = pointers.map((pointer): KeyCase => {
    const here = errors.filter((error) => error.instancePath === pointer);
    const unknown = here.flatMap(({ params }) => params["additionalProperty"] ?? []) as string[];
    const missing = here.flatMap(({ params }) => params["missingProperty"] ?? []) as string[];
    return { path: fromPointer(pointer), unknown, missing };
  });
  const top = cases.find(({ path }) => path.length === 0);
  const otherKind = top === undefined ? null : wrongKind(one, top.unknown);
  if (otherKind !== null) return [otherKind];

  const lost = new Set<string>();
  return cases.flatMap((here) => {
    const list = toPointer(here.path.slice(0, -1));
    if (lost.has(list)) return [];
    const section = lostSection(one, here);
    if (section === null)
      return explainObject(one, { ...here, missing: here.missing.filter((key) => !isMisplaced(key, here, cases)) });
    lost.add(list);
    return [section];
  });
}

function explainObject(one: ShapeCase, { path, unknown, missing }: KeyCase): Diagnostic[] {
  const branches = schemasAt(one.kind, path);
  const shape = branches.find(({ schema }) => schema.properties !== undefined);
  const known = Object.keys(shape?.schema.properties ?? {});
  const present = Object.keys((valueAtPath(one.spec.data, path) ?? {}) as object);
  const absent = known.filter((key) => !present.includes(key));
  const unquoted = missing.some((key) => unknown.some((word) => isCertainly(word, key)))
    ? null
    : unquotedText(one, path, branches, unknown, missing);
  if (unquoted !== null) return [unquoted];

  const stillMissing = new Set(missing);
  const together = strayed(one, unknown);
  const findings = unknown.flatMap((key) => {
    const amount = explainAmountKey(one, path, key);
    if (amount !== null) return amount;
    if (together.includes(key)) return key === together[0] ? [explainStrayed(one, path, together)] : [];
    const owners = ownersOf(one.kind, key);
    const only = unknown.length === 1 && missing.length === 1 ? missing[0] : undefined;
    const renamed = findSynonym(key, missing);
    const similar = findSynonym(key, absent) ?? suggest(key, missing) ?? suggest(key, absent) ?? only ?? null;
    const meant = renamed ?? (owners.length > 0 ? null : similar);
    if (meant !== null) stillMissing.delete(meant);
    return explainUnknown(one, path, key, { meant, present, known, absent, owners });
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
  const fix = fixOf("Put the text in quotes", quotePair(one.spec, path));
  return shapeFinding("unquoted-colon", message, one.spec.keyAt([...path, key]), [], fix);
}

interface UnknownKey {
  /** The key that it is most likely meant to be. */
  readonly meant: string | null;
  readonly present: readonly string[];
  readonly known: readonly string[];
  readonly absent: readonly string[];
  /** What has a key of this name. */
  readonly owners: readonly string[];
}

function explainUnknown(one: ShapeCase, path: Path, key: string, found: UnknownKey): Diagnostic {
  const { meant, present, known, absent, owners } = found;
  const place = one.spec.keyAt([...path, key]);
  const above = keyAboveText(one.spec, { instancePath: toPointer(path), params: { additionalProperty: key } });
  if (above !== null) {
    const message = `Unexpected text ${excerpt(key, 40)}, expected it deeper than ${code(`${above.split("/").at(-1)}:`)}; indent it by two more spaces`;
    return shapeFinding("indentation", message, place);
  }
  const { inBraces, hasValue } = one.spec.keyShape([...path, key]);
  if (inBraces && !hasValue) return explainKeyInBraces(key, place, absent);
  const [, glued = ""] = /^([\w-]+)\s*[[{]/u.exec(key) ?? [];
  if (absent.includes(glued)) {
    const message = `Unexpected ${excerpt(key, 40)}, expected a colon and a space after ${code(glued)}; add them`;
    const end = place.start + glued.length;
    const isWritten = place.file.text.slice(place.start, place.end).startsWith(`${glued} `);
    const fix = isWritten ? replacement("Write the colon", { start: end, end }, ":") : null;
    return shapeFinding("missing-colon", message, place, [], fix);
  }
  const seen = withoutHidden(key);
  if (seen !== key && known.includes(seen)) return explainHidden(one, [...path, key], seen, present);
  const written = key.trim() === key && key !== "" ? code(key) : code(JSON.stringify(key));
  if (meant !== null) {
    const message = `Unexpected key ${written}, expected ${code(meant)}; rename it`;
    return shapeFinding("unknown-key", message, place, [], certainName(one, [...path, key], meant));
  }
  if (owners.length > 0) {
    const places = joinWords(owners.map(withArticle), "or");
    const message = `Unexpected key ${written} here, expected it on ${places}; check the indentation, or move it there`;
    return shapeFinding("unknown-key", message, place);
  }
  const others = present.filter((other) => other !== key && known.includes(other));
  const twin = suggest(key, others) ?? findSynonym(key, others);
  if (twin !== null) {
    const related = [{ message: "the key that it resembles", place: one.spec.keyAt([...path, twin]) }];
    const message = `Unexpected key ${written} beside ${code(twin)}; remove one of the two`;
    return shapeFinding("unknown-key", message, place, related);
  }
  const choice = joinWords(known.map(code), "or");
  const how = inBraces
    ? "put the text before it in quotes if it belongs to that text, else remove it"
    : "remove it, or put it in quotes if it is part of a text";
  return shapeFinding("unknown-key", `Unexpected key ${written}, expected ${choice}; ${how}`, place);
}

/** A key that looks right, and holds a letter that nobody sees. */
function explainHidden(one: ShapeCase, path: Path, seen: string, present: readonly string[]): Diagnostic {
  const what = hiddenIn(String(path.at(-1))) ?? "letter";
  const message = `Unexpected ${what} in the key ${code(seen)}, which nobody sees; delete the key and type it anew`;
  const fix = present.includes(seen) ? null : fixOf("Remove what nobody sees", renameKey(one.spec, path, seen));
  return shapeFinding("unknown-key", message, one.spec.keyAt(path), [], fix);
}

/** The other name as a fix, unless it is a guess. */
function certainName(one: ShapeCase, path: Path, meant: string): Fix | null {
  if (!isCertainly(String(path.at(-1)), meant)) return null;
  return fixOf(`Rename the key to ${code(meant)}`, renameKey(one.spec, path, meant));
}

/** A key without a value: the rest of a text after its comma, or a key whose colon is missing. */
function explainKeyInBraces(key: string, place: Place, absent: readonly string[]): Diagnostic {
  const [, word = "", rest = ""] = /^([\w-]+)[\s:]\s*(.*)$/u.exec(key) ?? [];
  if (absent.includes(word)) {
    const message = `Unexpected ${excerpt(key, 40)}, expected a colon and a space after ${code(word)}; write ${excerpt(`${word}: ${rest}`, 40)}`;
    const isWritten = place.file.text.slice(place.start, place.end) === key && rest !== "";
    const fix = isWritten ? replacement("Write the colon and the space", place, `${word}: ${rest}`) : null;
    return shapeFinding("missing-colon", message, place, [], fix);
  }
  const message = `Unexpected key ${excerpt(key, 40)}, which a comma inside \`{ }\` began; put the text before it in quotes if the comma belongs to the text`;
  return shapeFinding("comma-in-braces", message, place);
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
