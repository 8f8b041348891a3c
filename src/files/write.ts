import { createHash, randomUUID } from "node:crypto";
import { chmodSync, lstatSync, mkdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { environmentError } from "../cli/user-error.ts";
import { reasonOf } from "./read.ts";

export interface FileToWrite {
  /** Absolute. */
  readonly path: string;
  /** As named to the user. */
  readonly printed: string;
  readonly bytes: Uint8Array;
}

/**
 * Writes all files or none. Each is first written beside its place under another name; when every one is there, they
 * take their places, and what stood there is kept aside until the last has.
 *
 * @throws UserError where the machine refuses; everything is then as it was before.
 */
export function writeFiles(files: readonly FileToWrite[]): void {
  const undo: (() => void)[] = [];
  const tidy: (() => void)[] = [];
  try {
    const staged = files.map((file) => stage(file, undo));
    for (const one of staged) put(one, undo, tidy);
  } catch (error) {
    for (const step of undo.reverse()) step();
    throw error;
  }
  for (const step of tidy) step();
}

interface Staged {
  readonly file: FileToWrite;
  readonly aside: string;
}

function stage(file: FileToWrite, undo: (() => void)[]): Staged {
  const aside = `${file.path}.${randomUUID().slice(0, 8)}`;
  attempt(file, () => {
    const first = mkdirSync(dirname(file.path), { recursive: true });
    if (first !== undefined) undo.push(() => removeFolders(dirname(file.path), first));
    undo.push(() => rmSync(`${aside}.new`, { force: true }));
    writeFileSync(`${aside}.new`, file.bytes);
    const there = lstatSync(file.path, { throwIfNoEntry: false });
    // What takes the place of a file is as open to others as that was.
    if (there?.isFile()) chmodSync(`${aside}.new`, there.mode & 0o777);
  });
  return { file, aside };
}

/** Removes a folder and those above it, up to the one that was made first. */
function removeFolders(last: string, first: string): void {
  for (let folder = last; folder.length >= first.length; folder = dirname(folder)) rmdirSync(folder);
}

function put({ file, aside }: Staged, undo: (() => void)[], tidy: (() => void)[]): void {
  attempt(file, () => {
    const there = lstatSync(file.path, { throwIfNoEntry: false });
    if (there?.isDirectory()) throw Object.assign(new Error("it is a folder"), { code: "EISDIR" });
    if (there !== undefined) {
      renameSync(file.path, `${aside}.old`);
      undo.push(() => renameSync(`${aside}.old`, file.path));
      tidy.push(() => rmSync(`${aside}.old`, { force: true }));
    } else {
      undo.push(() => rmSync(file.path, { force: true }));
    }
    renameSync(`${aside}.new`, file.path);
  });
}

function attempt(file: FileToWrite, work: () => void): void {
  try {
    work();
  } catch (error) {
    throw environmentError(`Cannot write ${file.printed}: ${reasonOf(error)}`);
  }
}

/** SHA-256, as hex. */
export function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
