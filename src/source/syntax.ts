import { type Document, isCollection, isScalar, type Node, visit, type YAMLError } from "yaml";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../diagnostics/source-file.ts";
import { code, excerpt } from "../text/words.ts";
import { finding, type SourceRule } from "./finding.ts";

/**
 * The findings for the errors that the parser met. Keys that stand twice are reported each; of anything else only the
 * first, because what follows a broken place is mostly its consequence.
 */
export function explainSyntaxErrors(file: SourceFile, document: Document.Parsed): Diagnostic[] {
  const errors = [...document.errors].sort((a, b) => a.pos[0] - b.pos[0]);
  const firstReal = errors.findIndex((error) => error.code !== "DUPLICATE_KEY");
  const told = firstReal === -1 ? errors : errors.slice(0, firstReal + 1);
  return told.map((error) => explain({ file, text: file.text, document, error }));
}

interface Case {
  readonly file: SourceFile;
  readonly text: string;
  readonly document: Document.Parsed;
  readonly error: YAMLError;
}

/** Each reader knows one mistake; the first that recognises it explains it. */
function explain(one: Case): Diagnostic {
  const readers = [
    duplicateKey,
    severalDocuments,
    tabIndent,
    unclosedQuote,
    unclosedBracket,
    textAfterQuote,
    reservedStart,
    badEscape,
    textAfterBlockMark,
    listOnKeyLine,
    unquotedColon,
    textCutByHash,
    missingColon,
    indentation,
  ];
  for (const read of readers) {
    const found = read(one);
    if (found !== null) return found;
  }
  const [start, end] = one.error.pos;
  const message = `Unexpected ${excerpt(lineAround(one.text, start).text)}, which YAML cannot read (${one.error.message.toLowerCase()}); look for a missing quote, colon, bracket or space on this line or the one above`;
  return at(one, "yaml-syntax", message, start, Math.max(end, start + 1));
}

type Reader = (one: Case) => Diagnostic | null;

const duplicateKey: Reader = (one) => {
  if (one.error.code !== "DUPLICATE_KEY") return null;
  const [start] = one.error.pos;
  const pair = findKeys(one.document, start);
  const key = pair?.name ?? "";
  const message = `Unexpected second key ${code(key)}, expected each key once; remove one of the two, or join what they say`;
  const related =
    pair === null
      ? []
      : [{ message: "first here", place: { file: one.file, start: pair.first[0], end: pair.first[1], pointer: "" } }];
  return finding(one.file, "duplicate-key", message, start, start + (pair?.length ?? 1), related);
};

const severalDocuments: Reader = (one) => {
  if (one.error.code !== "MULTIPLE_DOCS") return null;
  const [start] = one.error.pos;
  const message = "Unexpected `---`, expected one specification in each file; move what follows to a file of its own";
  return at(one, "several-documents", message, start, start + 3);
};

const tabIndent: Reader = (one) => {
  const line = lineAround(one.text, one.error.pos[0]);
  const margin = /^[ \u00a0]*[\t\u00a0][\s\u00a0]*/u.exec(line.text)?.[0];
  if (margin === undefined || !/TAB_AS_INDENT|BAD_INDENT|IMPLICIT_KEY|MISSING_CHAR/u.test(one.error.code)) return null;
  const start = line.start + margin.search(/[\t\u00a0]/u);
  const message = margin.includes("\t")
    ? "Unexpected tab, expected spaces; indent with two spaces for each level"
    : "Unexpected non-breaking space, expected spaces; delete the blank at the start of the line and type spaces";
  return at(one, "tab-indent", message, start, line.start + margin.length);
};

const unclosedQuote: Reader = (one) => {
  if (!/MISSING_CHAR|UNEXPECTED_TOKEN|BAD_SCALAR_START|IMPLICIT_KEY|BAD_INDENT/u.test(one.error.code)) return null;
  const [position] = one.error.pos;
  let opened: Node | null = null;
  visit(one.document.contents, {
    Scalar: (_key, node) => {
      const [start, end] = node.range ?? [0, 0];
      const quoted = node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE";
      const runsOn = /\n\s*(?:- )?[\w-]+:(?:\s|$)/u.test(one.text.slice(start, end));
      if (quoted && runsOn && start <= position && end >= position - 1) opened = node;
    },
  });
  const start = (opened as Node | null)?.range?.[0];
  if (start === undefined) return null;
  const mark = code(one.text.charAt(start));
  const message = `Unexpected end of the text that ${mark} opens here, expected a closing ${mark} on the same line; add it`;
  return at(one, "unclosed-quote", message, start, lineEnd(one.text, start));
};

