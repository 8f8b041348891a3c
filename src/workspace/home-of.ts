import { basename, dirname, join, relative, sep } from "node:path";
import { isInside, printedPath } from "../files/paths.ts";
import { kindOfPath } from "../files/read.ts";
import type { SpecificationKind } from "../schema/kinds.ts";
import type { KnownFile } from "./inventory.ts";
import { specificationFolders, type Workspace } from "./workspace.ts";

/** The folder in which a workspace keeps its files of a kind: where most of them lie, else where they would be looked for. */
export function homeOf(kind: SpecificationKind, workspace: Workspace, inventory: readonly KnownFile[]): string {
  const own = inventory.filter((file) => file.kind === kind).map(({ path }) => dirname(path));
  if (own.length > 0) return mostFrequent(own);
  const plural = `${kind}s`;
  const folders = specificationFolders(workspace).filter((folder) => kindOfPath(folder) !== "file");
  const named = folders.find((folder) => basename(folder) === plural);
  if (named !== undefined) return named;
  const first = folders.find((folder) => folder === workspace.root) ?? folders[0] ?? workspace.root;
  const isFlat = inventory.some(({ path }) => dirname(path) === first);
  const isOrdered = first === workspace.root && workspace.spec !== null && !isFlat;
  return isOrdered || kindOfPath(join(first, plural)) === "folder" ? join(first, plural) : first;
}

function mostFrequent(folders: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const folder of folders) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  const [[most] = [""]] = [...counts].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1));
  return most;
}

/** Whether the workspace would read a file in that folder. */
export function isRead(folder: string, workspace: Workspace): boolean {
  const home = specificationFolders(workspace).find((one) => isInside(folder, one));
  if (home === undefined) return false;
  return !relative(home, folder)
    .split(sep)
    .some((step) => step.startsWith(".") || step === "node_modules");
}

/** The first line of a file in that folder, by which editors know its schema; null where there is none around. */
export function schemaLine(folder: string, kind: SpecificationKind): string | null {
  for (let above = folder; ; above = dirname(above)) {
    const schema = join(above, "schemas", `${kind}.schema.json`);
    if (kindOfPath(schema) === "file") return `# yaml-language-server: $schema=${printedPath(schema, folder)}`;
    if (dirname(above) === above) return null;
  }
}
