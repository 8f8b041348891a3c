import { readdirSync, realpathSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import { environmentError, usageError } from "../cli/user-error.ts";
import { code } from "../text/words.ts";
import { kindOfPath, reasonOf } from "./read.ts";

/** Whether a file may hold a specification, by its name. */
export function isSpecificationName(name: string): boolean {
  return /\.ya?ml$/iu.test(name);
}

/**
 * The YAML files in a folder and below it, in name order; dot-folders, node_modules and `skipped` folders are left out.
 * Links are followed, and what several lead to is found once. A file stands for itself.
 */
export function findYamlFiles(folder: string, skipped: ReadonlySet<string>): readonly string[] {
  const root = resolve(folder);
  switch (kindOfPath(root)) {
    case "file":
      return [root];
    case "nothing":
      throw usageError(`No such folder: ${code(folder)}; check the spelling, in the workspace file too`);
    case "folder":
      return findFiles(root, skipped, isSpecificationName);
  }
}

/** The files in a folder and below it whose names are wanted, as above. */
export function findFiles(
  folder: string,
  skipped: ReadonlySet<string>,
  isWanted: (name: string) => boolean,
): readonly string[] {
  const found: string[] = [];
  walk(resolve(folder), { skipped, isWanted, found, visited: new Set() });
  return found;
}

interface Walk {
  readonly skipped: ReadonlySet<string>;
  readonly isWanted: (name: string) => boolean;
  readonly found: string[];
  readonly visited: Set<string>;
}

function walk(folder: string, all: Walk): void {
  const { skipped, isWanted, found, visited } = all;
  if (!isNew(folder, visited)) return;
  for (const entry of readFolder(folder)) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith(".") || entry.name === "node_modules" || skipped.has(path)) continue;
    const kind = entry.isSymbolicLink() ? kindOfPath(path) : null;
    if (entry.isDirectory() || kind === "folder") walk(path, all);
    else if (!entry.isFile() && kind !== "file") continue;
    else if (isWanted(entry.name) && isNew(path, visited)) found.push(path);
  }
}

/** Whether a path leads to what no other path led to before. */
function isNew(path: string, visited: Set<string>): boolean {
  const real = realpathSync(path);
  if (visited.has(real)) return false;
  visited.add(real);
  return true;
}

/** What stands in a folder, in name order. */
export function namesIn(folder: string): readonly string[] {
  return readFolder(folder).map(({ name }) => name);
}

function readFolder(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    throw environmentError(`Cannot read the folder ${folder}: ${reasonOf(error)}`);
  }
}

/** Whether a path is meant as a pattern. */
export function isPattern(path: string): boolean {
  return /[*?{[]/u.test(path);
}

/** The files and folders that a pattern such as `units/*.yaml` names, in name order. */
export async function expandPattern(pattern: string, cwd: string): Promise<readonly string[]> {
  const { globSync } = await import("tinyglobby");
  const forward = sep === "\\" ? pattern.replace(/\\/gu, "/") : pattern;
  return globSync(forward, { cwd, absolute: true, expandDirectories: false, ignore: ["**/node_modules/**"] }).sort();
}
