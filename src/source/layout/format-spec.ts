import { SourceFile } from "../../diagnostics/source-file.ts";
import { findComments } from "../find-comments.ts";
import { parse } from "../parse.ts";
import { isSameData } from "../same-data.ts";
import type { SpecFile } from "../spec-file.ts";
import { printTree } from "./print-tree.ts";
import { type KeyOrder, readTree } from "./read-tree.ts";

/**
 * The text of a file in the one layout that all files have: its keys in order, two spaces for each level, quotation marks
 * where they are needed. It says what it said, with every comment; line ends stay those that it has.
 *
 * @returns null where it is written in a rare way, so that it is left as it is
 */
export function formatSpec(spec: SpecFile, order: KeyOrder): string | null {
  const { text } = spec.source;
  const tree = readTree(spec, order);
  if (tree === null) return null;
  const lineEnd = isOfWindows(text) ? "\r\n" : "\n";
  const made = printTree(tree)
    .map((line) => line + lineEnd)
    .join("");
  return made === text || saysTheSame(spec, made) ? made : null;
}

/** Of both kinds the one that most lines have. */
function isOfWindows(text: string): boolean {
  const lineEnds = text.match(/\r?\n/gu) ?? [];
  return lineEnds.filter((one) => one === "\r\n").length * 2 > lineEnds.length;
}

/** Nobody has to trust the printer: what it made is read again. */
function saysTheSame({ source, data }: SpecFile, made: string): boolean {
  const after = parse(new SourceFile(source.path, made)).spec;
  return after !== null && isSameData(data, after.data) && commentsOf(source.text) === commentsOf(made);
}

function commentsOf(text: string): string {
  const { comments } = findComments(text);
  return comments
    .map((one) => one.text.trimEnd())
    .sort()
    .join("\n");
}
