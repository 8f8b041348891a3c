import { basename } from "node:path";
import { printedPath, resolvePath } from "../files/paths.ts";
import { kindOfPath, readBytes } from "../files/read.ts";
import { readSpecification } from "../workspace/read-file.ts";
import { workspaceFileName } from "../workspace/workspace.ts";

/** The paths without those of files that belong to somebody else, which whoever names every YAML file names too. */
export async function withoutOthers(paths: readonly string[], cwd: string): Promise<readonly string[]> {
  const kept: string[] = [];
  for (const typed of paths) {
    const path = resolvePath(typed, cwd);
    if (kindOfPath(path) !== "file" || basename(path) === workspaceFileName) kept.push(typed);
    else {
      const printed = printedPath(path, cwd);
      const { isForeign } = await readSpecification(path, printed, readBytes(path, printed), false);
      if (!isForeign) kept.push(typed);
    }
  }
  return kept;
}
