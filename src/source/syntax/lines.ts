import { replacement } from "../../diagnostics/fix.ts";
import { insideCurlyQuotes } from "../../text/curly-quotes.ts";
import { code, excerpt } from "../../text/words.ts";
import { quoted } from "../edits/quoted.ts";
import { extraBracket, findExtraBracket } from "./brackets.ts";
import {
  at,
  type Case,
  indentOf,
  type Line,
  lineAbove,
  lineAround,
  lineBelow,
  lineEnd,
  lineOfError,
  type Reader,
} from "./case.ts";
import { certainRepair, repairs } from "./repair.ts";
import { spacesForBlanks, spacesForTabs } from "./tabs.ts";

export const severalDocuments: Reader = (one) => {
  if (one.error.code !== "MULTIPLE_DOCS") return null;
  const mark = /^(?:---|\.\.\.)/mu.exec(one.text.slice(one.error.pos[0])) ?? /^\.\.\./mu.exec(one.text);
  const start = mark?.input === one.text ? mark.index : one.error.pos[0] + (mark?.index ?? 0);
  const message = `Unexpected ${code(mark?.[0] ?? "---")}, expected one specification in each file; move what follows to a file of its own`;
  return at(one, "several-documents", message, start, start + 3);
};

/** ```yaml, copied with the text out of a page of Markdown. */
export const codeFence: Reader = (one) => {
  const [whole, before] = /^((?:[ \t]*(?:#.*)?\r?\n)*[ \t]*)(?:```|~~~).*/u.exec(one.text) ?? [];
  if (whole === undefined || before === undefined) return null;
  const message =
    "Unexpected fence of a block of code in Markdown, expected only what stands between its two lines; delete both";
  return at(one, "yaml-syntax", message, before.length, whole.trimEnd().length);
};

/** The parser names the line with the tab, or, where the tab stands before a dash, the key above it. */
export const tabIndent: Reader = (one) => {
  if (!/TAB_AS_INDENT|BAD_INDENT|IMPLICIT_KEY|MISSING_CHAR/u.test(one.error.code)) return null;
  const named = lineAround(one.text, one.error.pos[0]);
  for (const line of [named, lineBelow(one.text, named)]) {
    const margin = /^[ \u00a0]*[\t\u00a0][\s\u00a0]*/u.exec(line?.text ?? "")?.[0];
    if (line === null || margin === undefined) continue;
    const start = line.start + margin.search(/[\t\u00a0]/u);
    const message = margin.includes("\t")
      ? "Unexpected tab, expected spaces; indent with two spaces for each level"
      : "Unexpected non-breaking space, expected spaces; delete the blank at the start of the line and type spaces";
    const fix = margin.includes("\t") ? spacesForTabs(one.text) : spacesForBlanks(one.text, line, margin);
    return at(one, "tab-indent", message, start, line.start + margin.length, fix);
  }
  return null;
};

/** A bullet or a long dash, as word processors make them, where a list item begins. */
export const foreignBullet: Reader = (one) => {
  const named = lineAround(one.text, one.error.pos[0]);
  for (const line of [named, lineAbove(one.text, named)]) {
    const found = /^\s*([•‣▪●○–—])\s/u.exec(line?.text ?? "");
    if (line === null || found === null) continue;
    const start = line.start + line.text.indexOf(found[1] ?? "");
    const message = `Unexpected ${code(found[1] ?? "")} at the start of a list item, expected a dash and a space; write ${code("- ")} in its place`;
    const fix = certainRepair(one.text, "Write a dash for the bullet", { start, end: start + 1, text: "-" });
    return at(one, "yaml-syntax", message, start, start + 1, fix);
  }
  return null;
};

/** `title:`, then a non-breaking space as word processors make it: the line holds no colon and space. */
export const hardSpace: Reader = (one) => {
  for (const line of suspects(one)) {
    const found = /^\s*(?:(?:- +)*-|(?:- +)*[\w-]+:)[ \t]*[\u00a0\u2007\u202f]+/u.exec(line.text);
    const blank = found?.[0].search(/[\u00a0\u2007\u202f]+$/u) ?? -1;
    if (found === null || blank === -1) continue;
    const start = line.start + blank;
    const message = "Unexpected non-breaking space, expected a plain one; delete it and type a space";
    const end = line.start + found[0].length;
    const fix = certainRepair(one.text, "Write a plain space", { start, end, text: " " });
    return at(one, "yaml-syntax", message, start, end, fix);
  }
  return null;
};

/** `*people:`, with a mark before the key that nobody meant. */
export const strayMark: Reader = (one) => {
  for (const line of suspects(one)) {
    const [, margin, mark, rest] = /^(\s*(?:- +)*)([^\w\s-]+\s*)(- |[\w-]+:(?:\s|$))/u.exec(line.text) ?? [];
    if (margin === undefined || mark === undefined || rest === undefined) continue;
    const start = line.start + margin.length;
    const end = start + mark.length;
    // What pushed the key to the right may have been typed over a space, or between two.
    const texts = ["", " ".repeat(mark.length), " ".repeat(mark.length - mark.trim().length)];
    const meant = texts.find((replacement) => repairs(one.text, { start, end, text: replacement }));
    if (meant === undefined) continue;
    const message = `Unexpected ${code(mark.trim())} before ${code(rest.trim())}; remove it`;
    const fix = replacement(`Remove the ${code(mark.trim())}`, { start, end }, meant);
    return at(one, "yaml-syntax", message, start, start + mark.trim().length, fix);
  }
  return null;
};

/** `aim: **Learners** bake`, emphasised as in Markdown: YAML takes the star for a reference. */
export const starBeforeText: Reader = (one) => {
  for (const line of suspects(one)) {
    const [, margin, value] = /^(\s*(?:- +)*(?:[\w-]+:\s+)?)(\*\S.*?)\s*$/u.exec(line.text) ?? [];
    if (margin === undefined || value === undefined) continue;
    const start = line.start + margin.length;
    const repair = { start, end: start + value.length, text: quoted(value) };
    if (!repairs(one.text, repair)) continue;
    const message = `Unexpected ${code("*")} at the start of a text, which YAML reads as a reference; put the text in quotes`;
    const fix = replacement("Put the text in quotes", repair, repair.text);
    return at(one, "yaml-syntax", message, start, repair.end, fix);
  }
  return null;
};

/** `level：2`, with a colon as wide as the letters of Chinese and Japanese. */
export const wideColon: Reader = (one) => {
  for (const line of suspects(one)) {
    const [whole, margin, key] = /^(\s*(?:- +)*)([\w-]+)[：﹕]\s*/u.exec(line.text) ?? [];
    if (whole === undefined || margin === undefined || key === undefined) continue;
    const start = line.start + margin.length + key.length;
    const end = line.start + whole.length;
    const colon = line.text.charAt(margin.length + key.length);
    const message = `Unexpected ${code(colon)}, expected ${code(":")} and a space after ${code(key)}; write them in its place`;
    const fix = certainRepair(one.text, "Write a colon and a space", { start, end, text: ": " });
    return at(one, "missing-colon", message, start, start + 1, fix);
  }
  return null;
};

/** `-criterion: State A` */
export const gluedDash: Reader = (one) => {
  for (const line of suspects(one)) {
    const [, margin, word] = /^(\s*(?:- +)*-)([^\s-]\S*)/u.exec(line.text) ?? [];
    const end = line.start + (margin?.length ?? 0);
    if (word === undefined || !repairs(one.text, { start: end, end, text: " " })) continue;
    const message = `Unexpected ${excerpt(`-${word}`)}, expected a space after the dash; write ${excerpt(`- ${word}`)}`;
    const fix = replacement("Write a space after the dash", { start: end, end }, " ");
    return at(one, "yaml-syntax", message, end - 1, end + word.length, fix);
  }
  return null;
};

/** `kind:unit` */
export const gluedColon: Reader = (one) => {
  for (const line of suspects(one)) {
    const [, margin, key, value] = /^(\s*(?:- +)*)([\w-]+):(\S.*)$/u.exec(line.text.trimEnd()) ?? [];
    if (margin === undefined || key === undefined || value === undefined) continue;
    const start = line.start + margin.length;
    const end = start + key.length + 1 + value.length;
    const colon = start + key.length + 1;
    if (!/\w/u.test(value) && repairs(one.text, { start: colon, end, text: "" })) {
      const fix = replacement(`Remove the ${code(value)}`, { start: colon, end }, "");
      return at(one, "missing-colon", `Unexpected ${code(value)} after the colon; remove it`, colon, end, fix);
    }
    const isMeant = repairs(one.text, { start: colon, end: colon, text: " " });
    if (!isMeant && line.start !== lineOfError(one)?.start) continue;
    const written = excerpt(`${key}:${value}`);
    const message = `Unexpected ${written}, expected a space after the colon; write ${excerpt(`${key}: ${value}`)}`;
    const fix = isMeant ? replacement("Write a space after the colon", { start: colon, end: colon }, " ") : null;
    return at(one, "missing-colon", message, start, end, fix);
  }
  return null;
};

/** Blanks on an empty line at the start of a text, from which YAML would take the indentation. */
export const blankBeforeText: Reader = (one) => {
  if (!/more-indented leading empty lines/u.test(one.error.message)) return null;
  let line = lineAround(one.text, one.error.pos[0]);
  do line = lineAround(one.text, Math.max(0, line.start - 1));
  while (!/^\s+$/u.test(line.text) && line.start > 0);
  const message = "Unexpected spaces on an empty line before a text; delete them";
  return at(one, "indentation", message, line.start, line.start + line.text.length);
};

export const textAfterBlockMark: Reader = (one) => {
  if (!/Not a YAML token|Block scalar header/u.test(one.error.message)) return null;
  const line = lineAround(one.text, one.error.pos[0]);
  const start = line.start + line.text.search(/[|>]/u);
  const mark = code(one.text.charAt(start));
  const message = `Unexpected text after ${mark}, which begins a text on the next line; start the text there, or put it in quotes if ${mark} belongs to it`;
  return at(one, "yaml-syntax", message, start, lineEnd(one.text, start));
};

export const listOnKeyLine: Reader = (one) => {
  const line = lineAround(one.text, one.error.pos[0]);
  const inline = /^(\s*(?:- )*[\w-]+:\s+)([-?]\s)/u.exec(line.text);
  if (inline === null) return null;
  const start = line.start + (inline[1]?.length ?? 0);
  const message = `Unexpected ${code(inline[2]?.trim() ?? "-")} after a key; begin the list on the next line, or put the text in quotes`;
  return at(one, "yaml-syntax", message, start, lineEnd(one.text, start));
};

/** `title: Unit 1: Intro` */
export const unquotedColon: Reader = (one) => {
  if (!/IMPLICIT_KEY/u.test(one.error.code)) return null;
  const line = lineAround(one.text, one.error.pos[0]);
  const parts = /^(\s*(?:- +)*(?!-\s)[^\s:"'#[{][^:#]*:\s+)([^"'[{#\s].*?:(?:\s.*)?)$/u.exec(
    line.text.replace(/\s#.*$/u, "").trimEnd(),
  );
  if (parts === null) return null;
  const start = line.start + (parts[1]?.length ?? 0);
  const extra = findExtraBracket(one.text, start);
  if (extra !== null && extra < lineEnd(one.text, start)) return extraBracket(one, extra);
  const value = parts[2]?.trimEnd() ?? "";
  // Word processors make curly quotes, which mean nothing to YAML.
  const plain = insideCurlyQuotes(value) ?? value.replace(/^\u00ab(.*)\u00bb$/u, "$1");
  const message = `Unexpected colon and space inside a text, which YAML reads as another key; put the text in quotes: ${code(quoted(plain))}`;
  const end = start + value.length;
  // A colon at the end may be one too many.
  const isText = /:\s+\S/u.test(plain) && !plain.endsWith(":");
  const fix = isText ? certainRepair(one.text, "Put the text in quotes", { start, end, text: quoted(plain) }) : null;
  return at(one, "unquoted-colon", message, start, end, fix);
};

/** A text over several lines whose first line holds ` #`: the comment ended it. */
export const textCutByHash: Reader = (one) => {
  if (!/BAD_INDENT|MISSING_CHAR|IMPLICIT_KEY/u.test(one.error.code)) return null;
  const line = lineAround(one.text, one.error.pos[0]);
  const before = lineAround(one.text, Math.max(0, line.start - 1));
  const hash = /[^\s:] (#.*)$/u.exec(before.text);
  if (hash === null || before.start === line.start || /^\s*(?:- )?[\w-]+:/u.test(line.text)) return null;
  const start = before.start + hash.index + 2;
  const message = `Unexpected comment ${excerpt(hash[1] ?? "", 40)}, which ends the text before it; put the whole text in quotes`;
  return at(one, "text-cut-by-hash", message, start, before.start + before.text.trimEnd().length);
};

/** A line such as `id dl1` between keys, or one that fell out of the text above it. */
export const missingColon: Reader = (one) => {
  if (!/MULTILINE_IMPLICIT_KEY|MISSING_CHAR|BLOCK_AS_IMPLICIT_KEY/u.test(one.error.code)) return null;
  const line = [one.error.pos[0], one.error.pos[1]]
    .map((position) => lineAround(one.text, position))
    .find((line) => /^\s*[^\s#]/u.test(line.text) && !/:(?:\s|$)/u.test(line.text) && isKeyLine(one, line));
  if (line === undefined || isBelowDeepMark(one.text, line)) return null;
  const margin = /^\s*(?:- +)*/u.exec(line.text)?.[0].length ?? 0;
  const written = line.text.slice(margin).trimEnd();
  const start = line.start + margin;
  const item = `begin it with ${code("- ")} if it is an item of a list`;
  // A number or a sentence is no key that lost its colon.
  const how = /^(?:\d|\p{Lu}\p{Ll}+ )/u.test(written) ? `${item}, or` : `add the colon, ${item}, or`;
  const message = `Unexpected line ${excerpt(written)}, expected a key, a colon, a space and a value; ${how} indent the line if it continues the text above`;
  return at(one, "missing-colon", message, start, start + written.length);
};

/** Whether the line begins the text of a key that stands too deep itself. */
function isBelowDeepMark(text: string, line: Line): boolean {
  const above = lineAbove(text, line);
  return above !== null && /:\s+[|>][+-]?\s*$/u.test(above.text) && indentOf(above) >= indentOf(line);
}

/** Whether a line may be a key: one that begins with a dash only where a colon would make it whole. */
function isKeyLine(one: Case, line: Line): boolean {
  const item = /^\s*(?:- +)+[\w-]+(?=\s|$)/u.exec(line.text);
  const end = line.start + (item?.[0].length ?? 0);
  return item === null ? !/^\s*-/u.test(line.text) : repairs(one.text, { start: end, end, text: ":" });
}

/** The line that an error is about and its neighbours: the parser often names the one after, or a line further on. */
function suspects(one: Case): readonly Line[] {
  const line = lineOfError(one);
  const lines = [line, line && lineAbove(one.text, line), line && lineBelow(one.text, line)];
  for (let count = 0; count < 3; count += 1) {
    const last = count === 0 ? lines[1] : lines.at(-1);
    lines.push(last ? lineAbove(one.text, last) : null);
  }
  return lines.filter((suspect) => suspect !== null && suspect !== undefined);
}
