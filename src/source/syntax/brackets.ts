import { isCollection, visit } from "yaml";
import type { Diagnostic, Fix } from "../../diagnostics/diagnostic.ts";
import { code, excerpt } from "../../text/words.ts";
import { at, type Case, indentOf, lineAround, lineEnd, type Reader } from "./case.ts";
import { valueStart } from "./quotes.ts";
import { certainRepair } from "./repair.ts";

/** Brackets that do not pair, and what is missing between them. */
export const unclosedBracket: Reader = (one) => {
  const { error, text } = one;
  if (/Unexpected flow-(?:seq|map)-end/u.test(error.message)) return extraBracket(one, error.pos[0]);
  const isAboutBrackets = /flow (?:sequence|map|collection)|, or [\]}]/iu.test(error.message);
  const start = isAboutBrackets ? openedAround(one) : null;
  if (start === null) return null;
  const found = pairBrackets(text, start);
  switch (found.state) {
    case "unclosed": {
      const open = text.charAt(found.at);
      const close = open === "[" ? "]" : "}";
      const message = `Unexpected end of what ${code(open)} opens here, expected a closing ${code(close)}; add it, or put the text in quotes if the bracket belongs to it`;
      return at(one, "unclosed-bracket", message, found.at, lineEnd(text, found.at));
    }
    case "extra":
      return extraBracket(one, found.at);
    case "paired":
      return missingBetween(one);
  }
};

