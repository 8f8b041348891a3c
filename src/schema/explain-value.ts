import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { fixOf } from "../diagnostics/fix.ts";
import { quotePair, rewriteValue } from "../source/edits/rewrite.ts";
import type { Path } from "../source/spec-file.ts";
import { listMarkOf } from "../source/syntax/list-marks.ts";
import { findPastedList, howToMend, marksOf } from "../source/syntax/pasted-list.ts";
import { sameLetters } from "../text/same-letters.ts";
import { suggest } from "../text/suggest.ts";
import { code, excerpt } from "../text/words.ts";
import { certainForm, certainName, certainType, certainWord } from "./certain.ts";
import { expectedForms, expectedWords } from "./expected.ts";
import { explainAmount } from "./explain-amount.ts";
import { explainCopied } from "./explain-copied.ts";
import type { ShapeError } from "./kinds.ts";
import { type Found, schemasAt } from "./schema-at.ts";
import { type ShapeCase, shapeFinding, valueAtPath } from "./shape-case.ts";

/** A value that is not what its place asks for. */
export function explainValue(one: ShapeCase, path: Path, error: ShapeError): Diagnostic {
  const { params } = error;
  if (error.propertyName !== undefined) return explainName(one, path, error.propertyName, error);
  const found = schemasAt(one.kind, path);
  const value = valueAtPath(one.spec.data, path);
  const amount = explainAmount(one, path, value, found) ?? explainCopied(one, path, value, found);
  if (amount !== null) return amount;
  switch (error.keyword) {
    case "minimum":
    case "maximum":
      return explainRange(one, path, found);
    case "maxLength": {
      const length = [...String(value)].length;
      const message = `Unexpected text of ${length} characters, expected at most ${params["limit"]}; shorten it`;
      return shapeFinding("out-of-range", message, one.spec.valueAt(path));
    }
    case "enum":
    case "const":
    case "anyOf":
      if (typeof value === "string" && value.trim() === "") return explainForm(one, path, value, found);
      return isWord(value, found) ? explainWord(one, path, value, found) : explainType(one, path, value, found);
    case "pattern":
    case "format":
    case "minLength":
      return explainForm(one, path, String(value), found);
    default:
      return explainType(one, path, value, found);
  }
}

function explainType(one: ShapeCase, path: Path, value: unknown, found: readonly Found[]): Diagnostic {
  const place = one.spec.valueAt(path);
  const expected = expectedWords(found);
  const takesText = found.some(({ schema }) => schema.type === "string");
  const written = one.spec.writtenAt(path);
  if (value === null) return explainNothing(one, path, expected);
  if (typeof value === "number" && takesText && written !== null) {
    if (!found.some(({ schema }) => wouldFit(schema, written))) return explainForm(one, path, written, found);
    const reads = String(value) === written ? "" : `, which YAML reads as ${value}`;
    const message = `Unexpected number ${code(written)}${reads}, expected text; put it in quotes: ${code(`"${written}"`)}`;
    const fix = fixOf("Put the number in quotes", rewriteValue(one.spec, path, `"${written}"`));
    return shapeFinding("unquoted-number", message, place, [], fix);
  }
  if (
    isPlainObject(value) &&
    Object.keys(value).length > 0 &&
    takesText &&
    !found.some(({ schema }) => schema.type === "object")
  ) {
    const key = Object.keys(value)[0] ?? "";
    const message = `Unexpected colon and space after ${excerpt(key, 40)}, which YAML reads as a key; put the whole text in quotes`;
    const fix = fixOf("Put the text in quotes", quotePair(one.spec, path));
    return shapeFinding("unquoted-colon", message, one.spec.keyAt([...path, key]), [], fix);
  }
  const pasted = explainPastedList(one, path, value, found);
  if (pasted !== null) return pasted;
  const how = mend(value, written, found) ?? listInstead(one, path, value, written) ?? "; change it";
  const message = `Unexpected ${describe(value, written)}, expected ${expected}${how}`;
  return shapeFinding("wrong-type", message, place, [], certainType(one, path, value, found));
}

/** Whether a text, once it is in quotes, has the form that a schema asks for. */
function wouldFit({ type, pattern, format }: Found["schema"], text: string): boolean {
  return type === "string" && format === undefined && (pattern === undefined || new RegExp(pattern, "u").test(text));
}

