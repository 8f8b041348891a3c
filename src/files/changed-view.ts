import { disk, type FileView } from "./view.ts";

/** What is about to be done to the disk. Paths are absolute. */
export interface ComingChanges {
  /** What files are going to hold, by the paths that they have now. */
  readonly bytes: ReadonlyMap<string, Uint8Array>;
  /** A file that is going to have another path. */
  readonly move: { readonly from: string; readonly to: string } | null;
}

/** The disk as it will be once some files are written, and one of them is moved. */
export function viewAfter({ bytes, move }: ComingChanges): FileView {
  if (move === null) return { ...disk, bytes: (path, printed) => bytes.get(path) ?? disk.bytes(path, printed) };
  const { from, to } = move;
  const moved = (paths: readonly string[]) => paths.map((path) => (path === from ? to : path)).sort();
  return {
    kindOf: (path) => (path === from ? "nothing" : path === to ? "file" : disk.kindOf(path)),
    bytes: (path, printed) => {
      const now = path === to ? from : path;
      return bytes.get(now) ?? disk.bytes(now, printed);
    },
    yamlFiles: (folder, skipped) => moved(disk.yamlFiles(folder, skipped)),
    matching: async (pattern, cwd) => moved(await disk.matching(pattern, cwd)),
  };
}
