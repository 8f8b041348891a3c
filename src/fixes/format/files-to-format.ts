import { join, resolve } from "node:path";
import type { Io } from "../../cli/io.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { isInside, printedPath } from "../../files/paths.ts";
import { kindOfPath } from "../../files/read.ts";
import { brandFileOf } from "../../workspace/house-of.ts";
import { findTargets } from "../../workspace/targets.ts";
import { openWorkspace, type Workspace, workspaceFileName } from "../../workspace/workspace.ts";

/** A file that may be formatted. */
export interface Candidate {
  /** Absolute; for standard input the name that it goes by. */
  readonly path: string;
  readonly printed: string;
  /** Of a file of settings; null where the file itself has to say what it is. */
  readonly settings: "workspace" | "brand" | null;
  readonly isNamed: boolean;
  readonly isStdin: boolean;
}

export interface Candidates {
  /** In the order of their paths. */
  readonly files: readonly Candidate[];
  /** What is wrong with workspace files: nobody knows then which files there are. */
  readonly broken: readonly Diagnostic[];
}

/** The specifications that some paths mean, and the settings that lie in them; without paths, those of the workspace. @throws UserError */
export async function filesToFormat(io: Io, paths: readonly string[], stdinName: string): Promise<Candidates> {
  const targets = await findTargets(io, paths, { stdinName });
  const roots = [...new Set(targets.map(({ root }) => root))];
  const workspaces: Workspace[] = [];
  for (const root of roots) workspaces.push(await openWorkspace(root, io.cwd));
  const isStdin = targets.some((target) => target.isStdin);
  const broken = isStdin
    ? []
    : workspaces.flatMap(({ findings }) => findings).filter(({ severity }) => severity === "error");
  const isAsked = (path: string) => paths.length === 0 || paths.some((typed) => isInside(path, resolve(io.cwd, typed)));
  const settings = new Map<string, "workspace" | "brand">();
  for (const workspace of workspaces) {
    settings.set(join(workspace.root, workspaceFileName), "workspace");
    const brand = brandFileOf(workspace);
    if (brand !== null) settings.set(brand, "brand");
  }
  const found = new Map(targets.map(({ path, isNamed, isStdin }) => [path, { path, isNamed, isStdin }]));
  for (const path of settings.keys()) {
    if (!found.has(path) && isAsked(path) && kindOfPath(path) === "file")
      found.set(path, { path, isNamed: true, isStdin: false });
  }
  const files = [...found.values()].map((one) => ({
    ...one,
    printed: printedPath(one.path, io.cwd),
    settings: settings.get(one.path) ?? null,
  }));
  return { files: files.sort((a, b) => (a.printed < b.printed ? -1 : 1)), broken };
}
