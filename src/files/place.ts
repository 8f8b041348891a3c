import { existsSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/**
 * A path such that two that lead to the same file are the same text, links followed as far as the path exists. Case is
 * left out, for some machines do not see it.
 */
export function placeOnDisk(path: string): string {
  const rest: string[] = [];
  let there = path;
  while (!existsSync(there) && dirname(there) !== there) {
    rest.unshift(basename(there));
    there = dirname(there);
  }
  const real = existsSync(there) ? realpathSync.native(there) : there;
  return join(real, ...rest).toLowerCase();
}

/** Whether a path leads to a device, a pipe or a socket: nothing that another file may take the place of. */
export function isDevice(path: string): boolean {
  if (!existsSync(path)) return false;
  const stat = statSync(path);
  return !stat.isFile() && !stat.isDirectory();
}

/** Which file or folder stands at a path, whatever it holds: another once it was removed and made again; null where there is none. */
export function identityOf(path: string): string | null {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stat === undefined ? null : `${stat.dev} ${stat.ino}`;
}
