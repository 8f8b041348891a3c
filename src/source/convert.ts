import { type Alias, type Document, isAlias, isMap, isScalar, isSeq, type Node, type Scalar } from "yaml";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { fixOf } from "../diagnostics/fix.ts";
import type { SourceFile } from "../diagnostics/source-file.ts";
import { controlIn, withoutControls } from "../text/controls.ts";
import { closeDirections } from "../text/directions.ts";
import { code, excerpt } from "../text/words.ts";
import { removeControls } from "./edits/remove-controls.ts";
import { finding, type SourceRule } from "./finding.ts";
import { keyText } from "./key-text.ts";
import type { Stretch } from "./spec-file.ts";
import { indentationMessage } from "./syntax/indentation.ts";
import { findPastedList, howToMend, marksOf } from "./syntax/pasted-list.ts";

const ownValue = { enumerable: true, configurable: true, writable: true };

const commentAfter = /([ \t]*)#([^\r\n]*)/uy;

/** Values that aliases may repeat in one file. More is a bomb, or a file that should be several. */
const mostAliasedValues = 10_000;

export interface Converted {
  readonly data: unknown;
  /** Where texts over several lines stand, each from its mark on. */
  readonly blockTexts: readonly Stretch[];
  readonly findings: readonly Diagnostic[];
}

/** Turns a parsed document into plain data, and reports what YAML would accept in silence and no author means. */
export function convert(file: SourceFile, document: Document.Parsed): Converted {
  const conversion = new Conversion(file, document);
  const data = conversion.value(document.contents);
  conversion.reportAnchors();
  return { data, blockTexts: conversion.blockTexts, findings: conversion.findings };
}

/** One pass over one document; it remembers the anchors that it is inside of and the values that aliases have repeated. */
class Conversion {
  readonly findings: Diagnostic[] = [];
  readonly blockTexts: Stretch[] = [];
  readonly #file: SourceFile;
  readonly #document: Document.Parsed;
  readonly #open = new Set<Node>();
  readonly #anchors = new Map<string, Node>();
  readonly #referredTo = new Set<string>();
  #aliasDepth = 0;
  /** The alias in the text itself that is being followed, through others if need be. */
  #outermost: Alias | null = null;
  #aliasedValues = 0;

  constructor(file: SourceFile, document: Document.Parsed) {
    this.#file = file;
    this.#document = document;
  }

