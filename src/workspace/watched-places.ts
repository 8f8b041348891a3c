import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { isPattern, isSpecificationName } from "../files/find.ts";
import { isInside } from "../files/paths.ts";
import { brandFolderOf } from "./house-of.ts";
import type { Memory } from "./memory.ts";
import { findWorkspaceRoot, outputFolder, specificationFolders, workspaceFileName } from "./workspace.ts";

/** Where a change may mean another answer of a check, and where it may not. */
export interface WatchedPlaces {
  /** Files and folders, absolute; they need not exist. */
  readonly paths: readonly string[];
  /** Whether nothing there matters; a folder of which this is said is not even looked into. */
  readonly isIgnored: (path: string, isFile: boolean) => boolean;
  /** The same for the same places. */
  readonly key: string;
}

/**
 * The workspaces that the paths on the command line lie in: their specifications, their settings and their house style;
 * not what is made from them. `files` are watched besides.
 */
export async function watchedPlaces(
  cwd: string,
  given: readonly string[],
  memory: Memory,
  files: readonly string[],
): Promise<WatchedPlaces> {
  const starts = given.length === 0 ? [cwd] : given.map((typed) => startOf(resolve(cwd, typed)));
  const roots = new Set(starts.map((start) => rootOf(start, memory)));
  const outputs: string[] = [];
  const brands: string[] = [];
  // Without paths, what lies outside the folders that the settings name is not asked for.
  const paths = new Set(given.length === 0 ? [] : starts);
  for (const root of roots) {
    const workspace = await memory.openWorkspace(root, cwd);
    outputs.push(outputFolder(workspace));
    const brand = brandFolderOf(workspace);
    if (brand !== null) brands.push(brand);
    for (const one of [join(root, workspaceFileName), ...specificationFolders(workspace)]) paths.add(one);
  }
  const wanted = [...files.map((file) => resolve(cwd, file)), ...brands];
  const bases = [...paths, ...wanted];
  return {
    paths: outermost(bases),
    key: JSON.stringify([bases, outputs]),
    isIgnored: (path, isFile) => {
      if (bases.includes(path)) return false;
      if (wanted.some((one) => isWalked(path, one))) return false;
      const isReached = bases.some((base) => isWalked(path, base) && !outputs.some((out) => isOutput(path, out, base)));
      return !isReached || (isFile && !mayMatter(path));
    },
  };
}

/** A pattern is looked for from where its fixed part ends. */
function startOf(path: string): string {
  let start = path;
  while (isPattern(start) && dirname(start) !== start) start = dirname(start);
  return start;
}

function rootOf(start: string, memory: Memory): string {
  const kind = memory.view.kindOf(start);
  const folder = kind === "folder" ? start : dirname(start);
  return findWorkspaceRoot(folder, memory.view) ?? folder;
}

/** Whether somebody who walks through `base` comes by: dot-folders and node_modules are passed over. */
function isWalked(path: string, base: string): boolean {
  if (!isInside(path, base)) return false;
  return !relative(base, path)
    .split(sep)
    .some((step) => step.startsWith(".") || step === "node_modules");
}

function isOutput(path: string, output: string, base: string): boolean {
  return isInside(path, output) && !isInside(base, output);
}

/** A specification, or what looks as if it were meant as one. */
function mayMatter(path: string): boolean {
  return isSpecificationName(path) || /\.ya?ml\.\w+$/iu.test(basename(path));
}

/** What lies in a folder that is watched is watched with it, unless it would be passed over there. */
function outermost(paths: readonly string[]): readonly string[] {
  return [...new Set(paths)].filter((path) => !paths.some((other) => other !== path && isWalked(path, other)));
}
