import { dirname, join, relative, sep } from "node:path";
import { isSpecificationName } from "./find.ts";
import { isInside } from "./paths.ts";
import { disk, type FileView } from "./view.ts";

/**
 * A folder as it was: of what lies in it only these files are seen, whatever stands on the disk now. Paths are absolute;
 * outside of the folder the disk is seen.
 */
export function treeView(folder: string, files: ReadonlyMap<string, Uint8Array>): FileView {
  const folders = new Set([folder]);
  for (const path of files.keys()) {
    for (let above = dirname(path); !folders.has(above) && isInside(above, folder); above = dirname(above))
      folders.add(above);
  }
  const names = [...files.keys()].filter(isSpecificationName).sort();
  return {
    kindOf: (path) => {
      if (!isInside(path, folder)) return disk.kindOf(path);
      if (files.has(path)) return "file";
      return folders.has(path) ? "folder" : "nothing";
    },
    bytes: (path, printed) => files.get(path) ?? disk.bytes(path, printed),
    yamlFiles: (root, skipped) => {
      if (!isInside(root, folder)) return disk.yamlFiles(root, skipped);
      return names.filter((path) => isInside(path, root) && isWalked(path, root, skipped));
    },
    // Who names a revision names a file or a folder of it.
    matching: async () => [],
  };
}

/** Whether somebody who walks through `root` would come to a file, as on the disk. */
function isWalked(path: string, root: string, skipped: ReadonlySet<string>): boolean {
  const steps = relative(root, path).split(sep);
  if (steps.some((step) => step.startsWith(".") || step === "node_modules")) return false;
  return !steps.some((_, at) => skipped.has(join(root, ...steps.slice(0, at + 1))));
}
