import type { FrameworkShape, NodeShape } from "../schema/shapes.ts";
import type { SpecFile } from "../source/spec-file.ts";
import type { Framework, FrameworkNode, Origin } from "./types.ts";

/** A framework from data that has its shape. */
export function buildFramework(spec: SpecFile, source: FrameworkShape): Framework {
  const nodes = buildNodes({ spec, path: [] }, source.nodes ?? [], []);
  return {
    type: "framework",
    origin: { spec, path: [] },
    source,
    id: source.id,
    title: source.title,
    replaces: source.replaces === "none" ? null : (source.replaces ?? null),
    nodes,
    nodeIds: new Set(nodes.map(({ id }) => id)),
  };
}

function buildNodes(
  { spec, path }: Origin,
  sources: readonly NodeShape[],
  within: readonly FrameworkNode[],
): readonly FrameworkNode[] {
  return sources.flatMap((source, position) => {
    const origin = { spec, path: [...path, "nodes", position] };
    const node: FrameworkNode = {
      origin,
      id: source.id,
      type: source.type ?? null,
      title: source.title ?? null,
      text: source.text ?? null,
      next: source.next ?? [],
      includes: source.includes ?? [],
      replacedBy: source.replacedBy ?? [],
      within,
    };
    return [node, ...buildNodes(origin, source.nodes ?? [], [...within, node])];
  });
}
