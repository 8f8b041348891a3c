import { resolve } from "node:path";
import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import { isInsideReally } from "../files/inside.ts";
import { printedPath } from "../files/paths.ts";
import type { FileView } from "../files/view.ts";
import { code, excerpt } from "../text/words.ts";
import { houseFinding } from "./finding.ts";

/** The brand folder of a workspace, and how files are read from it. */
export interface BrandFolder {
  /** Absolute. */
  readonly path: string;
  /** Where the user stands. */
  readonly cwd: string;
  readonly view: FileView;
}

const largest = 256 * 1024;

/** The bytes of a file that the brand names, which has to lie in its folder; else what is wrong with it, at `place`. */
export function readNamed(
  folder: BrandFolder,
  name: string,
  place: Place,
  most = largest,
): { readonly bytes: Uint8Array; readonly printed: string } | Diagnostic {
  const path = resolve(folder.path, name);
  const printed = printedPath(path, folder.cwd);
  if (!isInsideReally(path, folder.path)) {
    const message = `Unexpected file ${excerpt(name)} outside the brand folder, expected one that lies in it; copy it there`;
    return houseFinding("brand-file", message, place);
  }
  if (folder.view.kindOf(path) !== "file") {
    return houseFinding(
      "brand-file",
      `No such file: ${excerpt(name)}; check the spelling, seen from the brand folder`,
      place,
    );
  }
  const bytes = folder.view.bytes(path, printed);
  if (bytes.length > most) {
    const message = `Unexpected file of ${kilobytes(bytes.length)}, expected at most ${kilobytes(most)}; save ${code(name)} smaller`;
    return houseFinding("brand-file", message, place);
  }
  return { bytes, printed };
}

function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024).toLocaleString("en-GB")} KB`;
}
