import { dirname } from "node:path";
import { usageError } from "../cli/user-error.ts";
import { isLink } from "../files/inside.ts";
import { printedPath, resolvePath } from "../files/paths.ts";
import { kindOfPath, readBytes } from "../files/read.ts";
import type { QualificationShape } from "../schema/shapes.ts";
import { code } from "../text/words.ts";
import { qualificationFile } from "../workspace/find-qualification.ts";
import { takeInventory } from "../workspace/inventory.ts";
import { readSpecification } from "../workspace/read-file.ts";
import { findWorkspaceRoot, openWorkspace, type Workspace } from "../workspace/workspace.ts";
import type { ToSplit, Unsplit } from "./split.ts";

/** The file of a qualification that holds units, named by its path or its id. @throws UserError where something else was named */
export async function openToSplit(typed: string, cwd: string): Promise<ToSplit | Unsplit> {
  const path = await pathOf(typed, cwd);
  if (isLink(path)) throw usageError(`${code(typed)} is a link, expected the file itself; name what it leads to`);
  const workspace = await openWorkspace(findWorkspaceRoot(dirname(path)) ?? dirname(path), cwd);
  refuseBroken(workspace);
  const bytes = readBytes(path, typed);
  const { sound, findings } = await readSpecification(path, printedPath(path, cwd), bytes, true);
  if (sound === null) return { findings };
  const units = sound.kind === "qualification" ? ((sound.spec.data as QualificationShape).units ?? []) : [];
  if (units.length > 0) return { spec: sound.spec, bytes, path, workspace, inventory: takeInventory(workspace, cwd) };
  throw usageError(`No units to split off in ${code(typed)}, expected a qualification with the key ${code("units")}`);
}

async function pathOf(typed: string, cwd: string): Promise<string> {
  const path = resolvePath(typed, cwd);
  const kind = kindOfPath(path);
  if (typed.trim() === "") throw usageError("Unexpected empty name, expected the file of a qualification; add it");
  if (kind === "folder")
    throw usageError(`${code(typed)} is a folder, expected the file of a qualification; name one in it`);
  if (kind === "file") return path;
  if (!/^[\w-]+$/u.test(typed))
    throw usageError(`No such file: ${code(typed)}; check the spelling, and that you are in the right folder`);
  const workspace = await openWorkspace(findWorkspaceRoot(cwd) ?? cwd, cwd);
  refuseBroken(workspace);
  return qualificationFile(typed, takeInventory(workspace, cwd)).path;
}

function refuseBroken({ findings }: Workspace): void {
  if (!findings.some(({ severity }) => severity === "error")) return;
  throw usageError("The workspace file qualspec.yaml is not in order; mend it and try again");
}
