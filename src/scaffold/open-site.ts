import { join } from "node:path";
import type { Io } from "../cli/io.ts";
import { usageError } from "../cli/user-error.ts";
import { printedPath, resolvePath } from "../files/paths.ts";
import type { SpecificationKind } from "../schema/kinds.ts";
import { code } from "../text/words.ts";
import { homeOf, isRead, schemaLine } from "../workspace/home-of.ts";
import { holdersAmong, takeInventory } from "../workspace/inventory.ts";
import { findWorkspaceRoot, openWorkspace } from "../workspace/workspace.ts";
import type { Site } from "./judge.ts";

export interface Wish {
  readonly kind: SpecificationKind;
  /** As typed; null for where the workspace keeps its files of that kind. */
  readonly folder: string | null;
  readonly isForced: boolean;
}

/**
 * Where a new file of a kind goes, and beside what.
 *
 * @returns null where the workspace file is not in order
 * @throws UserError where the workspace would not read the folder
 */
export async function openSite(io: Io, { kind, folder, isForced }: Wish): Promise<Site | null> {
  const workspace = await openWorkspace(findWorkspaceRoot(io.cwd) ?? io.cwd, io.cwd);
  if (workspace.findings.some(({ severity }) => severity === "error")) return null;
  const inventory = takeInventory(workspace, io.cwd);
  const home = folder === null ? homeOf(kind, workspace, inventory) : resolvePath(folder, io.cwd);
  if (!isRead(home, workspace)) {
    const where =
      workspace.spec === null
        ? "below the folder that you are in"
        : `among the ${code("specs")} of ${code(printedPath(join(workspace.root, "qualspec.yaml"), io.cwd))}`;
    throw usageError(`Unexpected folder ${code(folder ?? "")}, whose files would not be read, expected one ${where}`);
  }
  return {
    pathOf: (id) => join(home, `${id}.yaml`),
    inventory,
    holderOf: holdersAmong(inventory),
    isForced,
    schemaLine: schemaLine(home, kind),
    today: io.today(),
  };
}
