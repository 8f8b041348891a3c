import { isMap, isScalar, isSeq, type Node, type YAMLMap } from "yaml";
import type { Edit } from "../../diagnostics/diagnostic.ts";
import { keyText } from "../key-text.ts";
import type { Path, SpecFile } from "../spec-file.ts";

/** A key and what it says, as they are written. */
export interface NewKey {
  readonly name: string;
  readonly value: string;
}

/**
 * Writes a key behind another, `first`, of the map at `path`; a text that stands there becomes the value of `first`.
 * Marks, comments and indentation stay.
 *
 * @returns null where other places of the file repeat what stands there, or where it is written in a rare way
 */
export function addKey(spec: SpecFile, path: Path, first: string, added: NewKey): readonly Edit[] | null {
  const nodes = spec.nodesTo(path);
  const node = nodes?.at(-1);
  // What has a name is written once and stands in several places: a key in it would too.
  if (nodes === null || node === undefined || nodes.some(({ anchor }) => anchor !== undefined)) return null;
  if (isMap(node)) return intoMap(spec.source.text, node, first, added);
  const list = nodes.at(-2);
  if (!isScalar(node) || !isSeq(list) || node.tag !== undefined) return null;
  return list.flow === true ? braced(node, first, added) : besideDash(spec.source.text, node, first, added);
}

function intoMap(text: string, map: YAMLMap, first: string, { name, value }: NewKey): readonly Edit[] | null {
  const pair = map.items.find((one) => keyText(one) === first);
  const keyStart = (pair?.key as Node | undefined)?.range?.[0];
  const written = pair?.value as Node | undefined;
  if (keyStart === undefined || written?.range === undefined) return null;
  if (map.flow === true) return [insertion(written.range?.[1] ?? 0, `, ${name}: ${value}`)];
  const indent = " ".repeat(columnOf(text, keyStart));
  return [lineBelow(text, written, `${indent}${name}: ${value}`)];
}

/** `[State A]` becomes `[{ criterion: State A, key: state-a }]`. */
function braced(node: Node, first: string, { name, value }: NewKey): readonly Edit[] {
  const [start, end] = node.range ?? [0, 0];
  return [insertion(start, `{ ${first}: `), insertion(end, `, ${name}: ${value} }`)];
}

/** `- State A` becomes `- criterion: State A` with the key below; further lines of the text move to the right with it. */
function besideDash(text: string, node: Node, first: string, { name, value }: NewKey): readonly Edit[] | null {
  const [start, end] = node.range ?? [0, 0];
  const gap = /^[ ]*(- +)$/u.exec(text.slice(lineStart(text, start), start))?.[1];
  if (gap === undefined) return null;
  const indent = " ".repeat(columnOf(text, start));
  return [
    insertion(start, `${first}: `),
    ...furtherLines(text, start, end).map((at) => insertion(at, " ".repeat(gap.length))),
    lineBelow(text, node, `${indent}${name}: ${value}`),
  ];
}

/** Where the lines of a text after its first begin, but for empty ones. */
function furtherLines(text: string, start: number, end: number): readonly number[] {
  const breaks = [...text.slice(start, end).matchAll(/\n(?=[^\r\n])/gu)];
  return breaks.map(({ index }) => start + index + 1).filter((at) => at < end);
}

/** A line of its own below what a node says and the comment beside it. */
function lineBelow(text: string, node: Node, line: string): Edit {
  const end = node.range?.[1] ?? 0;
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  if (isScalar(node) && node.type?.startsWith("BLOCK") && text.charAt(end - 1) === "\n") {
    return insertion(end, `${line}${lineEnd}`);
  }
  const rest = /[^\r\n]*/u.exec(text.slice(end))?.[0] ?? "";
  return insertion(end + rest.length, `${lineEnd}${line}`);
}

function insertion(at: number, text: string): Edit {
  return { start: at, end: at, text };
}

function columnOf(text: string, at: number): number {
  return at - lineStart(text, at);
}

function lineStart(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf("\n", at - 1) + 1;
}