  value(node: Node | null): unknown {
    if (this.#aliasDepth > 0) this.#aliasedValues += 1;
    if (isAlias(node)) return this.#alias(node);
    if (node?.anchor && this.#aliasDepth === 0) this.#anchors.set(node.anchor, node);
    if (node?.tag?.startsWith("tag:yaml.org") === false) this.#reportTag(node, node.tag);
    if (isScalar(node)) return this.#scalar(node);
    if (isSeq(node)) return this.#inside(node, () => node.items.map((item) => this.value(item as Node | null)));
    if (isMap(node)) return this.#inside(node, () => this.#map(node.items));
    return null;
  }

  #map(pairs: readonly { key: unknown; value: unknown }[]): Record<string, unknown> {
    const data: Record<string, unknown> = {};
    for (const pair of pairs) {
      const key = keyText(pair as Parameters<typeof keyText>[0]);
      const value = this.value((pair.value ?? null) as Node | null);
      if (!isScalar(pair.key) && pair.key !== null) this.#reportLongKey(pair.key as Node);
      else this.value(pair.key as Node | null);
      if (key === "<<") this.#reportMergeKey(pair.key as Node);
      // Written plainly, this one key would give the data another prototype; the others are quicker so.
      if (key === "__proto__") Object.defineProperty(data, key, { ...ownValue, value });
      else data[key] = value;
    }
    return data;
  }

  #scalar(node: Scalar): unknown {
    const value = this.#printable(node);
    if (this.#aliasDepth > 0) return value;
    if (node.type === "PLAIN") {
      this.#reportCutText(node);
      this.#reportJoinedItem(node);
    } else if (node.type?.startsWith("BLOCK") && node.range) {
      this.blockTexts.push([node.range[0], node.range[1]]);
    }
    return value;
  }

  /** A text without what no paper prints, and that turns the direction of nothing else: once here, and so in every form alike. */
  #printable(node: Scalar): unknown {
    const { value } = node;
    if (typeof value !== "string") return value;
    const control = controlIn(value);
    if (control === null) return closeDirections(value);
    if (this.#aliasDepth === 0) this.#reportControl(node, control);
    return closeDirections(withoutControls(value));
  }

  #reportControl(node: Scalar, control: string): void {
    const [start, end] = node.range ?? [0, 0];
    const edits = removeControls(this.#file.text, start, end, node.type === "QUOTE_DOUBLE");
    const [first] = edits;
    const message = `Unexpected control character ${code(control)}, expected text that is printed; no paper shows it: delete it`;
    const fix = fixOf("Delete what is not printed", edits);
    const [from, to] = first === undefined ? [start, end] : [first.start, first.end];
    this.findings.push(finding(this.#file, "control-character", message, from, to, [], fix));
  }

  #alias(node: Alias): unknown {
    const target = node.resolve(this.#document) as Node | undefined;
    this.#referredTo.add(node.source);
    const name = code(`*${node.source}`);
    if (target === undefined) {
      return this.#report(
        "yaml-syntax",
        `Unexpected ${name}, which YAML reads as a reference; put the text in quotes`,
        node,
      );
    }
    if (this.#open.has(target)) {
      return this.#report(
        "too-many-aliases",
        `Unexpected ${name} inside what it refers to, expected an end; write the text out`,
        node,
      );
    }
    if (this.#aliasedValues > mostAliasedValues) {
      if (this.#repeatsTooMuch()) return null;
      const outermost = this.#outermost ?? node;
      const message = `Unexpected ${code(`*${outermost.source}`)}: references in this file repeat more than ${mostAliasedValues} values; write the text out`;
      return this.#report("too-many-aliases", message, outermost);
    }
    if (this.#aliasDepth === 0) this.#outermost = node;
    this.#aliasDepth += 1;
    const value = this.value(target);
    this.#aliasDepth -= 1;
    return value;
  }

  #repeatsTooMuch(): boolean {
    return this.findings.some((one) => one.rule === "too-many-aliases");
  }

  #inside<T>(node: Node, work: () => T): T {
    this.#open.add(node);
    const result = work();
    this.#open.delete(node);
    return result;
  }

  #reportTag(node: Node, tag: string): void {
    const start = this.#file.text.lastIndexOf("!", (node.range?.[0] ?? 0) + 1);
    const written = /^[^\s,\]}]*/u.exec(this.#file.text.slice(Math.max(0, start)))?.[0] ?? tag;
    const message = `Unexpected ${code(written)}, which YAML reads as a tag; put the text in quotes`;
    this.findings.push(finding(this.#file, "yaml-syntax", message, start, start + written.length));
  }

  /** `title: &Partners in care` loses a word: an anchor that nothing refers to was not meant as one. */
  reportAnchors(): void {
    if (this.#repeatsTooMuch()) return;
    for (const [name, node] of this.#anchors) {
      if (this.#referredTo.has(name)) continue;
      const start = this.#file.text.lastIndexOf(`&${name}`, (node.range?.[0] ?? 0) + 1);
      const message = `Unexpected ${code(`&${name}`)}, which YAML reads as a name for later use; put the text in quotes, or remove the ${code("&")}`;
      this.findings.push(finding(this.#file, "yaml-syntax", message, start, start + name.length + 1));
    }
  }

  /** `? one` or `[one, two]:` before a colon. */
  #reportLongKey(key: Node): void {
    const { text } = this.#file;
    const [start = 0, end = 0] = key.range ?? [];
    const line = text.lastIndexOf("\n", start - 1) + 1;
    const mark = /^[ \t-]*\?(?=\s)/u.exec(text.slice(line, start))?.[0];
    const [from, to] = mark === undefined ? [start, end] : [line + mark.length - 1, line + mark.length];
    const message = `Unexpected ${excerpt(text.slice(from, to), 40)} as a key, expected one word; remove the mark, or put the text in quotes`;
    this.findings.push(finding(this.#file, "yaml-syntax", message, from, to));
  }

  #reportMergeKey(key: Node): void {
    this.#report("merge-key", "Unexpected merge key `<<`, expected the keys themselves; write them out", key);
  }

  /** `title: Use email # and phone` loses its end; a comment that is meant stands after one word, or two spaces off. */
  #reportCutText(node: Scalar): void {
    const [, end] = node.range ?? [0, 0];
    commentAfter.lastIndex = end;
    const comment = commentAfter.exec(this.#file.text);
    if (comment === null) return;
    const [whole, gap = "", words = ""] = comment;
    if (typeof node.value !== "string") return;
    // One that is addressed to us is meant, however many spaces stand before it.
    if (/^\s*qualspec:/iu.test(words)) return;
    const isMeant = /^[\s#]/u.test(words) && (gap.length > 1 || !/\s/u.test(node.value));
    if (isMeant || words.trim() === "") return;
    const cut = excerpt(whole.trim(), 40);
    const message = `Unexpected comment ${cut}, which is not printed; put the whole text in quotes if it belongs to it, else write two spaces before and one after the \`#\``;
    const start = end + gap.length;
    this.findings.push(finding(this.#file, "text-cut-by-hash", message, start, end + whole.trimEnd().length));
  }

  /** `- one` and, deeper below it, `- two`: YAML joins them into one text. */
  #reportJoinedItem(node: Scalar): void {
    const [start, end] = node.range ?? [0, 0];
    const { text } = this.#file;
    // Most texts stand on one line.
    if (!text.slice(start, end).includes("\n")) return;
    const joined = /\n([ \t]*)- /u.exec(text.slice(start, end));
    if (joined === null) {
      this.#reportJoinedBullet(start, end);
      return;
    }
    const indent = joined[1]?.length ?? 0;
    const at = start + joined.index + 1;
    const pasted = findPastedList(text, start);
    if (pasted !== null && pasted.start === start) {
      const message = `Unexpected ${marksOf(pasted)}, expected a dash and a space; ${howToMend(pasted)}`;
      this.findings.push(finding(this.#file, "yaml-syntax", message, start, start + 1, [], pasted.fix));
      return;
    }
    const item = /^ *(?=- )/u.exec(text.slice(text.lastIndexOf("\n", start) + 1, start));
    const message =
      item === null
        ? "Unexpected list inside a text, whose lines YAML joins into one; write `|` after the key and the whole text below it, or begin the list with its own key"
        : indentationMessage(indent, String(item[0].length));
    this.findings.push(finding(this.#file, "indentation", message, at, at + Math.max(indent, 1)));
  }

  /** `- one` and, deeper below it, `• two`. */
  #reportJoinedBullet(start: number, end: number): void {
    const { text } = this.#file;
    const isItem = /^ *(?:- +)+(?:[\w-]+: +)?$/u.test(text.slice(text.lastIndexOf("\n", start) + 1, start));
    const joined = isItem ? /\n[ \t]*([•‣▪●○◦\ue000-\uf8ff])[ \t\u00a0]/u.exec(text.slice(start, end)) : null;
    if (joined === null) return;
    const at = start + joined.index + joined[0].trimEnd().length - 1;
    const mark = /[\ue000-\uf8ff]/u.test(joined[1] ?? "") ? "•" : joined[1];
    const message = `Unexpected ${code(mark ?? "")} inside a text, whose lines YAML joins into one; begin each item with ${code("- ")}, in line with the others, or make the text one sentence`;
    this.findings.push(finding(this.#file, "indentation", message, at, at + 1));
  }

  #report(rule: SourceRule, message: string, node: Node): null {
    const [start, end] = node.range ?? [0, 0];
    this.findings.push(finding(this.#file, rule, message, start, end));
    return null;
  }
}
