import { dirname, join } from "node:path";
import type { Io } from "../cli/io.ts";
import { isInside } from "../files/paths.ts";
import type { FileView } from "../files/view.ts";
import { type Checked, checkTargets } from "../workspace/check.ts";
import type { Memory } from "../workspace/memory.ts";
import { findTargets, type Target } from "../workspace/targets.ts";
import { findWorkspaceRoot, workspaceFileName } from "../workspace/workspace.ts";

export interface Looking {
  /** Whether all of the folder is looked at, and not only what is open. */
  readonly isWhole: boolean;
  readonly memory: Memory;
  /** What stands in place of what some files say, by absolute path. */
  readonly texts?: ReadonlyMap<string, string>;
}

/** The folder whose files are looked at together with one: as on the command line, with the editor's folders as those given. */
export function rootOf(path: string, folders: readonly string[], view: FileView): string {
  const around = folders.filter((folder) => isInside(path, folder)).sort((a, b) => b.length - a.length);
  return findWorkspaceRoot(dirname(path), view) ?? around[0] ?? dirname(path);
}

/**
 * What `qualspec check` finds in a folder, and in the files of it that are open wherever they lie.
 *
 * @throws UserError as the command line does
 */
export async function checkRoot(
  io: Io,
  root: string,
  open: readonly string[],
  { isWhole, memory, texts = new Map() }: Looking,
): Promise<Checked> {
  const { view } = memory;
  const here = { ...io, cwd: root };
  const settings = join(root, workspaceFileName);
  const hasSettings = view.kindOf(settings) === "file";
  const found = isWhole
    ? await findTargets(here, hasSettings ? [] : [root], { stdinName: "", view, mayBeNone: true })
    : [];
  const targets = new Map<string, Target>();
  const add = (path: string) => targets.set(path, { path, isNamed: false, isStdin: false, root, typed: path });
  if (hasSettings) add(settings);
  for (const target of found) if (target.root === root) targets.set(target.path, target);
  for (const path of open) if (!targets.has(path)) add(path);
  return checkTargets(here, [...targets.values()], { memory, texts });
}
