import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
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
    const staged = files.map((file) => stage(file, tidy));
    for (const one of staged) put(one, undo, tidy);
  } catch (error) {
    for (const step of undo.reverse()) step();
    throw error;
  } finally {
    for (const step of tidy) step();
  }
}

interface Staged {
  readonly file: FileToWrite;
  readonly aside: string;
}

function stage(file: FileToWrite, tidy: (() => void)[]): Staged {
  const aside = `${file.path}.${randomUUID().slice(0, 8)}`;
  tidy.push(() => rmSync(`${aside}.new`, { force: true }));
  attempt(file, () => {
    mkdirSync(dirname(file.path), { recursive: true });
    writeFileSync(`${aside}.new`, file.bytes);
  });
  return { file, aside };
}

function put({ file, aside }: Staged, undo: (() => void)[], tidy: (() => void)[]): void {
  if (existsSync(file.path)) {
    attempt(file, () => renameSync(file.path, `${aside}.old`));
    undo.push(() => renameSync(`${aside}.old`, file.path));
    tidy.push(() => rmSync(`${aside}.old`, { force: true }));
  } else {
    undo.push(() => rmSync(file.path, { force: true }));
  }
  attempt(file, () => renameSync(`${aside}.new`, file.path));
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