/** A key, or the dash of an item, with nothing after it. */
function explainNothing(one: ShapeCase, path: Path, expected: string): Diagnostic {
  const written = one.spec.writtenAt(path) ?? "";
  if (written !== "") {
    const takesText = schemasAt(one.kind, path).some(({ schema }) => schema.type === "string");
    const how = takesText ? "put it in quotes if it is the text, or remove the key" : "write it, or remove the key";
    const message = `Unexpected ${code(written)}, which YAML reads as no value, expected ${expected}; ${how}`;
    return shapeFinding("wrong-type", message, one.spec.valueAt(path));
  }
  if (one.spec.keyShape(path).inBraces && !isPropertyOf(one, path)) {
    const message = `Unexpected key ${excerpt(String(path.at(-1)), 40)}, which a comma inside \`{ }\` began; put the text before it in quotes if the comma belongs to the text`;
    return shapeFinding("comma-in-braces", message, one.spec.keyAt(path));
  }
  const comment = one.spec.commentAt(path);
  const how =
    comment !== null && /^\S/u.test(comment)
      ? `${excerpt(`#${comment}`, 40)} is a comment: put it in quotes if it is the value`
      : `write it, or remove the ${/^\d+$/u.test(String(path.at(-1))) ? "dash" : "key"}`;
  return shapeFinding("wrong-type", `Unexpected empty value, expected ${expected}; ${how}`, one.spec.valueAt(path));
}

function isPropertyOf(one: ShapeCase, path: Path): boolean {
  const parents = schemasAt(one.kind, path.slice(0, -1));
  return parents.some(({ schema }) => Object.hasOwn(schema.properties ?? {}, String(path.at(-1))));
}

function isPlainObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function describe(value: unknown, written: string | null): string {
  if (Array.isArray(value)) return value.length === 0 ? "empty list" : "list";
  if (isPlainObject(value)) return Object.keys(value).length === 0 ? code("{}") : "keys";
  const what = typeof value === "string" ? "text" : typeof value === "number" ? "number" : "word";
  return `${what} ${excerpt(written ?? String(value), 40)}`;
}

/** `• One` and, below it, `• Two`, which YAML reads as one text. */
function explainPastedList(
  { spec }: ShapeCase,
  path: Path,
  value: unknown,
  found: readonly Found[],
): Diagnostic | null {
  if (typeof value !== "string" || !found.some(({ schema }) => schema.type === "array")) return null;
  const list = findPastedList(spec.source.text, spec.nodesTo(path)?.at(-1)?.range?.[0] ?? 0);
  if (list === null) return null;
  const message = `Unexpected ${marksOf(list)}, expected a list; ${howToMend(list)}`;
  return shapeFinding("wrong-type", message, spec.valueAt(path), [], list.fix);
}

function mend(value: unknown, written: string | null, found: readonly Found[]): string | null {
  const takes = (type: string) => found.some(({ schema }) => schema.type === type);
  if (typeof value === "string" && takes("integer") && /^\d+$/u.test(value))
    return `; remove the quotes: ${code(value)}`;
  const number = typeof value === "string" ? numberIn(value, found) : null;
  if (number !== null) return `; ${number}`;
  if (typeof value === "string" && takes("array")) {
    const isOnLines = /\n\s*\S/u.test(written ?? "") || listMarkOf(value) !== null;
    const isSentence = /^\p{Lu}\S*(?: \S+){2}/u.test(value);
    if (isOnLines || isSentence) return `; begin each item, on a line of its own, with ${code("- ")}`;
    return `; write ${excerpt(`[${(written ?? value).replace(/^[[\]]+|[[\]]+$/gu, "")}]`, 40)}`;
  }
  if (isPlainObject(value) && takes("array")) return `; begin each item of the list with ${code("- ")}`;
  if (typeof value === "boolean" && takes("string")) return `; put it in quotes: ${code(`"${written}"`)}`;
  if (Array.isArray(value) && takes("string") && value.length === 1) return "; remove the brackets or the dash";
  return null;
}

