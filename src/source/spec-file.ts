import { type Document, isAlias, isMap, isScalar, isSeq, type Node } from "yaml";
import type { Place } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../diagnostics/source-file.ts";
import { type Entry, entriesIn } from "./entries.ts";
import { keyText } from "./key-text.ts";
import { documentOf } from "./recent-documents.ts";
import { type ScalarStyle, writtenStretch } from "./written-offsets.ts";

/** From an offset to another, end exclusive. */
export type Stretch = readonly [start: number, end: number];

/** Keys and indexes from the top of the file down to a value. */
export type Path = readonly (string | number)[];

/** A key that stands inside `{ }`, and whether it has a value of its own: what a stray comma leaves behind. */
export interface KeyShape {
  readonly inBraces: boolean;
  readonly hasValue: boolean;
}

/** A parsed file: its data, and the place of everything in it. The only object through which others ask where. */
export class SpecFile {
  readonly source: SourceFile;
  readonly data: unknown;
  /** Where texts that begin with `|` or `>` stand, that mark included. */
  readonly blockTexts: readonly Stretch[];

  constructor(source: SourceFile, data: unknown, blockTexts: readonly Stretch[]) {
    this.source = source;
    this.data = data;
    this.blockTexts = blockTexts;
  }

  /** The value at `path`; where the path or its value is missing, the key of the closest thing above it that is there. */
  valueAt(path: Path): Place {
    const found = this.#find(path);
    if (found === null || isNothing(found.value)) return this.keyAt(path);
    return this.#place(path, found.alias ?? (found.value as Node));
  }

  /** The key (or, for an item of a list, the first key or the value of the item) that `path` ends in. */
  keyAt(path: Path): Place {
    const found = this.#find(path);
    if (found === null) return this.keyAt(path.slice(0, -1));
    if (found.key !== null) return this.#place(path, found.key);
    if (found.alias !== null) return this.#place(path, found.alias);
    const first = isMap(found.value) ? found.value.items[0]?.key : found.value;
    return isNothing(first) ? this.#dashAt(path) : this.#place(path, first as Node);
  }

  /** Where a part of the text at `path`, from an offset of it to another, is written; the whole of it where that cannot be said. */
  stretchAt(path: Path, start: number, end: number): Place {
    const whole = this.valueAt(path);
    const found = this.#find(path);
    if (found === null || found.alias !== null || !isScalar(found.value)) return whole;
    const { value, range, type } = found.value;
    if (typeof value !== "string" || !range) return whole;
    const written = this.source.text.slice(range[0], range[1]);
    const stretch = writtenStretch(written, styleOf(type), value, start, end);
    if (stretch === null) return whole;
    const from = range[0] + stretch[0];
    return { ...whole, start: from, end: firstLineEnd(this.source.text, from, range[0] + stretch[1]) };
  }

  /** How the scalar at `path` is written in the file, quotes included, or null. */
  writtenAt(path: Path): string | null {
    const value = this.#find(path)?.value;
    if (!isScalar(value) || !value.range) return null;
    return this.source.text.slice(value.range[0], value.range[1]);
  }

  /** The comment that ends the line of the value at `path`, without its #, or null. */
  commentAt(path: Path): string | null {
    const value = this.#find(path)?.value;
    if (!isScalar(value) || !value.range) return null;
    return /^[ \t]*#([^\r\n]*)/u.exec(this.source.text.slice(value.range[1]))?.[1] ?? null;
  }

  keyShape(path: Path): KeyShape {
    const parent = this.#find(path.slice(0, -1))?.value;
    const found = this.#find(path);
    return { inBraces: isMap(parent) && parent.flow === true, hasValue: found !== null && !isNothing(found.value) };
  }

  /** The nodes from the top of the file down to `path`, for whoever edits what is written; null where it is an alias that says it. */
  nodesTo(path: Path): readonly Node[] | null {
    const nodes = [this.#document.contents as Node];
    for (const step of path) {
      const next = child(nodes.at(-1) ?? null, step)?.value ?? null;
      if (next === null || isAlias(next)) return null;
      nodes.push(next);
    }
    return nodes;
  }

  /** Everything in the file, in its order. */
  entries(): readonly Entry[] {
    return entriesIn(this.#document);
  }

  get #document(): Document.Parsed {
    return documentOf(this.source);
  }

  /** The dash of an item of a list that says nothing; in another place that says nothing, what stands around it. */
  #dashAt(path: Path): Place {
    const end = this.#find(path)?.value?.range?.[0] ?? 0;
    const start = this.source.text.lastIndexOf("-", end);
    const isDash = path.length > 0 && /^-\s*$/u.test(this.source.text.slice(start, end));
    if (isDash) return { file: this.source, start, end: start + 1, pointer: toPointer(path) };
    return path.length === 0 ? this.#place(path, this.#document.contents as Node) : this.keyAt(path.slice(0, -1));
  }

  #find(path: Path): Found | null {
    let found: Found = { key: null, value: this.#document.contents, alias: null };
    for (const step of path) {
      const next = child(found.value, step);
      if (next === null) return null;
      const target = isAlias(next.value) ? next.value.resolve(this.#document) : next.value;
      const alias = found.alias ?? (isAlias(next.value) ? next.value : null);
      found = { key: found.alias === null ? next.key : found.alias, value: target as Node | null, alias };
    }
    return found;
  }

  #place(path: Path, node: Node): Place {
    const [start, end] = node.range ?? [0, 0];
    return { file: this.source, start, end: firstLineEnd(this.source.text, start, end), pointer: toPointer(path) };
  }
}

interface Found {
  readonly key: Node | null;
  readonly value: Node | null;
  /** The alias through which the value was reached: the place to show, since the value itself stands elsewhere. */
  readonly alias: Node | null;
}

function child(parent: Node | null, step: string | number): { key: Node | null; value: Node | null } | null {
  if (isSeq(parent)) {
    const item = parent.items[Number(step)] as Node | undefined;
    return item === undefined ? null : { key: null, value: item };
  }
  if (!isMap(parent)) return null;
  const pair = parent.items.find((one) => keyText(one) === String(step));
  return pair === undefined ? null : { key: pair.key as Node, value: (pair.value ?? null) as Node | null };
}

function styleOf(type: string | undefined): ScalarStyle {
  if (type === "QUOTE_SINGLE") return "single";
  if (type === "QUOTE_DOUBLE") return "double";
  return type?.startsWith("BLOCK") ? "block" : "plain";
}

function isNothing(node: unknown): boolean {
  return node === null || node === undefined || (isScalar(node) && node.value === null && !node.source);
}

/** Long values are shown by their first line. */
function firstLineEnd(text: string, start: number, end: number): number {
  const newline = text.indexOf("\n", start);
  const lineEnd = newline === -1 || newline >= end ? end : newline;
  return start + text.slice(start, lineEnd).trimEnd().length;
}

/** The JSON Pointer (RFC 6901) of a path. */
export function toPointer(path: Path): string {
  return path.map((step) => `/${String(step).replace(/~/gu, "~0").replace(/\//gu, "~1")}`).join("");
}

/** The path that a JSON Pointer names: list indexes stay text, which `SpecFile` accepts. */
export function fromPointer(pointer: string): Path {
  return pointer
    .split("/")
    .slice(1)
    .map((step) => step.replace(/~1/gu, "/").replace(/~0/gu, "~"));
}
