import { isAlias, isMap, isScalar, isSeq, type Node, type Pair } from "yaml";
import { type Comment, findComments } from "../find-comments.ts";
import { keyText } from "../key-text.ts";
import type { Path, SpecFile } from "../spec-file.ts";
import { readLeaf } from "./read-leaf.ts";
import type { Aside, Branch, Item, Remark, Value } from "./tree.ts";

/** The keys of a map, in the order in which they are to stand; those that it does not name stay behind the key before them. */
export type KeyOrder = (path: Path) => readonly string[];

export interface Tree {
  /** The comments above the first key: they are about the file. */
  readonly head: readonly Remark[];
  /** Whether an empty line stands between them and the first key. */
  readonly isHeadApart: boolean;
  readonly root: Branch;
}

/** What a file says and every comment with what it belongs to, its keys in order; null where it is written in a rare way. */
export function readTree(spec: SpecFile, order: KeyOrder): Tree | null {
  const [root] = spec.nodesTo([]) ?? [];
  const { text } = spec.source;
  return !isMap(root) || isRare(root) ? null : new Reader(text, findComments(text).comments, order).root(root);
}

/** Tags, keys that are no words, and names for keys: nobody writes them. */
function isRare(node: unknown): boolean {
  if (isAlias(node)) return false;
  if (isScalar(node)) return node.tag !== undefined;
  if (isSeq(node)) return node.tag !== undefined || node.items.some(isRare);
  if (!isMap(node)) return false;
  return (
    node.tag !== undefined ||
    node.items.some(
      ({ key, value }) => !isScalar(key) || !key.source || key.anchor !== undefined || isRare(key) || isRare(value),
    )
  );
}

/** Goes through a file from top to bottom and gives each comment to what it belongs to. */
class Reader {
  readonly #text: string;
  readonly #comments: readonly Comment[];
  readonly #order: KeyOrder;
  #next = 0;
  /** Where the last text ends whose empty lines count. */
  #kept = 0;

  constructor(text: string, comments: readonly Comment[], order: KeyOrder) {
    this.#text = text;
    this.#comments = comments;
    this.#order = order;
  }

