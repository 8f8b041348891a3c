import type { FrameworkShape, NodeShape } from "../schema/shapes.ts";
import type { SpecFile } from "../source/spec-file.ts";
import type { Framework } from "./types.ts";

/** A framework from data that has its shape. */
export function buildFramework(spec: SpecFile, source: FrameworkShape): Framework {
  return {
    type: "framework",
    origin: { spec, path: [] },
    source,
    id: source.id,
    title: source.title,
    nodeIds: new Set(idsOf(source.nodes ?? [])),
  };
}

function idsOf(nodes: readonly NodeShape[]): readonly string[] {
  return nodes.flatMap((node) => [node.id, ...idsOf(node.nodes ?? [])]);
}
