import { buildFramework } from "../../model/build-framework.ts";
import { replacementsOf } from "../../model/successors.ts";
import type { Framework } from "../../model/types.ts";
import type { Mention, SoundFile } from "../../references/mention.ts";
import { keyOrderOf } from "../../schema/key-order.ts";
import type { FrameworkShape } from "../../schema/shapes.ts";
import { addKey } from "../../source/edits/add-key.ts";
import type { Path, SpecFile } from "../../source/spec-file.ts";
import type { FileEdit } from "./write-name.ts";

/** An entry that has to say from now on what has taken its place: until now the same id said it. */
export interface Heir {
  readonly spec: SpecFile;
  /** Of the entry that is replaced. */
  readonly path: Path;
  readonly replacedBy: string;
}

/** Between two versions of a framework an entry is known again by its id, unless it says otherwise. */
export function heirsOf(files: readonly SoundFile[], name: Mention, to: string): readonly Heir[] {
  if (name.of !== "entry") return [];
  const all = files
    .filter(({ kind }) => kind === "framework")
    .map(({ spec }) => buildFramework(spec, spec.data as FrameworkShape));
  const own = all.find(({ id }) => id === name.within);
  if (own === undefined) return [];
  const older = all.filter(({ id }) => id === own.replaces);
  const isInNewer = replacementsOf(own, all).some(({ nodeIds }) => nodeIds.has(name.id));
  return [...older.flatMap((one) => silent(one, name.id, to)), ...(isInNewer ? silent(own, name.id, name.id) : [])];
}

function silent({ nodes, origin }: Framework, id: string, replacedBy: string): readonly Heir[] {
  const node = nodes.find((one) => one.id === id);
  if (node === undefined || node.replacedBy.length > 0) return [];
  return [{ spec: origin.spec, path: node.origin.path, replacedBy }];
}

/** The key `replacedBy` where `fmt` has it in an entry, or behind its id; nothing where it is written in a rare way. */
export function writeHeir({ spec, path, replacedBy }: Heir): readonly FileEdit[] {
  const order = keyOrderOf("framework")(path);
  const before = order.slice(0, order.indexOf("replacedBy")).filter((key) => spec.keyShape([...path, key]).hasValue);
  const added = { name: "replacedBy", value: `[${replacedBy}]` };
  const edits = addKey(spec, path, before.at(-1) ?? "id", added) ?? [];
  return edits.map((edit) => ({ ...edit, file: spec.source }));
}
