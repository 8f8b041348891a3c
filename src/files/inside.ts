import { existsSync, realpathSync } from "node:fs";
import { dirname } from "node:path";
import { isInside } from "./paths.ts";

/** Whether a file would really land in the folder, links followed as far as the path exists. */
export function isInsideReally(path: string, folder: string): boolean {
  if (!existsSync(folder)) return isInside(path, folder);
  let there = path;
  while (!existsSync(there)) there = dirname(there);
  const root = realpathSync(folder);
  return isInside(realpathSync(there), root) || isInside(root, realpathSync(there));
}
