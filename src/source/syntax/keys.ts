import { type Document, isScalar, visit, type YAMLError, type YAMLMap } from "yaml";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { SourceFile } from "../../diagnostics/source-file.ts";
import { code, joinWords } from "../../text/words.ts";
import { finding } from "../finding.ts";

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
  return [...new Set(twice.map(({ map }) => map))].map((map) =>
    explain(
      file,
      twice.filter((one) => one.map === map),
    ),
  );
}

function explain(file: SourceFile, twice: readonly Twice[]): Diagnostic {
  const [one] = twice;
  if (one === undefined) throw new Error("Unexpected map without a key that stands twice");
  const names = [...new Set(twice.map(({ second }) => code(second.name)))];
  const message =
    names.length === 1
      ? `Unexpected second key ${names[0]}, expected each key once; remove one of the two, or join what they say`
      : `Unexpected second keys ${joinWords(names)}, expected each key once; begin a new item above them with a dash, or remove them`;
  const place = { file, start: one.first.start, end: one.first.end, pointer: "" };
  return finding(file, "duplicate-key", message, one.second.start, one.second.end, [{ message: "first here", place }]);
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
