/** Reads the name of a character, such as `eacute`; null where there is none. The table of them is large: a page has its own. */
export type NamedCharacter = (name: string) => string | null;

/**
 * The words of inline CommonMark, as papers print them, for where they stand as plain text: of a link and of a picture those
 * in brackets. What a paper makes nothing of, such as HTML or a link to a script, stays as it was written.
 */
export function plainText(markdown: string, named: NamedCharacter): string {
  const text = markdown.trim();
  return wordsOf(piecesOf({ text, links: linksIn(text), named }, 0, text.length))
    .replace(/\s+/gu, " ")
    .trim();
}

/** Words, or a run of `*` or `_` that may stand for emphasis. */
type Piece = string | Run;

interface Run {
  readonly mark: string;
  readonly length: number;
  /** What is left of it when pairs have been taken out. */
  count: number;
  readonly canOpen: boolean;
  readonly canClose: boolean;
}

const escaped = /^\\([!-/:-@[-`{-~])/u;
const entity = /^&(?:#x([a-f0-9]{1,6})|#(\d{1,7})|([a-z][a-z0-9]{1,31}));/iu;
const autolink = /^<((?:https?|mailto):[^<>\s]*)>/iu;
const address = /^<([a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)>/iu;

interface Inline {
  readonly text: string;
  readonly links: ReadonlyMap<number, Link>;
  readonly named: NamedCharacter;
}

/** From a place to another: what stands before it may still tell what a mark means. */
function piecesOf(inline: Inline, begin: number, end: number): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = begin;
  while (at < end) {
    const taken = takeOne(inline, at, end);
    pieces.push(taken.piece);
    at += taken.length;
  }
  return pieces;
}

function takeOne({ text, links, named }: Inline, at: number, end: number): { piece: Piece; length: number } {
  const rest = text.slice(at, end);
  const [first = ""] = rest;
  if (first === "\\") {
    const found = escaped.exec(rest);
    if (found !== null) return { piece: found[1] ?? "", length: 2 };
    if (rest.startsWith("\\\n")) return { piece: "\n", length: 2 };
  }
  if (first === "&") {
    const found = entity.exec(rest);
    const meant = found === null ? null : characterOf(found, named);
    if (found !== null && meant !== null) return { piece: meant, length: found[0].length };
  }
  if (first === "`") return codeAt(rest);
  if (first === "<") {
    const found = autolink.exec(rest) ?? address.exec(rest);
    if (found !== null) return { piece: found[1] ?? "", length: found[0].length };
  }
  if (first === "[" || first === "!") {
    const open = first === "!" ? at + 1 : at;
    const link = links.get(open);
    if (link !== undefined && link.isPicture === (first === "!")) {
      const words = wordsOf(piecesOf({ text, links, named }, open + 1, link.close));
      return { piece: link.isPicture ? words.trim() || link.target : words, length: link.end - at };
    }
  }
  if (first === "*" || first === "_") return runAt(text, at);
  const [plain = first] = /^[^\\&`<[*_!]+/u.exec(rest) ?? [];
  return { piece: plain, length: plain.length };
}

function characterOf([, hex, decimal, name]: RegExpExecArray, named: NamedCharacter): string | null {
  if (name !== undefined) return named(name);
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  const isNone = code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) || (code >= 0xfdd0 && code <= 0xfdef);
  const isControl = code <= 8 || code === 0xb || (code >= 0xe && code <= 0x1f) || (code >= 0x7f && code <= 0x9f);
  return isNone || isControl || (code & 0xfffe) === 0xfffe ? "\ufffd" : String.fromCodePoint(code);
}

function codeAt(rest: string): { piece: string; length: number } {
  const [fence = "`"] = /^`+/u.exec(rest) ?? [];
  const end = closingFence(rest, fence.length);
  if (end === null) return { piece: fence, length: fence.length };
  const inside = rest.slice(fence.length, end).replace(/\n/gu, " ");
  return { piece: inside.replace(/^ (.+) $/u, "$1"), length: end + fence.length };
}

function closingFence(rest: string, length: number): number | null {
  for (const found of rest.slice(length).matchAll(/`+/gu)) if (found[0].length === length) return found.index + length;
  return null;
}

interface Link {
  /** Where its words end, and where all of it does. */
  readonly close: number;
  readonly end: number;
  readonly target: string;
  readonly isPicture: boolean;
}

/** By the place of the bracket that opens it: every link and every picture. Links hold no links. */
function linksIn(text: string): ReadonlyMap<number, Link> {
  const links = new Map<number, Link>();
  const open: { readonly at: number; readonly isPicture: boolean; canBe: boolean }[] = [];
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at);
    if (rest.startsWith("\\")) at += 2;
    else if (rest.startsWith("`")) at += codeAt(rest).length;
    else if (rest.startsWith("<")) at += (autolink.exec(rest) ?? address.exec(rest) ?? ["<"])[0].length;
    else if (rest.startsWith("![")) {
      open.push({ at: at + 1, isPicture: true, canBe: true });
      at += 2;
    } else if (rest.startsWith("]")) {
      const opened = open.pop();
      const target = opened?.canBe === true ? targetAt(text, at + 1) : null;
      if (opened !== undefined && target !== null) {
        links.set(opened.at, { close: at, ...target, isPicture: opened.isPicture });
        if (!opened.isPicture) for (const outer of open) outer.canBe &&= outer.isPicture;
      }
      at = target?.end ?? at + 1;
    } else {
      if (rest.startsWith("[")) open.push({ at, isPicture: false, canBe: true });
      at += 1;
    }
  }
  return links;
}

const targetPattern =
  /^\(\s*(<(?:\\.|[^<>\\\n])*>|(?:\\.|[^\s\\()<]|\((?:\\.|[^\s\\()])*\))(?:\\.|[^\s\\()]|\((?:\\.|[^\s\\()])*\))*)?(?:\s+(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\((?:\\.|[^()\\])*\)))?\s*\)/u;

function targetAt(text: string, at: number): Pick<Link, "end" | "target"> | null {
  if (text[at] !== "(") return null;
  const found = targetPattern.exec(text.slice(at));
  if (found === null) return null;
  const target = (found[1] ?? "").replace(/^<(.*)>$/u, "$1").trim();
  if (target !== "" && !/^(?:https?:|mailto:)/iu.test(target)) return null;
  return { end: at + found[0].length, target };
}

/** By the rules of CommonMark on what stands before and behind it. */
function runAt(text: string, at: number): { piece: Run; length: number } {
  const [run = "", mark = ""] = /^([*_])\1*/u.exec(text.slice(at)) ?? [];
  const before = [...text.slice(Math.max(0, at - 2), at)].at(-1) ?? " ";
  const [behind = " "] = text.slice(at + run.length);
  const isBlank = (one: string) => /\s/u.test(one);
  const isSign = (one: string) => /[\p{P}\p{S}]/u.test(one);
  const isLeft = !isBlank(behind) && (!isSign(behind) || isBlank(before) || isSign(before));
  const isRight = !isBlank(before) && (!isSign(before) || isBlank(behind) || isSign(behind));
  const canOpen = isLeft && (mark === "*" || !isRight || isSign(before));
  const canClose = isRight && (mark === "*" || !isLeft || isSign(behind));
  return { piece: { mark, length: run.length, count: run.length, canOpen, canClose }, length: run.length };
}

/** Takes out the marks that make pairs, and puts the rest together. */
function wordsOf(pieces: readonly Piece[]): string {
  const runs = pieces.filter((piece) => typeof piece !== "string").map((run) => ({ ...run }));
  for (let at = 0; at < runs.length; at += 1) while (pairUp(runs, at));
  let next = 0;
  return pieces
    .map((piece) => {
      if (typeof piece === "string") return piece;
      const run = runs[next];
      next += 1;
      return piece.mark.repeat(run?.count ?? 0);
    })
    .join("");
}

/** Takes the nearest opening marks for those that may close here. @returns whether there were any */
function pairUp(runs: Run[], at: number): boolean {
  const closer = runs[at];
  if (closer === undefined || !closer.canClose || closer.count === 0) return false;
  for (let before = at - 1; before >= 0; before -= 1) {
    const opener = runs[before];
    if (opener === undefined || opener.mark !== closer.mark || !opener.canOpen || opener.count === 0) continue;
    const isOdd = opener.canClose || closer.canOpen;
    if (isOdd && (opener.length + closer.length) % 3 === 0 && (opener.length % 3 !== 0 || closer.length % 3 !== 0))
      continue;
    const both = opener.count >= 2 && closer.count >= 2 ? 2 : 1;
    opener.count -= both;
    closer.count -= both;
    // What stands between cannot reach out of the pair any more.
    for (let between = before + 1; between < at; between += 1) {
      const run = runs[between];
      if (run !== undefined) runs[between] = { ...run, canOpen: false, canClose: false };
    }
    return true;
  }
  return false;
}
