import { basename, dirname, resolve } from "node:path";
import type { Io } from "../cli/io.ts";
import { type UserError, usageError } from "../cli/user-error.ts";
import { isPattern, namesIn } from "../files/find.ts";
import { isInside, printedPath } from "../files/paths.ts";
import { disk, type FileView } from "../files/view.ts";
import { code } from "../text/words.ts";
import { filesThatAreNone } from "./misnamed.ts";
import {
  findWorkspaceRoot,
  openWorkspace,
  outputFolder,
  specificationFolders,
  workspaceFileName,
} from "./workspace.ts";

/** A file to look at. */
export interface Target {
  /** Absolute; for standard input the name that it goes by. */
  readonly path: string;
  /** The user named this very file, so that it must be a specification. */
  readonly isNamed: boolean;
  readonly isStdin: boolean;
  /** The folder of its workspace. */
  readonly root: string;
  /** What the user typed. */
  readonly typed: string;
}

export interface TargetOptions {
  /** The name that standard input goes by. */
  readonly stdinName: string;
  /** What is read instead of the disk. */
  readonly view?: FileView;
  /** Whether a folder without specifications is in order. */
  readonly mayBeNone?: boolean;
}

/** The files that the paths on the command line mean; without paths, the workspace's specifications. @throws UserError */
export async function findTargets(
  io: Io,
  paths: readonly string[],
  options: TargetOptions,
): Promise<readonly Target[]> {
  const typed = paths.length > 0 ? paths : await defaultPaths(io, options);
  const found: Target[] = [];
  for (const one of typed) {
    const expanded = await expand(io, one, options).then((some) =>
      some.length > 0 ? some : brokenSettings(io, one, options),
    );
    if (expanded.length === 0 && options.mayBeNone !== true) throw noSpecifications(one, io.cwd);
    found.push(...expanded);
  }
  const unique = new Map<string, Target>();
  for (const target of found) {
    const known = unique.get(target.path);
    unique.set(target.path, { ...target, isNamed: target.isNamed || known?.isNamed === true });
  }
  return [...unique.values()];
}

/** A folder that holds none, so that a check of it would find nothing and say that all is well. */
export function noSpecifications(typed: string, cwd: string): UserError {
  const where = typed === cwd ? "this folder" : code(typed);
  const folder = resolve(cwd, typed);
  const others = disk.kindOf(folder) === "folder" ? filesThatAreNone(folder, cwd) : "";
  const but = others === "" ? "" : `, but there is only ${others}`;
  return usageError(
    `No specifications in ${where}, expected .yaml files that begin with ${code("kind:")}${but}; name another folder, or make a new one with ${code("qualspec init")}`,
  );
}

/** The workspace file of a folder in which nothing was found, where that is not in order: it may say where to look. */
async function brokenSettings(io: Io, typed: string, { view = disk }: TargetOptions): Promise<readonly Target[]> {
  const folder = resolve(io.cwd, typed);
  const root = view.kindOf(folder) === "folder" ? findWorkspaceRoot(folder, view) : null;
  if (root === null) return [];
  const { findings } = await openWorkspace(root, io.cwd, view);
  const isBroken = findings.some(({ severity }) => severity === "error");
  return isBroken ? [{ path: resolve(root, workspaceFileName), isNamed: false, isStdin: false, root, typed }] : [];
}

async function defaultPaths(io: Io, { view = disk }: TargetOptions): Promise<readonly string[]> {
  const root = findWorkspaceRoot(io.cwd, view);
  if (root === null) return [io.cwd];
  const workspace = await openWorkspace(root, io.cwd, view);
  const paths = specificationFolders(workspace);
  const gone = paths.findIndex((path) => !isPattern(path) && view.kindOf(path) === "nothing");
  if (gone === -1 || workspace.spec === null) return paths;
  const { file, start } = workspace.spec.valueAt(["specs", gone]);
  const { line, column } = file.positionAt(start);
  throw usageError(
    `No such file or folder: ${code(printedPath(paths[gone] ?? root, io.cwd))}, which ${code("specs")} names in ${file.path}, line ${line}, column ${column}; correct it there, or make it`,
  );
}

