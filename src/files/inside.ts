import { existsSync, lstatSync, realpathSync } from "node:fs";
import { dirname } from "node:path";
import { isInside } from "./paths.ts";

/** Whether a file would really land in the folder, links followed as far as the path exists. */
export function isInsideReally(path: string, folder: string): boolean {
  if (!isInside(path, folder)) return false;
  if (!existsSync(folder)) return true;
  let there = path;
  while (!existsSync(there)) there = dirname(there);
  return isInside(realpathSync(there), realpathSync(folder));
}

/** Whether a path is itself a link, wherever it leads. */
export function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}
