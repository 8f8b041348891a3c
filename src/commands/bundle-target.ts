import { dirname, join } from "node:path";
import { environmentError, usageError } from "../cli/user-error.ts";
import { encodeLike } from "../files/encode-like.ts";
import { isSpecificationName } from "../files/find.ts";
import { isInside, printedPath, resolvePath } from "../files/paths.ts";
import { kindOfPath, readBytes, readBytesIfThere } from "../files/read.ts";
import { refuseReadOnly } from "../files/refuse-read-only.ts";
import type { FileToWrite } from "../files/write.ts";
import { code } from "../text/words.ts";
import { isRead as isReadFolder } from "../workspace/home-of.ts";
import { outputFolder } from "../workspace/workspace.ts";
import type { BundleOptions } from "./bundle.ts";
import type { OpenBundle } from "./open-bundle.ts";

export interface BundleTarget {
  readonly file: FileToWrite;
  /** Not, where the same stands there. */
  readonly isNew: boolean;
  readonly isInPlace: boolean;
  readonly isRead: boolean;
}

/** Where the one file goes. @throws UserError where something else would be lost, or the workspace would have everything twice */
export function bundleTarget(opened: OpenBundle, { out, force = false }: BundleOptions, cwd: string): BundleTarget {
  const { workspace, qualification, text } = opened;
  const output = outputFolder(workspace);
  const path = out === undefined ? join(output, `${qualification.id}.yaml`) : resolvePath(out, cwd);
  const printed = printedPath(path, cwd);
  if (kindOfPath(path) === "folder") {
    throw usageError(
      `${code(printed)} is a folder, expected a file to write; add its name, such as ${code(`${printed}/${qualification.id}.yaml`)}`,
    );
  }
  const isRead = isSpecificationName(path) && isReadFolder(dirname(path), workspace) && !isInside(path, output);
  if (isRead && !force) {
    throw usageError(
      `Unexpected place ${code(printed)} in the workspace itself, where the units would then exist twice, expected a file outside of it; choose another with ${code("--out")}, leave that out, or write it there with ${code("--force")}`,
    );
  }
  const there = readBytesIfThere(path, printed);
  const bytes = encodeLike(there ?? readBytes(opened.path, printedPath(opened.path, cwd)), text);
  const isNew = there === null || !Buffer.from(there).equals(Buffer.from(bytes));
  if (there !== null && isNew && !force) {
    throw environmentError(
      `Nothing was written: ${printed} is there already and says something else; choose another with ${code("--out")}, or overwrite it with ${code("--force")}`,
    );
  }
  if (there !== null && isNew) refuseReadOnly(path, printed);
  return { file: { path, printed, bytes }, isNew, isInPlace: path === opened.path, isRead };
}
