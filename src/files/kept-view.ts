import { lstatSync, statSync } from "node:fs";
import { disk, type FileView } from "./view.ts";

/**
 * The disk, looked at again and again: within one round everything is asked once, and from round to round only files that
 * have changed are read. A class because what was seen is kept.
 */
export class KeptView {
  #files = new Map<string, KeptFile>();
  #filesBefore: ReadonlyMap<string, KeptFile> = new Map();
  #kinds = new Map<string, ReturnType<FileView["kindOf"]>>();
  #lists = new Map<string, { readonly list: () => readonly string[]; readonly seen: readonly string[] }>();
  #doubted: ReadonlySet<string> = new Set();

  /** Begins a round. `doubted` files, absolute, are read whatever the disk says of them: its clock may be too coarse. */
  begin(doubted: ReadonlySet<string> = new Set()): void {
    this.#doubted = doubted;
    this.#filesBefore = this.#files;
    this.#files = new Map();
    this.#kinds = new Map();
    this.#lists = new Map();
  }

  /** Whether anything that was asked in this round would be answered otherwise now. */
  hasChanged(): boolean {
    try {
      return (
        [...this.#files].some(([path, { mark }]) => markOf(path) !== mark) ||
        [...this.#kinds].some(([path, kind]) => disk.kindOf(path) !== kind) ||
        [...this.#lists.values()].some(({ list, seen }) => list().join("\0") !== seen.join("\0"))
      );
    } catch {
      // What was there cannot be looked at any more.
      return true;
    }
  }

  readonly view: FileView = {
    kindOf: (path) => {
      const known = this.#kinds.get(path) ?? disk.kindOf(path);
      this.#kinds.set(path, known);
      return known;
    },
    bytes: (path, printed) => {
      const known = this.#files.get(path);
      if (known !== undefined) return known.bytes;
      const before = this.#doubted.has(path) ? undefined : this.#filesBefore.get(path);
      // First the mark: what is written after it makes another.
      const mark = markOf(path);
      const file = before !== undefined && before.mark === mark ? before : { mark, bytes: disk.bytes(path, printed) };
      this.#files.set(path, file);
      return file.bytes;
    },
    yamlFiles: (folder, skipped) => {
      const key = [folder, ...skipped].join("\0");
      const known = this.#lists.get(key);
      if (known !== undefined) return known.seen;
      const list = () => disk.yamlFiles(folder, skipped);
      const seen = list();
      this.#lists.set(key, { list, seen });
      return seen;
    },
    matching: disk.matching,
  };
}

interface KeptFile {
  readonly mark: string;
  readonly bytes: Uint8Array;
}

/** What the disk says of a file besides its contents, and of the link that leads to it: it changes when the file does. */
function markOf(path: string): string {
  const own = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  if (own === undefined) return "";
  const led = own.isSymbolicLink() ? statSync(path, { bigint: true, throwIfNoEntry: false }) : own;
  const parts = [own, ...(led === undefined || led === own ? [] : [led])];
  return parts.map(({ ino, size, mtimeNs, ctimeNs }) => `${ino} ${size} ${mtimeNs} ${ctimeNs}`).join(" ");
}