/** A number may be the one name of a list of names, and nothing that a list of anything else holds: there an example tells more. */
function listInstead({ kind }: ShapeCase, path: Path, value: unknown, written: string | null): string | null {
  const list = schemasAt(kind, path).find(({ schema }) => schema.type === "array");
  if (list === undefined || !["number", "boolean"].includes(typeof value)) return null;
  const items = schemasAt(kind, [...path, 0]);
  const named = items.some(({ schema }) => schema.pattern !== undefined && schema.pattern !== "\\S");
  const name = String(written ?? value);
  if (typeof value === "number" && named && items.some(({ schema }) => wouldFit(schema, name)))
    return `; write ${excerpt(`["${name}"]`, 40)}`;
  const examples = (list.schema.examples ?? []).filter(isListOfTexts);
  const [longest] = examples.toSorted((one, other) => other.length - one.length);
  return longest === undefined ? null : `; write a list such as ${code(`[${longest.join(", ")}]`)}`;
}

function isListOfTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === "string");
}

/** `Level 2` and `12 hours`, where the number says it all. */
function numberIn(value: string, found: readonly Found[]): string | null {
  const [number, ...others] = value.match(/\d+(?:[.,]\d+)*/gu) ?? [];
  if (number === undefined || others.length > 0 || !/^\d+$/u.test(number) || value.includes("-")) return null;
  const fits = ({ schema: { type, minimum = 0, maximum = Number.POSITIVE_INFINITY } }: Found) =>
    type === "integer" && Number(number) >= minimum && Number(number) <= maximum;
  return found.some(fits) ? `write the number alone: ${code(number)}` : null;
}

/** A text in a place of listed words, and not a number in quotes where a number would do, or a word far from `none`. */
function isWord(value: unknown, found: readonly Found[]): value is string {
  if (typeof value !== "string") return false;
  const takesNumber = found.some(({ schema }) => schema.type === "integer");
  if (takesNumber && /^\d+$/u.test(value)) return false;
  const words = found.flatMap(({ schema }) => schema.const ?? []).map(String);
  return found.some(({ schema }) => schema.enum) || suggest(value, words) !== null;
}

function explainWord(one: ShapeCase, path: Path, value: string, found: readonly Found[]): Diagnostic {
  const words = found.flatMap(({ schema }) => schema.enum ?? schema.const ?? []).map(String);
  const meant = suggest(value, words);
  const hint = meant === null ? (numberIn(value, found) ?? "choose one of them") : `did you mean ${code(meant)}?`;
  const place = one.spec.valueAt(path);
  return shapeFinding(
    "unknown-word",
    `Unexpected ${excerpt(value, 40)}, expected ${expectedWords(found)}; ${hint}`,
    place,
    [],
    certainWord(one.spec, path, sameLetters(value, words)),
  );
}

function explainRange(one: ShapeCase, path: Path, found: readonly Found[]): Diagnostic {
  const written = one.spec.writtenAt(path) ?? "number";
  const message = `Unexpected number ${code(written)}, expected ${expectedWords(found)}; change it`;
  return shapeFinding("out-of-range", message, one.spec.valueAt(path));
}

function explainForm(one: ShapeCase, path: Path, value: string, found: readonly Found[]): Diagnostic {
  const place = one.spec.valueAt(path);
  if (value.trim() === "") {
    return shapeFinding("wrong-form", "Unexpected empty text, expected words; write them, or remove the key", place);
  }
  const { words, mend: mendForm } = expectedForms(found, value);
  const isItem = /^\d+$/u.test(String(path.at(-1)));
  const isTitle = isItem && path.at(-2) === "units" && /^\p{Lu}\S*(?: \S+)+$/u.test(value);
  const how = isTitle
    ? "write the id of the unit, as in its file, in place of its title"
    : isItem && /^[a-z0-9-]+(?:[ ,]+[a-z0-9-]+)+$/iu.test(value)
      ? "put a comma between two inside `[ ]`, or each on a line of its own with a dash"
      : mendForm;
  const fix = certainForm(one, path, value, found);
  return shapeFinding("wrong-form", `Unexpected ${excerpt(value, 40)}, expected ${words}; ${how}`, place, [], fix);
}

function explainName(one: ShapeCase, path: Path, name: string, { keyword, params }: ShapeError): Diagnostic {
  const place = one.spec.keyAt([...path, name]);
  if (keyword === "maxLength") {
    const message = `Unexpected key of ${[...name].length} characters, expected at most ${params["limit"]}; shorten it`;
    return shapeFinding("out-of-range", message, place);
  }
  const { words, mend: mendForm } = expectedForms([{ schema: {}, file: "common", name: "id" }], name);
  return shapeFinding(
    "wrong-form",
    `Unexpected key ${excerpt(name, 40)}, expected ${words}; ${mendForm}`,
    place,
    [],
    certainName(one.spec, [...path, name]),
  );
}
