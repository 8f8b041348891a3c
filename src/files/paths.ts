import { isAbsolute, relative, resolve, sep } from "node:path";

/** A path as printed: relative to where the user stands (on another drive, whole), with forward slashes on every machine. */
export function printedPath(path: string, cwd: string): string {
  const below = relative(cwd, path);
  const printed = below === "" ? "." : below;
  return printed.split(sep).join("/");
}

/** Whether `path` is `folder` or lies in it. */
export function isInside(path: string, folder: string): boolean {
  const below = relative(resolve(folder), resolve(path));
  return below === "" || !(below === ".." || below.startsWith(`..${sep}`) || isAbsolute(below));
}

/** The absolute path that something typed means. */
export function resolvePath(typed: string, cwd: string): string {
  return resolve(cwd, typed);
}
