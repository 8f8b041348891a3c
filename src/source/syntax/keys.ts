import { type Document, isScalar, visit, type YAMLError, type YAMLMap } from "yaml";
import type { Diagnostic, Fix } from "../../diagnostics/diagnostic.ts";
import { replacement } from "../../diagnostics/fix.ts";
import type { SourceFile } from "../../diagnostics/source-file.ts";
import { code, joinWords } from "../../text/words.ts";
import { finding } from "../finding.ts";
import { indentOf, lineAbove, lineAround, lineBelow } from "./case.ts";
import { indentationMessage } from "./indentation.ts";
import { repairs } from "./repair.ts";

interface Key {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

interface Twice {
  readonly map: YAMLMap;
  readonly first: Key;
  readonly second: Key;
}

/**
 * The keys that stand twice. Several in one map, one after the other, are one mistake: the line that begins the next
 * item of a list is missing.
 */
export function explainDuplicates(
  file: SourceFile,
  document: Document.Parsed,
  errors: readonly YAMLError[],
): readonly Diagnostic[] {
  const twice = errors.flatMap((error) => findTwice(document, error.pos[0]) ?? []);
  const maps = new Set(twice.map(({ map }) => map));
  return [...maps].flatMap((map) => {
    const [one, ...rest] = twice.filter((other) => other.map === map);
    return one === undefined ? [] : [swallowedItem(file, one) ?? explain(file, one, [one, ...rest])];
  });
}

/** The line that begins the item stands too deep, and was taken for a part of the text above it. */
function swallowedItem(file: SourceFile, { second }: Twice): Diagnostic | null {
  const own = lineAround(file.text, second.start);
  const target = second.start - own.start - 2;
  for (let line = lineAbove(file.text, own); line !== null; line = lineAbove(file.text, line)) {
    const indent = indentOf(line);
    if (indent <= target) return null;
    const repair = { start: line.start, end: line.start + indent, text: " ".repeat(Math.max(target, 0)) };
    if (!/^ *- +[\w-]+:\s/u.test(line.text) || !repairs(file.text, repair)) continue;
    return finding(file, "indentation", indentationMessage(indent, String(target)), line.start, line.start + indent);
  }
  return null;
}

function explain(file: SourceFile, one: Twice, twice: readonly Twice[]): Diagnostic {
  const names = [...new Set(twice.map(({ second }) => code(second.name)))];
  const message =
    names.length === 1
      ? `Unexpected second key ${names[0]}, expected each key once; remove one of the two, or join what they say`
      : `Unexpected second keys ${joinWords(names)}, expected each key once; begin a new item above them with a dash, or remove them`;
  const place = { file, start: one.first.start, end: one.first.end, pointer: "" };
  const related = [{ message: "first here", place }];
  const fix = twice.length === 1 ? sameLineTwice(file.text, one) : null;
  return finding(file, "duplicate-key", message, one.second.start, one.second.end, related, fix);
}

/** The second of two lines that say the same, and nothing below them. */
function sameLineTwice(text: string, { first, second }: Twice): Fix | null {
  const [one, other] = [lineAround(text, first.start), lineAround(text, second.start)];
  if (one.text !== other.text || !/^ *[\w-]+: +[^\s|>&*{["'#]/u.test(one.text)) return null;
  const isOpen = [one, other].some((line) => {
    const below = lineBelow(text, line);
    return below !== null && indentOf(below) > indentOf(line);
  });
  const end = other.start + other.text.length;
  const lineEnd = /^\r?\n/u.exec(text.slice(end))?.[0] ?? "";
  return isOpen
    ? null
    : replacement("Remove the second of the two lines", { start: other.start, end: end + lineEnd.length }, "");
}

/** The key that stands at `position`, and the first of the same name beside it. */
function findTwice(document: Document.Parsed, position: number): Twice | null {
  let found: Twice | null = null;
  visit(document.contents, {
    Map: (_, map) => {
      const keys = map.items.flatMap(({ key }) =>
        isScalar(key) && key.range ? [{ value: key.value, range: key.range }] : [],
      );
      const second = keys.find(({ range }) => range[0] === position);
      const first = second && keys.find(({ value }) => value === second.value);
      if (first === undefined || second === undefined) return undefined;
      const keyOf = ({ value, range }: typeof first): Key => ({ name: String(value), start: range[0], end: range[1] });
      found = { map, first: keyOf(first), second: keyOf(second) };
      return visit.BREAK;
    },
  });
  return found;
}
