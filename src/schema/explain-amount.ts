import type { Diagnostic, Fix } from "../diagnostics/diagnostic.ts";
import { fixOf, replacement } from "../diagnostics/fix.ts";
import { renameKey } from "../source/edits/rewrite.ts";
import type { Path } from "../source/spec-file.ts";
import { suggest } from "../text/suggest.ts";
import { code } from "../text/words.ts";
import { type Found, schemasAt } from "./schema-at.ts";
import { type ShapeCase, shapeFinding, valueAtPath } from "./shape-case.ts";

/** `choose: 1` or `credits: 6` on a group, or below its `require`: how much of it is asked for, in words of the author's own. */
export function explainAmountKey(one: ShapeCase, path: Path, key: string): Diagnostic | null {
  const bounding = explainBound(one, path, key);
  if (bounding !== null) return bounding;
  const isGroup = path.at(-2) === "groups" && path.length > 2;
  const count = countIn(valueAtPath(one.spec.data, [...path, key]));
  if (count === null || !(isGroup || path.at(-1) === "require")) return null;
  const isTaken = isGroup && valueAtPath(one.spec.data, [...path, "require"]) !== undefined;
  const bound = /max|most/iu.test(key) ? "max" : "min";
  const amount = `{ ${/credit/iu.test(key) ? "credit" : "units"}: { ${bound}: ${count} } }`;
  const where = isGroup ? "on a group" : `under ${code("require")}`;
  const how = isTaken ? `say it in ${code("require:")}, such as` : "write";
  const message = `Unexpected key ${code(key)} ${where}, expected ${code("require")} with the least or the most units or credit; ${how} ${code(`require: ${amount}`)}${orExactly(key, count)}`;
  const isSaid =
    /^min(?:imum)?(?:[_-]?(?:units?|credits?))?$/iu.test(key) && (count === 1 || /unit|credit/iu.test(key));
  const fix =
    isSaid && !isTaken ? rewritten(one, path, key, isGroup ? `require: ${amount}` : amount.slice(2, -2)) : null;
  return shapeFinding("unknown-key", message, one.spec.keyAt([...path, key]), [], fix);
}

/** `{ minimum: 1 }` for `{ min: 1 }`. */
function explainBound(one: ShapeCase, path: Path, key: string): Diagnostic | null {
  const [, word] = /^(min|max)(?:imum)?$/iu.exec(key) ?? [];
  if (word === undefined || !schemasAt(one.kind, path).some(({ name }) => name === "bounds")) return null;
  const name = word.toLowerCase();
  const message = `Unexpected key ${code(key)}, expected ${code(name)}; rename it`;
  const fix = fixOf(`Rename the key to ${code(name)}`, renameKey(one.spec, [...path, key], name));
  return shapeFinding("unknown-key", message, one.spec.keyAt([...path, key]), [], fix);
}

/** `require: 1`, `require: one`, and a number where its least and its most are asked for. */
export function explainAmount(one: ShapeCase, path: Path, value: unknown, found: readonly Found[]): Diagnostic | null {
  const isAsked =
    path.at(-1) === "require" && found.some(({ schema }) => Object.hasOwn(schema.properties ?? {}, "credit"));
  const isWord = isAsked && typeof value === "string" && suggest(value, ["all", "any"]) === null;
  const count = countIn(value) ?? (isWord ? 1 : null);
  if (count === null) return null;
  const place = one.spec.valueAt(path);
  const written = code(one.spec.writtenAt(path) ?? String(value));
  if (isAsked) {
    const message = `Unexpected ${written}, expected ${code("all")}, ${code("any")}, or the least or the most units or credit; write ${code(`require: { units: { min: ${count} } }`)}${orExactly("", count)}`;
    return shapeFinding(isWord && countIn(value) === null ? "unknown-word" : "wrong-type", message, place);
  }
  if (!found.some(({ name }) => name === "bounds")) return null;
  const key = String(path.at(-1));
  const form = `${key}: { min: ${count} }`;
  const whole = path.at(-2) === "require" ? `require: { ${form} }` : form;
  const message = `Unexpected number ${written}, expected its least or its most; write ${code(whole)}${orExactly("", count)}`;
  return shapeFinding("wrong-type", message, place);
}

/** Who writes a minimum means one; who writes a number may mean no more, either. */
function orExactly(key: string, count: number): string {
  return /min|max|most|least/iu.test(key) ? "" : `, with ${code(`max: ${count}`)} beside it if no more may be taken`;
}

const numerals = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

function countIn(value: unknown): number | null {
  if (typeof value === "number") return Number.isInteger(value) && value > 0 ? value : null;
  const word =
    typeof value === "string"
      ? value
          .trim()
          .toLowerCase()
          .replace(/ units?$/u, "")
      : "";
  if (/^[1-9]\d{0,3}$/u.test(word)) return Number(word);
  return numerals.includes(word) ? numerals.indexOf(word) + 1 : null;
}

/** Something else for a key and its value, where both stand on one line. */
function rewritten({ spec }: ShapeCase, path: Path, key: string, text: string): Fix | null {
  const { start, file } = spec.keyAt([...path, key]);
  const { end } = spec.valueAt([...path, key]);
  const isPlain = /^[\w-]+:[ ]+\w+$/u.test(file.text.slice(start, end));
  return isPlain ? replacement(`Write ${code(text)}`, { start, end }, text) : null;
}
