import { type Scalar, visit } from "yaml";
import { code } from "../../text/words.ts";
import { at, type Case, lineAround, lineEnd, type Reader } from "./case.ts";

/** A text that opens a quotation mark and never closes it, or only where a later line happens to hold another. */
export const unclosedQuote: Reader = (one) => {
  const { code: errorCode, message: words } = one.error;
  if (!/MISSING_CHAR|UNEXPECTED_TOKEN|BAD_SCALAR_START|IMPLICIT_KEY|BAD_INDENT/u.test(errorCode)) return null;
  const opened = /Missing closing/u.test(words) ? lastQuoted(one) : findRunOn(one);
  if (opened === null) return null;
  const mark = code(one.text.charAt(opened));
  const message = `Unexpected end of the text that ${mark} opens here, expected a closing ${mark} on the same line; add it`;
  return at(one, "unclosed-quote", message, opened, lineEnd(one.text, opened));
};

export const textAfterQuote: Reader = (one) => {
  if (!/at node end/u.test(one.error.message)) return null;
  const [position] = one.error.pos;
  const start = valueStart(one.text, position);
  const mark = one.text.charAt(start);
  const end = lineEnd(one.text, start);
  if (mark === "'") {
    const message = `Unexpected text after the closing \`'\`; put the text in double quotes, or write an apostrophe inside it as \`''\``;
    return at(one, "yaml-syntax", message, start, end);
  }
  if (mark !== '"') return null;
  const message = `Unexpected text after the closing \`"\`; put the quotes around all of it, in single quotes if it has double ones inside`;
  return at(one, "yaml-syntax", message, start, end);
};

export const badEscape: Reader = (one) => {
  if (one.error.code !== "BAD_DQ_ESCAPE") return null;
  const [start, end] = one.error.pos;
  const message = `Unexpected ${code(one.text.slice(start, start + 2))} inside double quotes; use single quotes, or write a backslash as \`\\\\\``;
  return at(one, "yaml-syntax", message, start, Math.max(end, start + 2));
};

/** A mark at the start of a text that means something to YAML. */
export const reservedStart: Reader = (one) => {
  const codes = /BAD_SCALAR_START|BAD_ALIAS|BAD_COLLECTION_TYPE|BAD_PROP_ORDER|MULTIPLE_ANCHORS|MULTIPLE_TAGS/u;
  if (!codes.test(one.error.code)) return null;
  const [start] = one.error.pos;
  const mark = code(one.text.charAt(start));
  const message = `Unexpected ${mark} at the start of a text, which YAML keeps for itself; put the text in quotes`;
  return at(one, "yaml-syntax", message, start, lineEnd(one.text, start));
};

/** Where the value begins on the line that holds `position`: after its key or its dashes. */
export function valueStart(text: string, position: number): number {
  const line = lineAround(text, position);
  const before = /^\s*(?:- +)*(?:[^\s"'[{][^:]*:\s+)?/u.exec(line.text)?.[0] ?? "";
  return line.start + before.length;
}

/** The text in quotation marks that begins last before the error. */
function lastQuoted(one: Case): number | null {
  const starts = quoted(one).map(([start]) => start);
  return starts.filter((start) => start < one.error.pos[0]).at(-1) ?? null;
}

/** A text in quotation marks around the error that holds what looks like further keys. */
function findRunOn(one: Case): number | null {
  const [position] = one.error.pos;
  const around = quoted(one).find(
    ([start, end]) =>
      start <= position &&
      end >= position - 1 &&
      /\n\s*(?:- )?[\w-]+:(?:\s|$)|,\s*[\w-]+:\s*["']$/u.test(one.text.slice(start, end)),
  );
  return around?.[0] ?? null;
}

function quoted({ document }: Case): readonly (readonly [start: number, end: number])[] {
  const found: (readonly [number, number])[] = [];
  const isQuoted = ({ type }: Scalar) => type === "QUOTE_DOUBLE" || type === "QUOTE_SINGLE";
  visit(document.contents, {
    Scalar: (_, node) => {
      if (isQuoted(node) && node.range) found.push([node.range[0], node.range[1]]);
    },
  });
  return found;
}
