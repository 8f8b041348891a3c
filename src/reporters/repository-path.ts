import { posix } from "node:path";
import type { Report } from "./report.ts";

/** A printed path as services want it: from the root of the repository. What lies on another drive stays whole. */
export function repositoryPath({ below }: Report, path: string): string {
  return isWhole(path) ? path : posix.normalize(below + path);
}

/** Whether a path begins at the root of a machine or of a drive. */
export function isWhole(path: string): boolean {
  return /^(?:\/|[a-z]:\/)/iu.test(path);
}
