import { isInside } from "./paths.ts";
import { type FileView, isWalked } from "./view.ts";

/** Texts that stand in place of files, or where no file is yet: a class because they come and go. */
export class Overlay {
  readonly #texts = new Map<string, Uint8Array>();

  /** From now on this is what a file says; null for what the disk says. */
  put(path: string, bytes: Uint8Array | null): void {
    if (bytes === null) this.#texts.delete(path);
    else this.#texts.set(path, bytes);
  }

  /** What is seen with these texts in front. */
  over(view: FileView): FileView {
    const texts = this.#texts;
    return {
      kindOf: (path) => {
        if (texts.has(path)) return "file";
        const kind = view.kindOf(path);
        if (kind !== "nothing") return kind;
        return [...texts.keys()].some((other) => isInside(other, path)) ? "folder" : "nothing";
      },
      bytes: (path, printed) => texts.get(path) ?? view.bytes(path, printed),
      yamlFiles: (root, skipped) => {
        const found = view.kindOf(root) === "nothing" ? [] : view.yamlFiles(root, skipped);
        const known = new Set(found);
        const added = [...texts.keys()].filter(
          (path) => isInside(path, root) && !known.has(path) && isWalked(path, root, skipped),
        );
        return added.length === 0 ? found : [...found, ...added].sort();
      },
      matching: view.matching,
    };
  }
}
