import type { Edit, Fix } from "../../diagnostics/diagnostic.ts";
import { fixOf } from "../../diagnostics/fix.ts";
import { code } from "../../text/words.ts";
import { quoted } from "../edits/quoted.ts";
import { at, type Case, type Line, lineAbove, lineAround, lineBelow, type Reader } from "./case.ts";
import { type ListMark, listMarkOf, shownMark } from "./list-marks.ts";
import { repairs } from "./repair.ts";

/** A list below a key whose items begin as another program writes them. */
export interface PastedList {
  /** Where the first such mark stands. */
  readonly start: number;
  readonly mark: ListMark;
  /** How many items begin with one. */
  readonly count: number;
  /** The dashes, where every line begins an item in one way or belongs to the item above it. */
  readonly fix: Fix | null;
  /** The key that it stands below. */
  readonly owner: string;
}

/** Keys that take a text, which may hold a list of CommonMark. */
const keysOfTexts = [
  "aim",
  "content",
  "criterion",
  "guidance",
  "meaning",
  "outcome",
  "requirements",
  "statement",
  "task",
];

/** Lines that begin with bullets, long dashes or numbers, as word processors make them, where the items of a list stand. */
export const pastedList: Reader = (one) => {
  const named = lineAround(one.text, one.error.pos[0]);
  for (const line of [named, lineBelow(one.text, named), lineAbove(one.text, named)]) {
    if (line === null || foreignMark(line) === null) continue;
    const found = findPastedList(one.text, line.start);
    if (found === null || (found.fix === null && !isSeveral(found))) continue;
    return report(one, found);
  }
  return null;
};

function report(one: Case, found: PastedList) {
  if (keysOfTexts.includes(found.owner)) {
    const message = `Unexpected ${marksOf(found)} where ${code(`${found.owner}:`)} takes a text; write ${code("|")} after the colon, and the lines below it two spaces deeper than the key`;
    return at(one, "yaml-syntax", message, found.start, found.start + found.mark.mark.length);
  }
  const message = `Unexpected ${marksOf(found)}, expected a dash and a space; ${howToMend(found)}`;
  return at(one, "yaml-syntax", message, found.start, found.start + found.mark.mark.length, found.fix);
}

export function marksOf({ mark, count }: PastedList): string {
  return `${code(shownMark(mark))} at the start of ${count === 1 ? "a list item" : `${count} list items`}`;
}

export function howToMend({ count }: PastedList): string {
  return count === 1 ? `write ${code("- ")} in its place` : `begin each item with ${code("- ")}`;
}

function isSeveral({ count, mark: { kind } }: PastedList): boolean {
  return count > 1 && kind !== "a.";
}

/** The list that the line at an offset belongs to; null where its lines are no list, or no key stands above it. */
export function findPastedList(text: string, offset: number): PastedList | null {
  const owner = ownerAbove(text, lineAround(text, offset));
  if (owner === null) return null;
  const items = itemsBelow(text, owner);
  const foreign = items.filter(({ mark }) => mark !== null);
  const [first] = foreign;
  if (first === undefined || first.mark === null) return null;
  const start = first.line.start + first.margin;
  return { start, mark: first.mark, count: foreign.length, fix: dashesFor(text, owner, items), owner: owner.key };
}

interface Owner {
  readonly line: Line;
  readonly key: string;
  /** Where its name begins. */
  readonly column: number;
  /** A mark that begins a text where the list should be. */
  readonly blockMark: string;
}

interface Item {
  readonly line: Line;
  /** How many blanks stand before the mark, or the dash. */
  readonly margin: number;
  /** null for an item with a dash already, and for a line without either. */
  readonly mark: ListMark | null;
  readonly kind: "foreign" | "dash" | "continued" | "plain";
}

/** The line with a key and nothing behind it, above a line and others of its list. */
function ownerAbove(text: string, from: Line): Owner | null {
  for (let line: Line | null = from; line !== null; line = lineAbove(text, line)) {
    const owner = ownerOf(line);
    if (owner !== null) return owner;
    // Keys of an item stand deeper than the list; one that does not ends the search.
    if (isKeyLine(line) && foreignMark(line) === null && marginOf(line) <= marginOf(from)) return null;
  }
  return null;
}

