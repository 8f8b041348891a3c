import type { Path } from "./spec-file.ts";

/** What could be written at an offset inside brackets or braces. */
export interface FlowPlace {
  readonly wants: "key" | "value";
  readonly path: Path;
  readonly start: number;
  readonly end: number;
  readonly quote: "" | '"' | "'";
  readonly present: readonly string[];
  readonly hasColon: boolean;
}

interface Frame {
  readonly isList: boolean;
  /** The keys or items that were met, the one that is being read left out. */
  readonly met: string[];
  /** The key whose value is being read; null while it is itself. */
  key: string | null;
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly quote: FlowPlace["quote"];
}

/** @returns null where the brackets that open at `from` are closed before `offset` */
export function placeInFlow(text: string, from: number, offset: number, path: Path): FlowPlace | null {
  const frames: Frame[] = [];
  let word: Word | null = null;
  let at = from;
  for (; at < offset; ) {
    const letter = text.charAt(at);
    if (letter === "[" || letter === "{") frames.push({ isList: letter === "[", met: [], key: null });
    else if (letter === "]" || letter === "}") {
      frames.pop();
      if (frames.length === 0) return null;
    } else if (letter === ",") end(frames.at(-1), word);
    else if (isColon(text, at)) {
      const frame = frames.at(-1);
      if (frame !== undefined && frame.key === null) frame.key = word?.text ?? "";
    } else if (/\s/u.test(letter)) {
      at += 1;
      continue;
    } else {
      word = readWord(text, at);
      if (word.end + word.quote.length >= offset) break;
      at = word.end + word.quote.length;
      continue;
    }
    word = null;
    at += 1;
  }
  return frames.length === 0
    ? null
    : describe(text, offset, path, frames, word !== null && word.end >= offset ? word : null);
}

function describe(text: string, offset: number, path: Path, frames: readonly Frame[], word: Word | null): FlowPlace {
  const frame = frames.at(-1) ?? { isList: true, met: [], key: null };
  const outer = frames.slice(0, -1).map((one) => one.key ?? one.met.length);
  const here = [...path, ...outer];
  const { start, end: wordEnd, quote } = word ?? { start: offset, end: offset, quote: "" as const };
  const behind = text.slice(wordEnd + quote.length);
  const base = {
    start,
    end: wordEnd,
    quote,
    present: [...frame.met, ...following(text, wordEnd + quote.length, frame)],
  };
  const hasColon = /^[ \t]*:(?:\s|$)/u.test(behind);
  if (frame.isList) return { ...base, wants: "value", path: [...here, frame.met.length], hasColon: false };
  if (frame.key !== null) return { ...base, wants: "value", path: [...here, frame.key], present: [], hasColon: false };
  return { ...base, wants: "key", path: here, hasColon };
}

/** What stands behind in the same brackets, on the same line: brackets that are not closed yet hold nothing of the next. */
function following(text: string, from: number, { isList }: Frame): readonly string[] {
  const pieces = [""];
  let depth = 0;
  for (const letter of /^[^\r\n]*/u.exec(text.slice(from))?.[0] ?? "") {
    if (/[\]}]/u.test(letter)) depth -= 1;
    if (depth < 0) break;
    if (letter === "," && depth === 0) pieces.push("");
    else if (depth === 0) pieces[pieces.length - 1] += letter;
    if (/[[{]/u.test(letter)) depth += 1;
  }
  const names = pieces.slice(1).map((piece) => (isList ? piece : piece.replace(/:.*$/su, "")).trim());
  return names.map((name) => name.replace(/^["']|["']$/gu, "")).filter((name) => name !== "");
}

function end(frame: Frame | undefined, word: Word | null): void {
  if (frame === undefined) return;
  frame.met.push(frame.key ?? word?.text ?? "");
  frame.key = null;
}

function isColon(text: string, at: number): boolean {
  return text.charAt(at) === ":" && /^(?:[\s,[\]{}]|$)/u.test(text.slice(at + 1, at + 2));
}

function readWord(text: string, at: number): Word {
  const quote = (/^["']/u.exec(text.charAt(at))?.[0] ?? "") as FlowPlace["quote"];
  const rest = text.slice(at + quote.length, at + 2_000);
  const pattern =
    quote === ""
      ? /^(?:[^\s,[\]{}:]|:(?![\s,[\]{}]|$)|[ \t](?=[^\s,[\]{}:#]))*/u
      : quote === '"'
        ? /^(?:[^"\\\r\n]|\\.)*/u
        : /^(?:[^'\r\n]|'')*/u;
  const written = pattern.exec(rest)?.[0] ?? "";
  const start = at + quote.length;
  return { text: written, start, end: Math.max(start + written.length, start + (quote === "" ? 1 : 0)), quote };
}
