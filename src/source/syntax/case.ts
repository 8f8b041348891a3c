import type { Document, YAMLError } from "yaml";
import type { Diagnostic, Fix } from "../../diagnostics/diagnostic.ts";
import type { SourceFile } from "../../diagnostics/source-file.ts";
import { finding, type SourceRule } from "../finding.ts";

/** An error of the parser, and the file that it stands in. */
export interface Case {
  readonly file: SourceFile;
  readonly text: string;
  readonly document: Document.Parsed;
  readonly error: YAMLError;
}

/** Explains the one mistake that it knows; null for any other. */
export type Reader = (one: Case) => Diagnostic | null;

export interface Line {
  readonly start: number;
  /** Without its line end. */
  readonly text: string;
}

export function at(
  one: Case,
  rule: SourceRule,
  message: string,
  start: number,
  end: number,
  fix: Fix | null = null,
): Diagnostic {
  const length = one.text.length;
  return finding(one.file, rule, message, Math.min(start, length), Math.min(Math.max(end, start), length), [], fix);
}

export function lineAround(text: string, position: number): Line {
  const start = position === 0 ? 0 : text.lastIndexOf("\n", position - 1) + 1;
  const end = text.indexOf("\n", position);
  return { start, text: text.slice(start, end === -1 ? text.length : end).replace(/\r$/u, "") };
}

/** Where the words of the line that holds `position` end. */
export function lineEnd(text: string, position: number): number {
  const line = lineAround(text, position);
  return line.start + line.text.trimEnd().length;
}

/** The nearest line above that says something, or null. */
export function lineAbove(text: string, line: Line): Line | null {
  for (let start = line.start; start > 0; ) {
    const above = lineAround(text, start - 1);
    if (saysSomething(above)) return above;
    start = above.start;
  }
  return null;
}

/** The nearest line below that says something, or null. */
export function lineBelow(text: string, line: Line): Line | null {
  for (let end = text.indexOf("\n", line.start); end !== -1; end = text.indexOf("\n", end + 1)) {
    const below = lineAround(text, end + 1);
    if (saysSomething(below)) return below;
  }
  return null;
}

/** The line that an error is about: itself, or the next that says something. */
export function lineOfError({ text, error }: Case): Line | null {
  const line = lineAround(text, error.pos[0]);
  return saysSomething(line) ? line : lineBelow(text, line);
}

export function indentOf(line: Line): number {
  return /^ */u.exec(line.text)?.[0].length ?? 0;
}

function saysSomething({ text }: Line): boolean {
  return /^\s*[^\s#]/u.test(text);
}
