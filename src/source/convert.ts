import { type Alias, type Document, isAlias, isMap, isScalar, isSeq, type Node, type Scalar } from "yaml";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../diagnostics/source-file.ts";
import { code, excerpt } from "../text/words.ts";
import { finding, type SourceRule } from "./finding.ts";
import { keyText } from "./spec-file.ts";

/** Values that aliases may repeat in one file. More is a bomb, or a file that should be several. */
const mostAliasedValues = 10_000;

export interface Converted {
  readonly data: unknown;
  readonly findings: readonly Diagnostic[];
}

/** Turns a parsed document into plain data, and reports what YAML would accept in silence and no author means. */
export function convert(file: SourceFile, document: Document.Parsed): Converted {
  const conversion = new Conversion(file, document);
  return { data: conversion.value(document.contents), findings: conversion.findings };
}

/** One pass over one document; it remembers the anchors that it is inside of and the values that aliases have repeated. */
class Conversion {
  readonly findings: Diagnostic[] = [];
  readonly #file: SourceFile;
  readonly #document: Document.Parsed;
  readonly #open = new Set<Node>();
  #aliasDepth = 0;
  #aliasedValues = 0;

  constructor(file: SourceFile, document: Document.Parsed) {
    this.#file = file;
    this.#document = document;
  }

  value(node: Node | null): unknown {
    if (this.#aliasDepth > 0) this.#aliasedValues += 1;
    if (isAlias(node)) return this.#alias(node);
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
      if (key === "<<") this.#reportMergeKey(pair.key as Node);
      Object.defineProperty(data, key, { value, enumerable: true, configurable: true, writable: true });
    }
    return data;
  }

  #scalar(node: Scalar): unknown {
    if (node.type === "PLAIN" && this.#aliasDepth === 0) this.#reportCutText(node);
    return node.value;
  }

  #alias(node: Alias): unknown {
    const target = node.resolve(this.#document) as Node | undefined;
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
      if (this.findings.some((one) => one.rule === "too-many-aliases")) return null;
      const message = `Unexpected ${name}: references in this file repeat more than ${mostAliasedValues} values; write the text out`;
      return this.#report("too-many-aliases", message, node);
    }
    this.#aliasDepth += 1;
    const value = this.value(target);
    this.#aliasDepth -= 1;
    return value;
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

  #reportMergeKey(key: Node): void {
    this.#report("merge-key", "Unexpected merge key `<<`, expected the keys themselves; write them out", key);
  }

  /** `title: Use email # and phone` loses its end; a comment that is meant stands two spaces off, or after a quoted text. */
  #reportCutText(node: Scalar): void {
    const [, end] = node.range ?? [0, 0];
    const comment = /^([ \t]*)#([^\r\n]*)/u.exec(this.#file.text.slice(end, end + 400));
    if (comment === null) return;
    const [whole, gap = "", words = ""] = comment;
    const isMeant = gap.length > 1 && /^[\s#]/u.test(words);
    if (typeof node.value !== "string" || isMeant || words.trim() === "") return;
    const cut = excerpt(whole.trim(), 40);
    const message = `Unexpected comment ${cut}, which is not printed; put the whole text in quotes if it belongs to it, else write two spaces before and one after the \`#\``;
    const start = end + gap.length;
    this.findings.push(finding(this.#file, "text-cut-by-hash", message, start, end + whole.trimEnd().length));
  }

  #report(rule: SourceRule, message: string, node: Node): null {
    const [start, end] = node.range ?? [0, 0];
    this.findings.push(finding(this.#file, rule, message, start, end));
    return null;
  }
}