function ownerOf(line: Line): Owner | null {
  const [, before, key = "", blockMark = ""] =
    /^( *(?:- +)*)([\w-]+):[ \t]*([|>][+-]?)?[ \t]*(?:#.*)?$/u.exec(line.text) ?? [];
  return before === undefined ? null : { line, key, column: before.length, blockMark };
}

function itemsBelow(text: string, owner: Owner): readonly Item[] {
  const items: Item[] = [];
  for (let line = lineBelow(text, owner.line); line !== null; line = lineBelow(text, line)) {
    const margin = marginOf(line);
    const mark = foreignMark(line);
    const own = items.findLast(({ kind }) => kind !== "continued" && kind !== "plain");
    const isBelowOwner = margin > owner.column || !(isKeyLine(line) || /^ *-(?:\s|$)/u.test(line.text));
    const isInside = own !== undefined && mark === null && margin > own.margin && isBelowOwner;
    if (mark !== null) items.push({ line, margin, mark, kind: "foreign" });
    else if (isInside) items.push({ line, margin, mark, kind: "continued" });
    else if (/^ *- /u.test(line.text) && margin >= owner.column) items.push({ line, margin, mark, kind: "dash" });
    else if (isKeyLine(line) || /^ *-(?:\s|$)/u.test(line.text)) break;
    else items.push({ line, margin, mark, kind: "plain" });
  }
  return items;
}

/** A dash for each mark, all in one column; null where it is not certain what the items are. */
function dashesFor(text: string, owner: Owner, items: readonly Item[]): Fix | null {
  if (items.some(({ kind }) => kind === "plain") || !isOneKind(items)) return null;
  const column = columnFor(owner, items);
  if (items.some(({ kind, margin }) => kind === "dash" && margin !== column)) return null;
  const edits = items.flatMap((item, position) => editOf(item, position, items, column) ?? []);
  const isWhole = edits.length === items.filter((item, at) => isChanged(item, at, items)).length;
  const [first, last] = [edits[0], edits.at(-1)];
  if (!isWhole || first === undefined || last === undefined) return null;
  const mark = owner.blockMark === "" ? [] : [withoutMark(owner)];
  const all = [...mark, ...edits];
  const start = all[0]?.start ?? first.start;
  const repair = { start, end: last.end, text: applied(text, all, start, last.end) };
  return repairs(text, repair)
    ? fixOf(edits.length === 1 ? "Write a dash for the bullet" : "Write dashes for the bullets", all)
    : null;
}

/** Items of one list have marks of one kind, and numbers that run on. */
function isOneKind(items: readonly Item[]): boolean {
  const marks = items.flatMap(({ mark }) => mark ?? []);
  if (new Set(marks.map(({ kind }) => kind)).size !== 1) return false;
  if (marks.every(({ mark, kind }) => mark === kind && !/[1a]/u.test(kind))) return true;
  return marks.every(({ mark }, at) => {
    const [last] = /\d+(?=\D*$)|[a-z]/u.exec(mark) ?? [];
    return last === (/\d/u.test(mark) ? String(at + 1) : String.fromCharCode(97 + at));
  });
}

function columnFor({ column }: Owner, items: readonly Item[]): number {
  const dash = items.find(({ kind }) => kind === "dash");
  if (dash !== undefined) return dash.margin;
  const [first] = items;
  const isIndented = first !== undefined && first.margin >= column && /^ *\S/u.test(first.line.text);
  return isIndented ? first.margin : column + 2;
}

/** Lines of an item that has a dash already stay as they are. */
function isChanged({ kind }: Item, position: number, items: readonly Item[]): boolean {
  if (kind !== "continued") return kind === "foreign";
  return items.slice(0, position).findLast((other) => other.kind !== "continued")?.kind === "foreign";
}

/** null where nothing has to change, or nobody can say how. */
function editOf(item: Item, position: number, items: readonly Item[], column: number): Edit | null {
  if (!isChanged(item, position, items)) return null;
  const { line, margin, mark } = item;
  const end = line.start + line.text.length;
  if (mark === null) {
    const indent = margin > column ? margin : column + 2;
    return { start: line.start, end: line.start + margin, text: " ".repeat(indent) };
  }
  const words = line.text.slice(margin + mark.length).trimEnd();
  const isLong = items[position + 1]?.kind === "continued";
  if (!needsQuotes(words)) {
    const start = line.start;
    return { start, end: start + margin + mark.length, text: `${" ".repeat(column)}- ` };
  }
  return isLong ? null : { start: line.start, end, text: `${" ".repeat(column)}- ${quoted(words)}` };
}

function needsQuotes(words: string): boolean {
  if (/^["']/u.test(words) || /^[a-z][A-Za-z]*:\s/u.test(words)) return false;
  return /:(?:\s|$)|\s#|^[-?&*!|>%@`#,[\]{}]/u.test(words);
}

function withoutMark({ line, blockMark }: Owner): Edit {
  const start = line.start + line.text.search(/[ \t]*[|>][+-]?[ \t]*(?:#.*)?$/u);
  return { start, end: line.start + line.text.indexOf(blockMark, start - line.start) + blockMark.length, text: "" };
}

function applied(text: string, edits: readonly Edit[], start: number, end: number): string {
  let written = "";
  let from = start;
  for (const edit of edits) {
    written += text.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return written + text.slice(from, end);
}

function foreignMark(line: Line): ListMark | null {
  return listMarkOf(line.text.slice(marginOf(line)));
}

function marginOf({ text }: Line): number {
  return /^[ \t\u00a0\u2007\u202f]*/u.exec(text)?.[0].length ?? 0;
}

function isKeyLine({ text }: Line): boolean {
  return /^\s*(?:- +)*[\w-]+:(?:\s|$)/u.test(text);
}
