import { join } from "node:path";
import { referencesOf } from "./gather-used.ts";
import type { Changes } from "./open-changes.ts";
import type { ReadFile } from "./read-file.ts";
import { type Workspace, workspaceFileName } from "./workspace.ts";

/**
 * The files that have changed, and those that depend on them: that name the id of one, that have the same id, or that
 * use a file which does. With the workspace file everything has changed.
 */
export function selectChanged(
  files: readonly ReadFile[],
  { paths, formerIds }: Pick<Changes, "paths" | "formerIds">,
  { root }: Workspace,
): readonly ReadFile[] {
  if (paths.has(join(root, workspaceFileName))) return files;
  const selected = new Set(files.filter(({ path }) => paths.has(path)));
  const ids = new Set([...formerIds, ...[...selected].flatMap(idsOf)]);
  for (let before = -1; before !== selected.size; ) {
    before = selected.size;
    for (const file of files) {
      if (selected.has(file) || ![...idsOf(file), ...referencesOf(file)].some((id) => ids.has(id.toLowerCase())))
        continue;
      selected.add(file);
      for (const id of idsOf(file)) ids.add(id);
    }
  }
  return files.filter((file) => selected.has(file));
}

function idsOf({ id }: ReadFile): readonly string[] {
  return id === null ? [] : [id.toLowerCase()];
}
