import { isScalar } from "yaml";
import type { Edit } from "../../diagnostics/diagnostic.ts";
import type { Path, SpecFile } from "../spec-file.ts";

/** Deletes the letters of the text at `path` that nobody sees; null where it is an alias, or where escapes stand for them. */
export function removeHidden(spec: SpecFile, path: Path): readonly Edit[] | null {
  const node = spec.nodesTo(path)?.at(-1);
  if (!isScalar(node) || !node.range) return null;
  const [from, to] = node.range;
  const written = spec.source.text.slice(from, to);
  const within =
    /[\u200b\u00ad\u2060\ufeff\u202d\u202e]+|(?<=^["']?)[\u00a0\u2007\u202f]+|[\u00a0\u2007\u202f]+(?=["']?\s*$)/gu;
  return [...written.matchAll(within)].map(({ 0: letters, index }) => ({
    start: from + index,
    end: from + index + letters.length,
    text: "",
  }));
}
