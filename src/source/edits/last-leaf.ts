import { isMap, isNode, isSeq, type Node, type Pair } from "yaml";

/** The innermost thing that ends where a value ends: that of a list or a map may count comments below it. `key` where nothing is written behind it. */
export function lastLeaf(value: unknown, key: unknown): Node {
  if (isMap(value) && value.flow !== true && value.items.length > 0) return lastOf(value.items.at(-1));
  if (isSeq(value) && value.flow !== true && value.items.length > 0) return lastLeaf(value.items.at(-1), value);
  return (isNode(value) ? value : key) as Node;
}

export function lastOf(pair: Pair | undefined): Node {
  return lastLeaf(pair?.value, pair?.key);
}
