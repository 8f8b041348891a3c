import { join, relative, sep } from "node:path";
import { expandPattern, findYamlFiles, isSpecificationName } from "./find.ts";
import { isInside } from "./paths.ts";
import { kindOfPath, readBytes } from "./read.ts";

/** Which files there are and what they say, for whoever reads specifications: those on the disk, or others in their place. */
export interface FileView {
  readonly kindOf: typeof kindOfPath;
  readonly bytes: typeof readBytes;
  readonly yamlFiles: typeof findYamlFiles;
  readonly matching: typeof expandPattern;
}

export const disk: FileView = {
  kindOf: kindOfPath,
  bytes: readBytes,
  yamlFiles: findYamlFiles,
  matching: expandPattern,
};

/** What stands in place of a folder of the disk. Paths are absolute. */
export interface Substitute {
  readonly folder: string;
  /** Every file of the folder that there is: others are not seen. */
  readonly there: ReadonlySet<string>;
  /** Those that say something else than on the disk, or are not on it. */
  readonly bytes: ReadonlyMap<string, Uint8Array>;
}

/** The disk with other contents in one folder. */
export function viewThrough({ folder, there, bytes }: Substitute): FileView {
  const isSeen = (path: string) => there.has(path) || !isInside(path, folder);
  return {
    kindOf: (path) => {
      if (there.has(path)) return "file";
      const kind = kindOfPath(path);
      if (!isInside(path, folder) || kind === "folder") return kind;
      return [...there].some((one) => one.startsWith(path + sep)) ? "folder" : "nothing";
    },
    bytes: (path, printed) => bytes.get(path) ?? readBytes(path, printed),
    yamlFiles: (root, skipped) => {
      const found = kindOfPath(root) === "nothing" ? [] : findYamlFiles(root, skipped).filter(isSeen);
      const added = [...bytes.keys()].filter(
        (path) => isInside(path, root) && kindOfPath(path) === "nothing" && isWalked(path, root, skipped),
      );
      return [...found, ...added].sort();
    },
    matching: async (pattern, cwd) => (await expandPattern(pattern, cwd)).filter(isSeen),
  };
}

/** Whether somebody who walks through `root` would come to a file. */
export function isWalked(path: string, root: string, skipped: ReadonlySet<string>): boolean {
  const steps = relative(root, path).split(sep);
  const isLeftOut = steps.some((step) => step.startsWith(".") || step === "node_modules");
  return (
    !isLeftOut &&
    isSpecificationName(path) &&
    !steps.some((_, at) => skipped.has(join(root, ...steps.slice(0, at + 1))))
  );
}