async function expand(io: Io, typed: string, options: TargetOptions): Promise<readonly Target[]> {
  if (typed === "-") return [stdinTarget(io, options)];
  // A variable of a script that holds nothing is not a wish to check everything.
  if (typed.trim() === "") throw usageError("Unexpected empty path, expected a file or a folder; leave it out for all");
  const { view = disk } = options;
  const path = resolve(io.cwd, typed);
  switch (view.kindOf(path)) {
    case "file":
      return [fileTarget(path, typed, view)];
    case "folder":
      return folderTargets(path, typed, io.cwd, view);
    case "nothing":
      return patternTargets(io, typed, view);
  }
}

function stdinTarget(io: Io, options: TargetOptions): Target {
  const { view = disk } = options;
  const path = resolve(io.cwd, options.stdinName);
  return {
    path,
    isNamed: true,
    isStdin: true,
    root: findWorkspaceRoot(dirname(path), view) ?? dirname(path),
    typed: "-",
  };
}

function fileTarget(path: string, typed: string, view: FileView): Target {
  const root = findWorkspaceRoot(dirname(path), view) ?? dirname(path);
  return { path, isNamed: true, isStdin: false, root, typed };
}

async function folderTargets(folder: string, typed: string, cwd: string, view: FileView): Promise<readonly Target[]> {
  const paths = view.yamlFiles(folder, new Set()).filter((path) => basename(path) !== workspaceFileName);
  const roots = new Map<string, string>();
  const rootOf = (below: string) => {
    const root = roots.get(below) ?? findWorkspaceRoot(below, view) ?? folder;
    roots.set(below, root);
    return root;
  };
  const found = paths.map(
    (path): Target => ({ path, isNamed: false, isStdin: false, root: rootOf(dirname(path)), typed }),
  );
  const outputs = new Map<string, string>();
  for (const root of new Set(found.map((target) => target.root))) {
    outputs.set(root, outputFolder(await openWorkspace(root, cwd, view)));
  }
  return found.filter(({ path, root }) => {
    const output = outputs.get(root) ?? "";
    return !isInside(path, output) || isInside(folder, output);
  });
}

async function patternTargets(io: Io, typed: string, view: FileView): Promise<readonly Target[]> {
  const found = isPattern(typed) ? await view.matching(typed, io.cwd) : [];
  if (found.length > 0) return found.map((path) => fileTarget(path, typed, view));
  const what = isPattern(typed) ? `No file matches ${code(typed)}` : `No such file or folder: ${code(typed)}`;
  const meant = isPattern(typed) ? null : meantPath(typed, io.cwd, view);
  if (meant !== null) throw usageError(`${what}; ${meant}`);
  throw usageError(`${what}; check the spelling, and that you are in the right folder (you are in ${io.cwd})`);
}

/** A name that was cut at its first space, or an id in place of its file; null where it is neither. */
function meantPath(typed: string, cwd: string, view: FileView): string | null {
  const path = resolve(cwd, typed);
  const whole = view.kindOf(dirname(path)) === "folder" ? namesIn(dirname(path)) : [];
  const spaced = whole.find((name) => name.startsWith(`${basename(path)} `));
  if (spaced !== undefined) {
    const meant = typed.slice(0, typed.length - basename(path).length) + spaced;
    return `a name with spaces stands in quotes: ${code(`"${meant}"`)}`;
  }
  if (!/^[\w-]+$/u.test(typed)) return null;
  const root = findWorkspaceRoot(cwd, view) ?? cwd;
  const files = view.yamlFiles(root, new Set());
  const file = files.find(
    (one) =>
      basename(one)
        .replace(/\.ya?ml$/iu, "")
        .toLowerCase() === typed.toLowerCase(),
  );
  return file === undefined ? null : `name its file: ${code(printedPath(file, cwd))}`;
}
