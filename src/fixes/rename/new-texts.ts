import { resolve } from "node:path";
import { environmentError } from "../../cli/user-error.ts";
import { isLink } from "../../files/inside.ts";
import { readBytes } from "../../files/read.ts";
import { refuseReadOnly } from "../../files/refuse-read-only.ts";
import { applyEdits } from "../apply-edits.ts";
import type { FileEdit } from "./write-name.ts";

const byteOrderMark = "\ufeff";

/** A file before and after, each whole, with a byte-order mark where it has one. */
export interface ChangedText {
  /** Absolute. */
  readonly path: string;
  readonly printed: string;
  readonly before: string;
  readonly after: string;
}

/** What the files of some edits will say, in the order of their paths. @throws UserError where one cannot be written */
export function newTexts(cwd: string, edits: readonly FileEdit[]): readonly ChangedText[] {
  const files = new Map(edits.map(({ file }) => [file.path, file]));
  return [...files.values()]
    .map((file): ChangedText => {
      const { path: printed, text } = file;
      const path = resolve(cwd, printed);
      if (isLink(path)) throw environmentError(`Cannot write ${printed}: it is a link; name what it leads to by hand`);
      refuseReadOnly(path, printed);
      const before = new TextDecoder("utf-8", { ignoreBOM: true }).decode(readBytes(path, printed));
      const mark = before.startsWith(byteOrderMark) ? byteOrderMark : "";
      if (before !== mark + text)
        throw environmentError(`Cannot write ${printed}: another program has changed it meanwhile; try again`);
      const own = edits.filter((edit) => edit.file.path === printed);
      return { path, printed, before, after: mark + applyEdits(text, own).text };
    })
    .sort((a, b) => (a.printed < b.printed ? -1 : 1));
}