/** `evidence { methods: [product] }`: the colon before the bracket is missing. */
export const missingColonBeforeBracket: Reader = (one) => {
  const line = lineAround(one.text, one.error.pos[0]);
  const [, margin = "", key = "", bracket = ""] = /^(\s*(?:- +)*)(\w[\w-]*)\s*([[{])/u.exec(line.text) ?? [];
  if (key === "") return null;
  const message = `Unexpected ${code(bracket)} after ${code(key)}, expected a colon and a space between; write ${code(`${key}: ${bracket}`)}`;
  const start = line.start + margin.length;
  return at(one, "missing-colon", message, start, start + key.length, missingColonFix(one, start + key.length));
};

/** A colon, and a space where none follows: certain where the rest can be read then. */
function missingColonFix({ text }: Case, end: number): Fix | null {
  const colon = /^\s/u.test(text.slice(end)) ? ":" : ": ";
  return certainRepair(text, "Write the colon", { start: end, end, text: colon });
}

/** `{ require: all items: [one] }`: two colons without a comma between. */
export const secondColon: Reader = (one) => {
  if (one.error.code !== "BLOCK_IN_FLOW") return null;
  const [start] = one.error.pos;
  if (/^-\s/u.test(one.text.slice(start))) {
    const message = `Unexpected ${code("-")} inside brackets; put the text in quotes, or write a list in ${code("[ ]")}`;
    return at(one, "yaml-syntax", message, start, start + 1);
  }
  const written = /^[^:,[\]{}\n]*:/u.exec(one.text.slice(start))?.[0] ?? "";
  const message = `Unexpected second colon in ${excerpt(written, 40)}, expected a comma before the next key; add it, or put the text in quotes if the colon belongs to it`;
  return at(one, "unquoted-colon", message, start, start + Math.max(written.length, 1));
};

/** `methods: [product], ` and `title: [Draft] Unit 1` */
export const textAfterBracket: Reader = (one) => {
  const { text, error } = one;
  const start = valueStart(text, error.pos[0]);
  if (!/[[{]/u.test(text.charAt(start))) return null;
  const found = pairBrackets(text, start);
  if (found.state !== "paired") return null;
  const rest = text.slice(found.at, lineEnd(text, found.at)).trimStart();
  if (rest === "" || /^[:#]/u.test(rest)) return null;
  const closing = code(text.charAt(found.at - 1));
  const end = lineEnd(text, found.at);
  return /\w/u.test(rest)
    ? at(one, "yaml-syntax", `Unexpected text after the closing ${closing}; put the whole text in quotes`, start, end)
    : at(
        one,
        "yaml-syntax",
        `Unexpected ${excerpt(rest)} after the closing ${closing}; remove it`,
        end - rest.length,
        end,
      );
};

/** A bracket that nothing opens, in a value that does not begin with one. */
export function findExtraBracket(text: string, start: number): number | null {
  const found = pairBrackets(text, start, false);
  return found.state === "extra" ? found.at : null;
}

export function extraBracket(one: Case, start: number): Diagnostic {
  const close = one.text.charAt(start);
  const open = close === "]" ? "[" : "{";
  const message = `Unexpected ${code(close)}, which no ${code(open)} opens; remove it, or write the ${code(open)} where it belongs`;
  return at(one, "unclosed-bracket", message, start, start + 1);
}

/** `{ methods [product] }` and `[one "two"]` */
function missingBetween(one: Case): Diagnostic | null {
  const { text, error } = one;
  const [position] = error.pos;
  if (!/^Missing (?:,|space)/u.test(error.message)) return null;
  const before =
    /[^\s,[\]{}:]+(?=\s*$)/u.exec(text.slice(lineAround(text, position).start, position).trimEnd())?.[0] ?? "";
  const after = /^[^\s,]*/u.exec(text.slice(position))?.[0] ?? "";
  const start = text.lastIndexOf(before, position - 1);
  const isMap = /or :/u.test(error.message) && /^[\w-]+$/u.test(before);
  const message = isMap
    ? `Unexpected ${excerpt(after, 30)} after ${excerpt(before, 30)}, expected a colon and a space between; write ${excerpt(`${before}: ${after}`)}`
    : `Unexpected ${excerpt(after, 30)} after ${excerpt(before, 30)}, expected a comma between; add it, or put the text in quotes`;
  const fix = isMap ? missingColonFix(one, start + before.length) : null;
  return at(one, isMap ? "missing-colon" : "yaml-syntax", message, start, position + after.length, fix);
}

/** The outermost bracket that is open where the error stands. */
function openedAround({ document, error, text }: Case): number | null {
  let opened: number | null = null;
  visit(document.contents, (_, node) => {
    if (!isCollection(node) || node.flow !== true || !node.range) return undefined;
    const [start, end] = node.range;
    if (!/[[{]/u.test(text.charAt(start)) || start >= error.pos[0] || error.pos[0] > end + 1) return undefined;
    opened = start;
    return visit.BREAK;
  });
  return opened;
}

type Paired = { readonly state: "paired" | "unclosed" | "extra"; readonly at: number };

/** Pairs the brackets from `start` on: up to the one that closes the first, or to the line that begins the next value. */
function pairBrackets(text: string, start: number, stopsWhenPaired = true): Paired {
  const line = lineAround(text, start);
  const token = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\n]|'')*'|[[\]{}]|\n( *)(?=\S)/gu;
  token.lastIndex = start;
  const opened: number[] = [];
  for (let found = token.exec(text); found !== null; found = token.exec(text)) {
    const [mark, indent] = found;
    if (mark.startsWith("\n")) {
      if ((indent?.length ?? 0) <= indentOf(line)) break;
    } else if (mark === "[" || mark === "{") {
      opened.push(found.index);
    } else if (mark === "]" || mark === "}") {
      const pair = mark === "]" ? "[" : "{";
      const last = opened.at(-1);
      if (last === undefined || text.charAt(last) !== pair) {
        const isOpen = opened.some((one) => text.charAt(one) === pair);
        return isOpen ? { state: "unclosed", at: last ?? start } : { state: "extra", at: found.index };
      }
      opened.pop();
      if (opened.length === 0 && stopsWhenPaired) return { state: "paired", at: token.lastIndex };
    } else if (!/[[{,:]\s*$/u.test(text.slice(Math.max(line.start, found.index - 20), found.index))) {
      // An apostrophe inside a text: only the mark itself is passed over.
      token.lastIndex = found.index + 1;
    }
  }
  const last = opened.at(-1);
  return last === undefined ? { state: "paired", at: start } : { state: "unclosed", at: last };
}
