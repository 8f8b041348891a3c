import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** npm's own program, named by npm when it runs a script; undefined where something else started us. */
export function findNpm(): string | undefined {
  const path = process.env["npm_execpath"];
  return path !== undefined && /npm-cli\.[cm]?js$/u.test(path) ? path : undefined;
}

/**
 * Packs what would be published and installs it in an empty project under `folder`, without a registry.
 * What it holds has been built before: the scripts of the package do not run.
 *
 * @returns the folder of the installed package.
 */
export function installPackage(npm: string, folder: string): string {
  const run = (args: readonly string[], cwd: string) =>
    execFileSync(process.execPath, [npm, ...args, "--ignore-scripts"], { cwd, encoding: "utf8", stdio: "pipe" });
  run(["pack", "--pack-destination", folder], root);
  const tarball = readdirSync(folder).find((name) => name.endsWith(".tgz"));
  if (tarball === undefined) throw new Error("npm packed nothing");
  const project = join(folder, "project");
  mkdirSync(project);
  writeFileSync(join(project, "package.json"), '{ "name": "project", "private": true }\n');
  run(["install", join(folder, tarball), "--offline", "--no-audit", "--no-fund"], project);
  return join(project, "node_modules", "qualspec");
}

/** Bytes of all files in a folder and below it. */
export function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}
