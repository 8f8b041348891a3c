import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { printedPath } from "./paths.ts";

/** From the root of the repository that a folder lies in down to it, such as `courses/`; empty at the root, or where there is none. */
export function belowRepository(folder: string): string {
  for (let root = folder; ; root = dirname(root)) {
    // In a worktree and in a submodule it is a file; what nobody lets us see is no reason to fail.
    if (existsSync(join(root, ".git"))) return root === folder ? "" : `${printedPath(folder, root)}/`;
    if (dirname(root) === root) return "";
  }
}
