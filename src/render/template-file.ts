import Handlebars from "handlebars";
import { excerpt } from "../text/words.ts";

/** What is wrong with a template, from an offset of its text to another. */
export interface TemplateFault {
  readonly rule: TemplateRule;
  /** The file: `learner-workbook`, or `partials/facts`. */
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

export type TemplateRule =
  | "template-syntax"
  | "template-raw"
  | "template-helper"
  | "template-partial"
  | "template-field"
  | "template-phrase"
  | "template-element"
  | "template-heading"
  | "template-name";

/** A template that could be parsed. */
export interface TemplateFile {
  readonly file: string;
  readonly text: string;
  readonly program: hbs.AST.Program;
  readonly stretchOf: (node: { readonly loc: hbs.AST.SourceLocation }) => readonly [start: number, end: number];
}

/** Parses a template; a fault where Handlebars cannot. */
export function readTemplate(file: string, text: string): TemplateFile | TemplateFault {
  const offsetOf = offsets(text);
  const escaped = text.search(/\\\\?\{\{/u);
  if (escaped !== -1) {
    const message = "Unexpected backslash before `{{`, expected a field, or other braces; remove it";
    return { rule: "template-syntax", file, start: escaped, end: escaped + 1, message };
  }
  try {
    const program = Handlebars.parseWithoutProcessing(text);
    return {
      file,
      text,
      program,
      stretchOf: ({ loc }) => [offsetOf(loc.start.line, loc.start.column), offsetOf(loc.end.line, loc.end.column)],
    };
  } catch (error) {
    return { rule: "template-syntax", file, ...explain(error as SyntaxFault, text, offsetOf) };
  }
}

interface SyntaxFault {
  readonly message: string;
  readonly lineNumber?: number;
  readonly column?: number;
}

function explain({ message, lineNumber, column }: SyntaxFault, text: string, offsetOf: ReturnType<typeof offsets>) {
  const mismatch = /^(\S+) doesn't match (\S+)/u.exec(message);
  if (lineNumber !== undefined && column !== undefined) {
    const start = offsetOf(lineNumber, column);
    const [, opened = "", closed = ""] = mismatch ?? [];
    return {
      start,
      end: start + Math.max(1, opened.length),
      message:
        mismatch === null
          ? `${message.replace(/ - \d+:\d+$/u, "")}; correct it`
          : `Unexpected end \`{{/${closed}}}\` of \`${opened}\`, expected \`{{/${opened}}}\`; correct one of the two`,
    };
  }
  if (/got 'EOF'/u.test(message)) {
    const open = unclosed(text);
    if (open !== null) {
      return {
        start: open.start,
        end: open.start + open.name.length + 3,
        message: `Unexpected \`{{#${open.name}\` without an end, expected \`{{/${open.name}}}\`; add it`,
      };
    }
  }
  const start = caretOf(message, text, offsetOf);
  const written = /^\{\{[^}\n]*\}{0,2}|^\}+|^[^\s<]+|^[^\n]*/u.exec(text.slice(start))?.[0] ?? "";
  const what = written === "" ? "end of the template" : excerpt(written, 30);
  return {
    start,
    end: start + written.length,
    message: `Unexpected ${what}, expected what Handlebars can read; correct the braces here or just before`,
  };
}

/** The parser tells the line, and in a picture of dashes and a caret what stands before the place. */
function caretOf(message: string, text: string, offsetOf: ReturnType<typeof offsets>): number {
  const [first = "", shown = "", dashes = ""] = message.split("\n");
  const line = Number(/line (\d+)/u.exec(first)?.[1] ?? 1);
  const from = offsetOf(line, 0);
  const before = shown.slice(0, Math.max(0, dashes.indexOf("^"))).replace(/^\.\.\./u, "");
  const places: number[] = [];
  let without = "";
  for (let at = 0; at < text.length; at += 1) {
    if (text.charAt(at) === "\n") continue;
    without += text.charAt(at);
    places.push(at);
  }
  for (let at = without.indexOf(before); at !== -1; at = without.indexOf(before, at + 1)) {
    const end = places[at + before.length] ?? text.length;
    if (end >= from) return end;
  }
  return Math.min(from, text.length);
}

/** The last block that is opened and not closed. */
function unclosed(text: string): { readonly name: string; readonly start: number } | null {
  const open: { readonly name: string; readonly start: number }[] = [];
  for (const { index, 1: mark, 2: name = "" } of text.matchAll(/\{\{~?([#^/])\s*([\w-]+)/gu)) {
    if (mark === "/") open.pop();
    else open.push({ name, start: index });
  }
  return open.at(-1) ?? null;
}

/** From Handlebars' lines, from one, and columns, from zero, to offsets. */
function offsets(text: string): (line: number, column: number) => number {
  const starts = [0, ...[...text.matchAll(/\r\n?|\n/gu)].map(({ index, 0: end }) => index + end.length)];
  return (line, column) => Math.min(text.length, (starts[line - 1] ?? text.length) + column);
}
