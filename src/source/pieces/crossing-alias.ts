import { type Alias, isAlias, isMap, isNode, isSeq, type Node } from "yaml";
import type { Stretch } from "../spec-file.ts";

/** An alias in one of some stretches of a file, or between them, whose anchor stands in another; null where there is none. */
export function crossingAlias(root: Node, stretches: readonly Stretch[]): Alias | null {
  const anchors: { readonly name: string; readonly at: number }[] = [];
  const regionOf = (at: number) => stretches.findIndex(([start, end]) => at >= start && at < end);
  const find = (node: unknown): Alias | null => {
    if (!isNode(node)) return null;
    const at = node.range?.[0] ?? 0;
    if (isAlias(node)) {
      const target = anchors.findLast(({ name }) => name === node.source);
      return target !== undefined && regionOf(target.at) === regionOf(at) ? null : node;
    }
    if (node.anchor !== undefined) anchors.push({ name: node.anchor, at });
    const children = isMap(node) ? node.items.flatMap(({ key, value }) => [key, value]) : isSeq(node) ? node.items : [];
    for (const child of children) {
      const found = find(child);
      if (found !== null) return found;
    }
    return null;
  };
  return find(root);
}