  root(contents: Node): Tree {
    const first =
      isMap(contents) && contents.flow !== true ? (startOf(contents.items[0]?.key) ?? 0) : startOf(contents);
    const head = this.#takeBefore(first);
    const isHeadApart = this.#isAfterBlank(first);
    const root = this.#branch(contents, [], this.#text.length, -1);
    return {
      head,
      isHeadApart,
      root: { ...root, tail: [...root.tail, ...this.#takeBefore(this.#text.length + 1)] },
    };
  }

  #branch(node: Node, path: Path, limit: number, outer: number): Branch {
    const isFlow = (isMap(node) || isSeq(node)) && node.flow === true;
    const parts: readonly unknown[] = isMap(node) || isSeq(node) ? node.items : [];
    const column = columnOf(this.#text, startOf(node));
    const items = parts.map((part, at) => {
      const end = this.#startOfPart(parts[at + 1], isFlow, column) ?? (isFlow ? endOf(node) : limit);
      const step = isMap(node) ? keyText(part as Pair) : at;
      const item = this.#item(part, [...path, step], end, isFlow, column);
      return { step, item: at === 0 ? withoutGap(item) : item };
    });
    const tail = isFlow ? this.#takeBefore(endOf(node)) : this.#takeTail(node, limit, outer);
    const sorted = isMap(node) ? inOrder(items, this.#order(path)) : items;
    return {
      type: isMap(node) ? "map" : "list",
      anchor: node.anchor ?? null,
      isFlow,
      items: sorted.map(({ item }) => item),
      tail,
    };
  }

  /** Where a key or the dash of an item stands; null where there is none. */
  #startOfPart(part: unknown, isFlow: boolean, column: number): number | null {
    if (part === undefined) return null;
    if (isPair(part)) return startOf(part.key);
    if (isFlow) return startOf(part);
    const mark = `${" ".repeat(column)}-`;
    let line = lineStart(this.#text, startOf(part));
    while (line > 0 && !this.#text.startsWith(mark, line)) line = lineStart(this.#text, line - 1);
    return line + column;
  }

  /** The comments that stand as deep as what is in a block: they are not about what comes after it. */
  #takeTail(node: Node, limit: number, outer: number): readonly Remark[] {
    const own = columnOf(this.#text, startOf(node));
    const least = own === outer ? own + 1 : own;
    const tail: Remark[] = [];
    for (let one = this.#peek(); one !== null && one.start < limit; one = this.#peek()) {
      if (!this.#isAlone(one) || columnOf(this.#text, one.start) < least) break;
      tail.push(this.#take(one));
    }
    return tail;
  }

  #item(part: unknown, path: Path, limit: number, inFlow: boolean, column: number): Item {
    const pair = isPair(part) ? part : null;
    const key = pair === null ? null : (pair.key as Node);
    const node = (pair === null ? part : pair.value) as Node | null;
    const start = startOf(key ?? node);
    const leading = [...this.#takeBefore(start)];
    const isAfterBlank = !inFlow && this.#isAfterBlank(start);
    const head = key === null ? null : this.#takeOnLine(endOf(key), node === null ? limit : startOf(node));
    if (node === null || isNothing(node)) {
      return this.#finish(key, null, leading, isAfterBlank, [head ?? this.#takeOnLine(endOf(key ?? node), limit)]);
    }
    if ((isMap(node) || isSeq(node)) && node.flow !== true) {
      const value = this.#branch(node, path, limit, column);
      return this.#finish(key, value, leading, isAfterBlank, [head]);
    }
    leading.push(...this.#takeBefore(startOf(node)));
    const value = this.#inlineValue(node, path, limit, column, key);
    const isBlock = value.type === "leaf" && value.style === "block";
    const aside = isBlock ? this.#takeOnLine(startOf(node), endOf(node)) : this.#takeOnLine(endOf(node), limit);
    if (value.type === "leaf" && /^[|>].*\+/u.test(value.lines[0] ?? "")) this.#kept = endOf(node);
    return this.#finish(key, value, leading, isAfterBlank, [head, aside]);
  }

  #inlineValue(node: Node, path: Path, limit: number, column: number, key: Node | null): Value {
    if (isMap(node) || isSeq(node)) return this.#branch(node, path, limit, column);
    return readLeaf(this.#text, node, key === null ? startOf(node) : endOf(key));
  }

  /** Of two comments at the ends of lines the last stays there; those in empty brackets stand above. */
  #finish(
    key: Node | null,
    value: Value | null,
    leading: readonly Remark[],
    isAfterBlank: boolean,
    asides: readonly (Aside | null)[],
  ): Item {
    const found = asides.filter((one) => one !== null);
    const isEmpty = value !== null && value.type !== "leaf" && value.items.length === 0;
    const inside = isEmpty ? value.tail : [];
    const above = found.slice(0, -1).map(({ text }) => ({ text, isAfterBlank: false }));
    return {
      key: key === null ? null : readLeaf(this.#text, key, startOf(key)),
      value: isEmpty ? { ...value, tail: [] } : value,
      leading: [...leading, ...above, ...inside],
      isAfterBlank,
      aside: found.at(-1) ?? null,
    };
  }

  #peek(): Comment | null {
    return this.#comments[this.#next] ?? null;
  }

  #take({ text, start }: Comment): Remark {
    this.#next += 1;
    return { text: text.trimEnd(), isAfterBlank: this.#isAfterBlank(start) };
  }

  #takeBefore(offset: number): readonly Remark[] {
    const taken: Remark[] = [];
    for (let one = this.#peek(); one !== null && one.start < offset; one = this.#peek()) taken.push(this.#take(one));
    return taken;
  }

  /** The comment at the end of the line that an offset is on, if it stands before `limit`. */
  #takeOnLine(offset: number, limit: number): Aside | null {
    const one = this.#peek();
    if (
      one === null ||
      one.start < offset ||
      one.start >= Math.max(limit, offset) ||
      this.#text.slice(offset, one.start).includes("\n")
    )
      return null;
    const { text } = this.#take(one);
    return { text, gap: /[ \t]*$/u.exec(this.#text.slice(0, one.start))?.[0].length ?? 0 };
  }

  #isAlone({ start }: Comment): boolean {
    return this.#text.slice(lineStart(this.#text, start), start).trim() === "";
  }

  #isAfterBlank(offset: number): boolean {
    const here = lineStart(this.#text, offset);
    const above = here === 0 ? 0 : lineStart(this.#text, here - 1);
    return here > 0 && above >= this.#kept && this.#text.slice(above, here).trim() === "";
  }
}

/** An empty line above the first thing of a block is none. */
function withoutGap(item: Item): Item {
  const [first, ...others] = item.leading;
  if (first === undefined) return { ...item, isAfterBlank: false };
  return { ...item, leading: [{ ...first, isAfterBlank: false }, ...others] };
}

/** Each by its place among the keys that are known; one that is not stays where it is, behind the one before it. */
function inOrder<T extends { readonly step: string | number }>(
  items: readonly T[],
  order: readonly string[],
): readonly T[] {
  if (order.length === 0) return items;
  let last = -1;
  const ranked = items.map((item) => {
    const known = order.indexOf(String(item.step));
    if (known !== -1) last = known;
    return { item, rank: last };
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ item }) => item);
}

function isPair(part: unknown): part is Pair {
  return typeof part === "object" && part !== null && "key" in part;
}

function isNothing(node: Node): boolean {
  return isScalar(node) && node.value === null && !node.source && node.anchor === undefined;
}

function startOf(node: unknown): number {
  return (node as Node | null | undefined)?.range?.[0] ?? 0;
}

function endOf(node: unknown): number {
  return (node as Node | null | undefined)?.range?.[1] ?? 0;
}

function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}
