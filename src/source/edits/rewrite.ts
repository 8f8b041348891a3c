import { isMap, isScalar, isSeq, type Node } from "yaml";
import type { Edit } from "../../diagnostics/diagnostic.ts";
import { keyText } from "../key-text.ts";
import type { Path, SpecFile } from "../spec-file.ts";
import { quoted } from "./quoted.ts";

/** Writes something else in place of the text or number at `path`; null where it is an alias, or a text over several lines. */
export function rewriteValue(spec: SpecFile, path: Path, text: string): readonly Edit[] | null {
  const node = spec.nodesTo(path)?.at(-1);
  if (!isScalar(node) || !node.range) return null;
  const [start, end] = node.range;
  return isOneLine(spec, start, end) ? [{ start, end, text }] : null;
}

/** Another name for the key that `path` ends in. */
export function renameKey(spec: SpecFile, path: Path, name: string): readonly Edit[] | null {
  const parent = spec.nodesTo(path.slice(0, -1))?.at(-1);
  if (!isMap(parent)) return null;
  const key = parent.items.find((pair) => keyText(pair) === String(path.at(-1)))?.key;
  if (!isScalar(key) || !key.range) return null;
  const [start, end] = key.range;
  return isOneLine(spec, start, end) ? [{ start, end, text: name }] : null;
}

/** `- Explain: how`, which YAML reads as a key and a value, in quotes; null where it may be more than one text. */
export function quotePair(spec: SpecFile, path: Path): readonly Edit[] | null {
  const map = spec.nodesTo(path)?.at(-1);
  if (!isMap(map) || map.flow === true || map.items.length !== 1) return null;
  const { key, value } = map.items[0] ?? {};
  if (!isScalar(key) || !isScalar(value) || key.type !== "PLAIN" || value.type !== "PLAIN") return null;
  const [start = 0] = key.range ?? [];
  const [valueStart = 0, end = 0] = value.range ?? [];
  if (end <= valueStart || !isOneLine(spec, start, end)) return null;
  return [{ start, end, text: quoted(spec.source.text.slice(start, end)) }];
}

/** Takes an item out of a list, but not the first one, nor one with a comment. */
export function removeItem(spec: SpecFile, path: Path): readonly Edit[] | null {
  const list = spec.nodesTo(path.slice(0, -1))?.at(-1);
  const at = Number(path.at(-1));
  if (!isSeq(list) || at < 1) return null;
  const [before, item] = [list.items[at - 1], list.items[at]] as (Node | undefined)[];
  if (!isScalar(item) || !item.range || !before?.range || item.anchor !== undefined) return null;
  const { text } = spec.source;
  const [start, end] = item.range;
  if (list.flow === true) {
    const from = before.range[1];
    return /^\s*,\s*$/u.test(text.slice(from, start)) ? [{ start: from, end, text: "" }] : null;
  }
  const lineStart = text.lastIndexOf("\n", start) + 1;
  const rest = /^[ \t]*(?:\r?\n|$)/u.exec(text.slice(end))?.[0];
  if (rest === undefined || !isOneLine(spec, start, end) || !/^ *- +$/u.test(text.slice(lineStart, start))) return null;
  return [{ start: lineStart, end: end + rest.length, text: "" }];
}

function isOneLine({ source }: SpecFile, start: number, end: number): boolean {
  return start < end && !source.text.slice(start, end).includes("\n");
}
