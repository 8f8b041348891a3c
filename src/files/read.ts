import { readFileSync, statSync } from "node:fs";
import { environmentError } from "../cli/user-error.ts";

/** Besides ENOENT: what the operating system answers for a path that leads to nothing. */
const leadsNowhere = ["ENOTDIR", "ELOOP", "ENAMETOOLONG"];

/** Whether a path is a file, a folder, or nothing. @throws UserError where the machine does not let us look. */
export function kindOfPath(path: string): "file" | "folder" | "nothing" {
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined) return "nothing";
    return stat.isDirectory() ? "folder" : "file";
  } catch (error) {
    if (leadsNowhere.includes((error as NodeJS.ErrnoException).code ?? "")) return "nothing";
    throw environmentError(`Cannot look at ${path}: ${reasonOf(error)}`);
  }
}

/** How many bytes a file has. @throws UserError where the machine refuses. */
export function sizeOf(path: string, printed: string): number {
  try {
    return statSync(path).size;
  } catch (error) {
    throw environmentError(`Cannot read ${printed}: ${reasonOf(error)}`);
  }
}

/** The bytes of a file. @throws UserError where the machine refuses. */
export function readBytes(path: string, printed: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw environmentError(`Cannot read ${printed}: ${reasonOf(error)}`);
  }
}

/** The bytes of a file, or null where there is none. */
export function readBytesIfThere(path: string, printed: string): Uint8Array | null {
  return kindOfPath(path) === "nothing" ? null : readBytes(path, printed);
}

/** What the operating system said, in words that name the usual remedy. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case "EACCES":
    case "EPERM":
      return "no permission; check who owns it, and whether another program has it open";
    case "EBUSY":
      return "another program has it open; close it there and try again";
    case "ENOSPC":
      return "the disk is full; make room and try again";
    case "EROFS":
      return "the disk is read-only; choose another folder";
    case "EISDIR":
      return "it is a folder";
    case "ENOTDIR":
    case "EEXIST":
      return "a part of the path is a file, not a folder";
    case "ENAMETOOLONG":
      return "the name is too long";
    default:
      return message;
  }
}
