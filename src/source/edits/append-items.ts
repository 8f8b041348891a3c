import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from "yaml";
import type { Edit } from "../../diagnostics/diagnostic.ts";
import { keyText } from "../key-text.ts";
import type { Path, SpecFile } from "../spec-file.ts";
import type { NewKey } from "./add-key.ts";
import { lastOf } from "./last-leaf.ts";

/** A word, or a map: its keys, each with its value as YAML writes it. */
export type NewItem = string | readonly NewKey[];

/**
 * Writes items behind the last of a list, in the way in which the list is written; where there is no such list, a new one
 * before the first of the keys `before`, else at the end. Comments and layout stay.
 *
 * @param path the map that the list belongs to; the top of the file where it is left out
 * @returns null where the file is written in a rare way
 */
export function appendItems(
  spec: SpecFile,
  list: string,
  items: readonly NewItem[],
  before: readonly string[],
  path: Path = [],
): readonly Edit[] | null {
  const { text } = spec.source;
  const root = spec.nodesTo(path)?.at(-1);
  if (!isMap(root)) return null;
  const pair = root.items.find((one) => keyText(one) === list);
  if (pair === undefined) return newList(text, root, list, items, before);
  const seq = spec.nodesTo([...path, list])?.at(-1);
  if (!isSeq(seq)) return null;
  if (seq.flow !== true) return behindLast(text, seq, items);
  if (seq.items.length > 0 || root.flow === true) return insideBrackets(text, seq, items);
  return instead(text, seq, pair, root, items);
}

function newList(
  text: string,
  root: YAMLMap,
  list: string,
  items: readonly NewItem[],
  before: readonly string[],
): readonly Edit[] | null {
  const last = root.items.at(-1);
  if (last === undefined) return null;
  if (root.flow === true) {
    return [insertion(endOf(lastOf(last)), `, ${list}: [${items.map(inBraces).join(", ")}]`)];
  }
  const indent = columnOf(text, startOf(root.items[0]?.key));
  const margin = " ".repeat(indent);
  const isWords = items.every((item) => typeof item === "string");
  const lines = isWords
    ? [`${margin}${list}: [${items.join(", ")}]`]
    : [`${margin}${list}:`, ...items.flatMap((item) => inLines(item, `${margin}  `))];
  const next = before.flatMap((name) => root.items.find((one) => keyText(one) === name) ?? [])[0];
  if (next === undefined) return [below(text, lastOf(last), lines)];
  const at = aboveComments(text, lineStart(text, startOf(next.key)), margin);
  return at === 0 || next === root.items[0]
    ? null
    : [insertion(at, lines.map((line) => line + lineEndOf(text)).join(""))];
}

/** Behind a list of dashes: each in lines of its own, or in braces where the last is. */
function behindLast(text: string, seq: YAMLSeq, items: readonly NewItem[]): readonly Edit[] | null {
  const last = seq.items.at(-1);
  if (!isMap(last) && !isScalar(last)) return null;
  const isBlock = isMap(last) && last.flow !== true;
  const start = startOf(isBlock ? last.items[0]?.key : last);
  const margin = /^([ ]*)- +$/u.exec(text.slice(lineStart(text, start), start))?.[1];
  if (margin === undefined) return null;
  const lines = items.flatMap((item) => (isBlock ? inLines(item, margin) : [`${margin}- ${inBraces(item)}`]));
  return [below(text, isBlock ? lastOf(last.items.at(-1)) : last, lines)];
}

/** `[{ … }]`: on lines of their own where the first is. */
function insideBrackets(text: string, seq: YAMLSeq, items: readonly NewItem[]): readonly Edit[] | null {
  const last = seq.items.at(-1);
  if (last === undefined) return [insertion(startOf(seq) + 1, items.map(inBraces).join(", "))];
  const start = startOf(last);
  const gap = text.slice(startOf(seq) + 1, startOf(seq.items[0]));
  const between = /\n/u.test(gap) ? `,${lineEndOf(text)}${" ".repeat(columnOf(text, start))}` : ", ";
  return [insertion(endOf(last as Node), items.map((item) => between + inBraces(item)).join(""))];
}

/** `[]` makes room for lines. */
function instead(text: string, seq: YAMLSeq, pair: Pair, root: YAMLMap, items: readonly NewItem[]) {
  const [start, end] = [startOf(seq), endOf(seq)];
  // Words stay in the brackets that are there.
  if (items.every((item) => typeof item === "string")) return insideBrackets(text, seq, items);
  if (!/^\[\s*\]$/u.test(text.slice(start, end)) || seq.anchor !== undefined) return null;
  const margin = " ".repeat(columnOf(text, startOf(root.items[0]?.key)) + 2);
  const rest = restOfLine(text, end);
  const from =
    rest.trim() === "" ? start - (/[ \t]*$/u.exec(text.slice(endOf(pair.key), start))?.[0].length ?? 0) : start;
  const lines = items.flatMap((item) => inLines(item, margin));
  return [
    { start: from, end, text: "" },
    insertion(end + rest.length, lines.map((line) => lineEndOf(text) + line).join("")),
  ];
}

function inLines(item: NewItem, margin: string): readonly string[] {
  if (typeof item === "string") return [`${margin}- ${item}`];
  return item.map(({ name, value }, at) => `${margin}${at === 0 ? "- " : "  "}${name}: ${value}`);
}

function inBraces(item: NewItem): string {
  if (typeof item === "string") return item;
  return `{ ${item.map(({ name, value }) => `${name}: ${value}`).join(", ")} }`;
}

/** On lines of their own below what a node says and the comment beside it. */
function below(text: string, node: Node, lines: readonly string[]): Edit {
  const end = endOf(node);
  const lineEnd = lineEndOf(text);
  if (isScalar(node) && node.type?.startsWith("BLOCK") && text.charAt(end - 1) === "\n") {
    return insertion(end, lines.map((line) => line + lineEnd).join(""));
  }
  return insertion(end + restOfLine(text, end).length, lines.map((line) => lineEnd + line).join(""));
}

/** Comments right above a key belong to it. */
function aboveComments(text: string, at: number, margin: string): number {
  const above = /(?:^|\n)((?:[^\n]*\n)?)$/u.exec(text.slice(0, at))?.[1] ?? "";
  const isComment = above.startsWith(`${margin}#`);
  return isComment ? aboveComments(text, at - above.length, margin) : at;
}

function insertion(at: number, text: string): Edit {
  return { start: at, end: at, text };
}

function startOf(node: unknown): number {
  return (node as Node | undefined)?.range?.[0] ?? 0;
}

function endOf(node: unknown): number {
  return (node as Node | undefined)?.range?.[1] ?? 0;
}

function restOfLine(text: string, from: number): string {
  return /[^\r\n]*/u.exec(text.slice(from))?.[0] ?? "";
}

function columnOf(text: string, at: number): number {
  return at - lineStart(text, at);
}

function lineStart(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf("\n", at - 1) + 1;
}

function lineEndOf(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}
