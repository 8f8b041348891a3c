import { isMap, isSeq, type Node, type YAMLSeq } from "yaml";
import type { Edit } from "../../diagnostics/diagnostic.ts";
import type { Path, SpecFile } from "../spec-file.ts";
import { addKey } from "./add-key.ts";

/**
 * Writes a word behind the last of the list at `path`, in the way in which the list is written; where there is no such list,
 * a new one behind the first of the keys `behind` that is there. Comments and layout stay.
 *
 * @returns null where other places of the file repeat the list, or where it is written in a rare way
 */
export function appendWord(
  spec: SpecFile,
  path: Path,
  word: string,
  behind: readonly string[],
): readonly Edit[] | null {
  const nodes = spec.nodesTo(path);
  if (nodes === null) return newList(spec, path, word, behind);
  const list = nodes.at(-1);
  if (!isSeq(list) || nodes.some(({ anchor }) => anchor !== undefined)) return null;
  return list.flow === true ? insideBrackets(spec.source.text, list, word) : behindLast(spec.source.text, list, word);
}

function newList(spec: SpecFile, path: Path, word: string, behind: readonly string[]): readonly Edit[] | null {
  const parent = path.slice(0, -1);
  const map = spec.nodesTo(parent)?.at(-1);
  const name = String(path.at(-1));
  if (!isMap(map) || map.has(name)) return null;
  const first = behind.find((key) => map.has(key));
  return first === undefined ? null : addKey(spec, parent, first, { name, value: `[${word}]` });
}

function insideBrackets(text: string, list: YAMLSeq, word: string): readonly Edit[] | null {
  const last = list.items.at(-1) as Node | undefined;
  const [start = 0] = list.range ?? [];
  if (last === undefined) return [{ start: start + 1, end: start + 1, text: word }];
  const [from = 0, end = 0] = last.range ?? [];
  const gap = /\r?\n[ \t]*$/u.exec(text.slice(0, from))?.[0];
  return [{ start: end, end, text: `,${gap ?? " "}${word}` }];
}

function behindLast(text: string, list: YAMLSeq, word: string): readonly Edit[] | null {
  const [from = 0, end = 0] = (list.items.at(-1) as Node | undefined)?.range ?? [];
  const margin = /(?:^|\n)([ ]*- +)$/u.exec(text.slice(0, from))?.[1];
  if (margin === undefined) return null;
  const rest = /[^\r\n]*/u.exec(text.slice(end))?.[0] ?? "";
  const at = end + rest.length;
  return [{ start: at, end: at, text: `${text.includes("\r\n") ? "\r\n" : "\n"}${margin}${word}` }];
}