const unclosedBracket: Reader = (one) => {
  const { error, text } = one;
  const extra = /Unexpected flow-(?:seq|map)-end/u.test(error.message);
  if (extra) {
    const [start] = error.pos;
    const mark = code(text.charAt(start));
    return at(one, "yaml-syntax", `Unexpected ${mark}, which no bracket opens; remove it`, start, start + 1);
  }
  if (!/flow (?:sequence|map|collection)|, or \]|, or \}/iu.test(error.message)) return null;
  let opened: Node | null = null;
  visit(one.document.contents, {
    Collection: (_key, node) => {
      const [start, end] = node.range ?? [0, 0];
      if (node.flow && start < error.pos[0] && error.pos[0] <= end + 1) opened = node;
    },
  });
  const start = (opened as Node | null)?.range?.[0];
  if (start === undefined) return null;
  const open = text.charAt(start);
  const close = open === "[" ? "]" : "}";
  const message = `Unexpected end of what ${code(open)} opens here, expected a closing ${code(close)}; add it, or put the text in quotes if the bracket belongs to it`;
  return at(one, "unclosed-bracket", message, start, lineEnd(text, start));
};

const textAfterQuote: Reader = (one) => {
  if (!/at node end/u.test(one.error.message)) return null;
  const [position] = one.error.pos;
  const line = lineAround(one.text, position);
  const value = /^\s*(?:- +)*(?:[^\s"'[{][^:]*:\s+)?/u.exec(line.text)?.[0] ?? "";
  const start = line.start + value.length;
  const first = one.text.charAt(start);
  const end = lineEnd(one.text, start);
  if (first === "'") {
    const message = `Unexpected text after the closing \`'\`; put the text in double quotes, or write an apostrophe inside it as \`''\``;
    return at(one, "yaml-syntax", message, start, end);
  }
  const what = first === '"' ? 'text after the closing `"`' : `text after what ${code(first)} begins`;
  const how =
    first === '"'
      ? "put the quotes around all of it, in single quotes if it has double ones inside"
      : "put the whole text in quotes";
  return at(one, "yaml-syntax", `Unexpected ${what}; ${how}`, start, end);
};

const reservedStart: Reader = (one) => {
  if (
    !/BAD_SCALAR_START|BAD_ALIAS|BAD_COLLECTION_TYPE|BAD_PROP_ORDER|MULTIPLE_ANCHORS|MULTIPLE_TAGS/u.test(
      one.error.code,
    )
  ) {
    return null;
  }
  const [start] = one.error.pos;
  const mark = code(one.text.charAt(start));
  const message = `Unexpected ${mark} at the start of a text, which YAML keeps for itself; put the text in quotes`;
  return at(one, "yaml-syntax", message, start, lineEnd(one.text, start));
};

const badEscape: Reader = (one) => {
  if (one.error.code !== "BAD_DQ_ESCAPE") return null;
  const [start, end] = one.error.pos;
  const message = `Unexpected ${code(one.text.slice(start, start + 2))} inside double quotes; use single quotes, or write a backslash as \`\\\\\``;
  return at(one, "yaml-syntax", message, start, Math.max(end, start + 2));
};

const textAfterBlockMark: Reader = (one) => {
  if (!/Not a YAML token|Block scalar header/u.test(one.error.message)) return null;
  const [position] = one.error.pos;
  const line = lineAround(one.text, position);
  const start = line.start + line.text.search(/[|>]/u);
  const mark = code(one.text.charAt(start));
  const message = `Unexpected text after ${mark}, which begins a text on the next line; start the text there, or put it in quotes if ${mark} belongs to it`;
  return at(one, "yaml-syntax", message, start, lineEnd(one.text, start));
};

const listOnKeyLine: Reader = (one) => {
  const line = lineAround(one.text, one.error.pos[0]);
  const inline = /^(\s*(?:- )*[\w-]+:\s+)([-?]\s)/u.exec(line.text);
  if (inline === null) return null;
  const start = line.start + (inline[1]?.length ?? 0);
  const message = `Unexpected ${code(inline[2]?.trim() ?? "-")} after a key; begin the list on the next line, or put the text in quotes`;
  return at(one, "yaml-syntax", message, start, lineEnd(one.text, start));
};

/** `title: Unit 1: Intro` */
const unquotedColon: Reader = (one) => {
  if (!/IMPLICIT_KEY/u.test(one.error.code)) return null;
  const line = lineAround(one.text, one.error.pos[0]);
  const parts = /^(\s*(?:- +)*[^\s:"'#[{][^:#]*:\s+)([^"'[{#\s].*?:(?:\s.*)?)$/u.exec(
    line.text.replace(/\s+#.*$/u, ""),
  );
  if (parts === null) return null;
  const start = line.start + (parts[1]?.length ?? 0);
  const value = parts[2]?.trimEnd() ?? "";
  const quote = value.includes('"') ? "'" : '"';
  const quoted = value.includes(quote) ? "" : `: ${code(quote + value + quote)}`;
  const message = `Unexpected colon and space inside a text, which YAML reads as another key; put the text in quotes${quoted}`;
  return at(one, "unquoted-colon", message, start, start + value.length);
};

/** A text over several lines whose first line holds ` #`: the comment ended it. */
const textCutByHash: Reader = (one) => {
  if (!/BAD_INDENT|MISSING_CHAR|IMPLICIT_KEY/u.test(one.error.code)) return null;
  const line = lineAround(one.text, one.error.pos[0]);
  const before = lineAround(one.text, Math.max(0, line.start - 1));
  const hash = /[^\s:] (#.*)$/u.exec(before.text);
  if (hash === null || before.start === line.start || /^\s*(?:- )?[\w-]+:/u.test(line.text)) return null;
  const start = before.start + hash.index + 2;
  const message = `Unexpected comment ${excerpt(hash[1] ?? "", 40)}, which ends the text before it; put the whole text in quotes`;
  return at(one, "text-cut-by-hash", message, start, before.start + before.text.trimEnd().length);
};

/** A line such as `id dl1` or `kind:unit`, between keys. */
const missingColon: Reader = (one) => {
  if (!/MULTILINE_IMPLICIT_KEY|MISSING_CHAR|BLOCK_AS_IMPLICIT_KEY/u.test(one.error.code)) return null;
  const line = [one.error.pos[0], one.error.pos[1]]
    .map((position) => lineAround(one.text, position))
    .find(({ text }) => /\S/u.test(text) && !/:(?:\s|$)|^\s*(?:-|#)/u.test(text));
  if (line === undefined) return null;
  const written = line.text.trim();
  const start = line.start + line.text.indexOf(written);
  const glued = /^([\w-]+):(\S.*)$/u.exec(written);
  const message =
    glued === null
      ? `Unexpected line ${excerpt(written)}, expected a key, a colon, a space and a value; add the colon, or indent the line if it continues the text above`
      : `Unexpected ${excerpt(written)}, expected a space after the colon; write ${excerpt(`${glued[1]}: ${glued[2]}`)}`;
  return at(one, "missing-colon", message, start, start + written.length);
};

const indentation: Reader = (one) => {
  const { code: errorCode, message: words } = one.error;
  const isIndent = /BAD_INDENT|IMPLICIT_KEY|MISSING_CHAR|UNEXPECTED_TOKEN/u.test(errorCode);
  if (!isIndent || /Flow|quote|YAML stream/u.test(words)) return null;
  const line = indentedLine(one);
  const indent = line.text.search(/\S/u);
  if (indent === -1) return null;
  const above = indentsAbove(one.text, line.start);
  const expected = above.length === 0 ? "none" : above.map((width) => String(width)).join(" or ");
  const message = `Unexpected indentation of ${indent} spaces, expected ${expected}; line it up with the keys or dashes that it belongs to`;
  return at(one, "indentation", message, line.start, line.start + Math.max(indent, 1));
};

/** Where a value is followed by a deeper line, the parser names the value: the line at fault is the next. */
function indentedLine(one: Case): Line {
  const line = lineAround(one.text, one.error.pos[0]);
  const next = lineAround(one.text, Math.min(one.text.length, line.start + line.text.length + 1));
  const isValueFirst =
    one.error.code === "BLOCK_AS_IMPLICIT_KEY" && /:\s+\S/u.test(line.text) && next.start > line.start;
  return isValueFirst && next.text.search(/\S/u) > line.text.search(/\S/u) ? next : line;
}

/** The indents of the lines that a line may belong to, innermost first: at most two. */
function indentsAbove(text: string, start: number): number[] {
  const widths: number[] = [];
  let smallest = Number.POSITIVE_INFINITY;
  for (const line of text.slice(0, start).split("\n").reverse()) {
    const width = line.search(/[^\s]/u);
    if (width === -1 || line.charAt(width) === "#" || width >= smallest) continue;
    smallest = width;
    widths.push(width);
    if (widths.length === 2 || width === 0) break;
  }
  return widths;
}

function at(one: Case, rule: SourceRule, message: string, start: number, end: number): Diagnostic {
  const length = one.text.length;
  return finding(one.file, rule, message, Math.min(start, length), Math.min(Math.max(end, start), length));
}

interface Line {
  readonly start: number;
  readonly text: string;
}

function lineAround(text: string, position: number): Line {
  const start = text.lastIndexOf("\n", position - 1) + 1;
  const end = text.indexOf("\n", position);
  return { start, text: text.slice(start, end === -1 ? text.length : end).replace(/\r$/u, "") };
}

function lineEnd(text: string, start: number): number {
  const line = lineAround(text, start);
  return line.start + line.text.trimEnd().length;
}

/** The first key of the same name beside the key that stands at `position`. */
function findKeys(document: Document.Parsed, position: number) {
  let found: { name: string; first: readonly [number, number]; length: number } | null = null;
  visit(document.contents, {
    Map: (_key, map) => {
      const scalars = map.items.map((pair) => pair.key).filter(isScalar);
      const second = scalars.find((key) => key.range?.[0] === position && !isCollection(key));
      if (second === undefined) return undefined;
      const first = scalars.find((key) => key.value === second.value);
      const range = first?.range ?? [position, position, position];
      const length = (second.range?.[1] ?? position) - position;
      found = { name: String(second.value), first: [range[0], range[1]], length };
      return visit.BREAK;
    },
  });
  return found as { name: string; first: readonly [number, number]; length: number } | null;
}
