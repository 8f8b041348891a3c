import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export interface PackagedFile {
  /** With forward slashes. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The files of a folder of the installed package, in name order, each name behind `prefix`. */
export function packagedFiles(folder: string, prefix: string): readonly PackagedFile[] {
  return readFolder(join(packageFolder(), folder), prefix);
}

function readFolder(folder: string, prefix: string): readonly PackagedFile[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    const name = `${prefix}${entry.name}`;
    return entry.isDirectory() ? readFolder(path, `${name}/`) : [{ name, bytes: readFileSync(path) }];
  });
}

/** The bundle and the sources lie at different depths below the folder that package.json stands in. */
function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return folder;
}
