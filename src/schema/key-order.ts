import type { Path } from "../source/spec-file.ts";
import type { FileKind } from "./kinds.ts";
import { schemasAt } from "./schema-at.ts";

/** The keys of every map in a kind of file, in the order of its schema; none where an author names them. */
export function keyOrderOf(kind: FileKind): (path: Path) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (path) => {
    // Of a list every item has the same keys.
    const name = path.map((step) => (typeof step === "number" ? "" : step)).join("/");
    const order = known.get(name) ?? keysAt(kind, path);
    known.set(name, order);
    return order;
  };
}

function keysAt(kind: FileKind, path: Path): readonly string[] {
  return [...new Set(schemasAt(kind, path).flatMap(({ schema }) => Object.keys(schema.properties ?? {})))];
}
