import type { Framework, FrameworkNode } from "../model/types.ts";

/** A place on the way through a framework, such as a role, and where it leads. */
export interface PathwayStep {
  readonly node: FrameworkNode;
  /** Those from which people come, and to which they can move on. */
  readonly from: readonly FrameworkNode[];
  readonly next: readonly FrameworkNode[];
  /** Those between which and this people change to and fro: neither comes first. */
  readonly besides: readonly FrameworkNode[];
  /** What it shares with others. */
  readonly includes: readonly FrameworkNode[];
}

/**
 * The way through a framework in file order: entries that lead to others or are led to, and those of the same type that stand
 * beside them, such as a role of which no step is known. Empty where no entry leads to another.
 */
export function pathwaySteps({ nodes }: Framework): readonly PathwayStep[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const leadsTo = (node: FrameworkNode) => [
    ...new Set(node.next.flatMap((id) => byId.get(id) ?? []).filter((other) => other !== node)),
  ];
  const linked = new Set(nodes.flatMap((node) => (leadsTo(node).length === 0 ? [] : [node, ...leadsTo(node)])));
  const types = new Set([...linked].map(({ type }) => type));
  const isBeside = ({ type, within }: FrameworkNode) => type !== null && types.has(type) && within.length === 0;
  const shown = linked.size === 0 ? [] : nodes.filter((node) => linked.has(node) || isBeside(node));
  return shown.map((node) => {
    const next = leadsTo(node);
    const from = shown.filter((other) => leadsTo(other).includes(node));
    const besides = next.filter((other) => from.includes(other));
    return {
      node,
      from: from.filter((other) => !besides.includes(other)),
      next: next.filter((other) => !besides.includes(other)),
      besides,
      includes: node.includes.flatMap((id) => byId.get(id) ?? []),
    };
  });
}
