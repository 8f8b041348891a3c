import { type Document, isAlias, isMap, isScalar, isSeq, type Node } from "yaml";
import { keyText } from "./key-text.ts";
import { findTooDeep } from "./nesting.ts";
import { parseYaml } from "./parse-yaml.ts";
import type { Path } from "./spec-file.ts";

/** A key, a text or number, a list, or keys with values, as it is written. */
export interface Entry {
  readonly path: Path;
  readonly part: "key" | "scalar" | "list" | "map";
  /** What a key or a scalar says; empty for the others. */
  readonly value: string;
  /** Quotes included; of a list or map, up to the end of the last thing in it. */
  readonly start: number;
  readonly end: number;
}

/** Everything in a text, in file order, as far as it can be read: for whoever has to say something of a file that is being typed. */
export function readEntries(text: string): readonly Entry[] {
  if (findTooDeep(text) !== null) return [];
  return entriesIn(parseYaml(text));
}

/** Everything in a document, each before what stands in it. What an alias repeats is not written there. */
export function entriesIn(document: Document.Parsed): readonly Entry[] {
  const entries: Entry[] = [];
  const add = (node: Node, path: Path, part: Entry["part"], value: string) => {
    const [start, end] = node.range ?? [0, 0];
    entries.push({ path, part, value, start, end });
  };
  const walk = (node: unknown, path: Path): void => {
    if (isScalar(node)) {
      if (node.value !== null || node.source) add(node, path, "scalar", node.source ?? String(node.value));
    } else if (isSeq(node)) {
      add(node, path, "list", "");
      for (const [at, item] of node.items.entries()) walk(item, [...path, at]);
    } else if (isMap(node)) {
      add(node, path, "map", "");
      for (const pair of node.items) {
        const below = [...path, keyText(pair)];
        if (isScalar(pair.key)) add(pair.key, below, "key", keyText(pair));
        if (!isAlias(pair.value)) walk(pair.value, below);
      }
    }
  };
  walk(document.contents, []);
  return entries;
}
