import type { Io } from "../cli/io.ts";
import { Library } from "./library.ts";
import type { ReadFile } from "./read-file.ts";
import { findTargets } from "./targets.ts";
import { openWorkspace, type Workspace } from "./workspace.ts";

/** A workspace and every specification in it. */
export interface WholeWorkspace {
  readonly workspace: Workspace;
  readonly files: readonly ReadFile[];
}

/** The workspaces that the user stands in or above, read whole: what somebody else's YAML says is left out. @throws UserError */
export async function readAll(io: Io): Promise<readonly WholeWorkspace[]> {
  const targets = await findTargets(io, [], { stdinName: "stdin.yaml" });
  const whole: WholeWorkspace[] = [];
  for (const root of new Set(targets.map((target) => target.root))) {
    const workspace = await openWorkspace(root, io.cwd);
    const library = new Library(workspace, io.cwd);
    const files: ReadFile[] = [];
    for (const path of library.paths()) files.push(await library.read(path, false));
    whole.push({ workspace, files: files.filter(({ isForeign }) => !isForeign) });
  }
  return whole;
}
