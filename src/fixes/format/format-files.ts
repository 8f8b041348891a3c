import type { Io } from "../../cli/io.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { isLink } from "../../files/inside.ts";
import { readBytes } from "../../files/read.ts";
import { noSpecifications } from "../../workspace/targets.ts";
import { filesToFormat } from "./files-to-format.ts";
import { type FormattedFile, formatFile } from "./format-file.ts";

export interface FormatWish {
  readonly stdinName: string;
  /** Whether every outcome and criterion gets a key. */
  readonly withKeys: boolean;
}

export interface Formatted {
  /** In the order of their paths. */
  readonly files: readonly FormattedFile[];
  readonly findings: readonly Diagnostic[];
  readonly isWorkspaceBroken: boolean;
}

/** Formats what some paths lead to, without writing anything. @throws UserError where they lead nowhere */
export async function formatFiles(io: Io, paths: readonly string[], wish: FormatWish): Promise<Formatted> {
  const { files: candidates, broken } = await filesToFormat(io, paths, wish.stdinName);
  if (broken.length > 0) return { files: [], findings: broken, isWorkspaceBroken: true };
  const files: FormattedFile[] = [];
  for (const one of candidates) {
    const bytes = one.isStdin ? await io.readStdin() : readBytes(one.path, one.printed);
    const made = await formatFile(one, bytes, wish.withKeys);
    if (made === null) continue;
    const isElsewhere = !one.isStdin && isLink(one.path) && made.after !== made.before;
    files.push(
      isElsewhere ? { ...made, after: made.before, left: "it is a link; name the file that it leads to" } : made,
    );
  }
  if (files.length === 0) throw noSpecifications(paths[0] ?? io.cwd, io.cwd);
  return { files, findings: files.flatMap(({ findings }) => findings), isWorkspaceBroken: false };
}
