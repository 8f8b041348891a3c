import { isAlias, isScalar, type Node } from "yaml";
import type { Leaf } from "./tree.ts";

/** A text, number or reference; `after` is where what stands before it ends. */
export function readLeaf(text: string, node: Node, after: number): Leaf {
  const [start, end] = node.range ?? [0, 0];
  const written = text.slice(start, end).replaceAll("\r\n", "\n");
  const style = styleOf(node);
  const lines = written.split("\n");
  return {
    type: "leaf",
    anchor: isAlias(node) ? null : (node.anchor ?? null),
    style,
    text: isScalar(node) && typeof node.value === "string" ? node.value : null,
    lines:
      style === "block"
        ? blockLines(lines, String(isScalar(node) ? node.value : ""))
        : lines.map((line) => line.trim()),
    isBelow: text.slice(after, start).includes("\n"),
  };
}

function styleOf(node: Node): Leaf["style"] {
  if (isAlias(node)) return "alias";
  const type = isScalar(node) ? node.type : undefined;
  if (type === "QUOTE_SINGLE") return "single";
  if (type === "QUOTE_DOUBLE") return "double";
  return type?.startsWith("BLOCK") === true ? "block" : "plain";
}

/** The mark without a comment, then the lines without their indentation: what stands deeper than the first stays so. */
function blockLines(written: readonly string[], value: string): readonly string[] {
  const [header = "", ...rest] = written;
  const body = rest.at(-1) === "" ? rest.slice(0, -1) : rest;
  const [, mark = "|", marks = ""] = /^([|>])([-+\d]*)/u.exec(header) ?? [];
  const isKept = marks.includes("+");
  const indent = indentOf(body) - indentOf(value.split("\n"));
  const isEmpty = body.every((line) => line.trim() === "");
  const content = body.map((line) => (isEmpty ? "" : line.slice(indent)));
  while (!isKept && content.at(-1) === "") content.pop();
  // A text that begins with spaces has to say how deep it stands.
  const depth = content.find((line) => line !== "")?.startsWith(" ") === true ? "2" : "";
  return [`${mark}${depth}${marks.replace(/\d/u, "")}`, ...content];
}

/** How deep the first line stands that says something. */
function indentOf(lines: readonly string[]): number {
  return lines.find((line) => line.trim() !== "")?.search(/[^ ]/u) ?? 0;
}
