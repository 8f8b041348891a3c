import { dirname, join, resolve } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { printedPath } from "../files/paths.ts";
import { disk, type FileView } from "../files/view.ts";
import type { WorkspaceShape } from "../schema/shapes.ts";
import { validate } from "../schema/validate.ts";
import { decode } from "../source/decode.ts";
import { parse } from "../source/parse.ts";
import type { SpecFile } from "../source/spec-file.ts";

export const workspaceFileName = "qualspec.yaml";

/** A folder of specifications that refer to each other, and how its house wants them checked and built. */
export interface Workspace {
  readonly root: string;
  readonly config: WorkspaceShape;
  /** The workspace file, or null where there is none. */
  readonly spec: SpecFile | null;
  /** What is wrong with the workspace file: any of it ends a command before it begins. */
  readonly findings: readonly Diagnostic[];
}

/** The nearest folder at or above `start` that holds a workspace file, or null. */
export function findWorkspaceRoot(start: string, view: FileView = disk): string | null {
  for (let folder = resolve(start); ; folder = dirname(folder)) {
    if (view.kindOf(join(folder, workspaceFileName)) === "file") return folder;
    if (dirname(folder) === folder) return null;
  }
}

/** Reads the workspace whose root is `root`; without a workspace file every setting is left to its default. */
export async function openWorkspace(root: string, cwd: string, view: FileView = disk): Promise<Workspace> {
  const path = join(root, workspaceFileName);
  if (view.kindOf(path) !== "file") return { root, config: {}, spec: null, findings: [] };
  const printed = printedPath(path, cwd);
  const decoded = decode(printed, view.bytes(path, printed));
  if (decoded.findings.length > 0) return { root, config: {}, spec: null, findings: decoded.findings };
  if (decoded.file.text.trim() === "") return { root, config: {}, spec: null, findings: [] };
  const { spec, findings } = parse(decoded.file);
  if (spec === null) return { root, config: {}, spec, findings: findings.filter(({ rule }) => rule !== "empty-file") };
  const shape = await validate(spec, "workspace");
  return {
    root,
    config: shape.length === 0 ? (spec.data as WorkspaceShape) : {},
    spec,
    findings: [...findings, ...shape],
  };
}

/** The folders that hold the workspace's specifications. */
export function specificationFolders(workspace: Workspace): readonly string[] {
  return (workspace.config.specs ?? ["."]).map((folder) => resolve(workspace.root, folder));
}

/** Where the papers of the workspace go unless the user names another place. */
export function outputFolder(workspace: Workspace): string {
  return resolve(workspace.root, workspace.config.out ?? "out");
}

/** The language of files that name none. */
export function languageOf({ config }: Workspace): string {
  return config.language ?? "en-GB";
}
