import { accessSync, constants } from "node:fs";
import { environmentError } from "../cli/user-error.ts";

/** Whoever made a file read-only meant it, though another could take its place. @throws UserError */
export function refuseReadOnly(path: string, printed: string): void {
  try {
    accessSync(path, constants.W_OK);
  } catch {
    throw environmentError(`Cannot write ${printed}: it is read-only; make it writable, or name other files`);
  }
}
