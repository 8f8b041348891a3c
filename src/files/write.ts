import { createHash, randomUUID } from "node:crypto";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
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

/** A file that gets another path; what it holds may be written at the same time, under the old one. */
export interface FileToMove {
  /** Absolute. */
  readonly from: string;
  /** Absolute; nothing may be there. */
  readonly to: string;
  /** Where it goes, as named to the user. */
  readonly printed: string;
}

/**
 * Writes and moves all files or none. @throws UserError where the machine refuses; everything is then as it was before.
 */
export function writeFiles(files: readonly FileToWrite[], moves: readonly FileToMove[] = []): void {
  const batch = new Batch();
  try {
    for (const file of files) batch.add(file);
    for (const move of moves) batch.move(move);
    batch.commit();
  } catch (error) {
    batch.abandon();
    throw error;
  }
}

/**
 * Files that appear together or not at all. Each is written at once, beside its place and under another name, so that
 * none is held in memory; `commit` lets them take their places, and keeps what stood there aside until the last has.
 */
export class Batch {
  readonly #undo: (() => void)[] = [];
  readonly #staged: Staged[] = [];
  readonly #moves: FileToMove[] = [];
  readonly #removed: Removed[] = [];

  /** @throws UserError where the machine refuses. */
  add(file: FileToWrite): void {
    this.#staged.push(stage(file, this.#undo));
  }

  /** Moves a file once all are in their places. */
  move(move: FileToMove): void {
    this.#moves.push(move);
  }

  /** A file that is gone when the others have taken their places, and the folders below `top` that it leaves empty. */
  remove(file: Omit<FileToWrite, "bytes">, top: string): void {
    this.#removed.push({ file, top });
  }

  /** @throws UserError where the machine refuses. */
  commit(): void {
    const tidy: (() => void)[] = [];
    for (const one of this.#staged) put(one, this.#undo, tidy);
    for (const one of this.#moves) moveFile(one, this.#undo);
    for (const one of this.#removed) take(one, this.#undo, tidy);
    this.#undo.length = 0;
    for (const step of tidy) step();
  }

  /** Leaves everything as it was before; after a commit there is nothing to undo. */
  abandon(): void {
    for (const step of this.#undo.reverse()) step();
    this.#undo.length = 0;
  }
}

/** A file on its way, without its bytes: those stand on the disk by then. */
interface Staged {
  readonly path: string;
  readonly printed: string;
  readonly aside: string;
}

function stage({ path, printed, bytes }: FileToWrite, undo: (() => void)[]): Staged {
  const staged = { path, printed, aside: `${path}.${randomUUID().slice(0, 8)}` };
  attempt(staged, () => {
    makeFolders(dirname(path), undo);
    undo.push(removing(`${staged.aside}.new`));
    writeFileSync(`${staged.aside}.new`, bytes);
    const there = lstatSync(path, { throwIfNoEntry: false });
    // What takes the place of a file is as open to others as that was.
    if (there?.isFile()) chmodSync(`${staged.aside}.new`, there.mode & 0o777);
  });
  return staged;
}

/** Made here, where no bytes are in sight: a function keeps everything alive that any function beside it looks at. */
function removing(path: string): () => void {
  return () => rmSync(path, { force: true });
}

/**
 * Makes a folder and those above it that are not there, one by one: asked for all at once, Node tries for ever where the
 * machine makes no folders at all, as below /proc.
 */
function makeFolders(last: string, undo: (() => void)[]): void {
  if (existsSync(last)) {
    if (statSync(last).isDirectory()) return;
    throw Object.assign(new Error("it is no folder"), { code: "ENOTDIR" });
  }
  if (dirname(last) !== last) makeFolders(dirname(last), undo);
  try {
    mkdirSync(last);
  } catch (error) {
    // Another program was quicker.
    if (statSync(last, { throwIfNoEntry: false })?.isDirectory() === true) return;
    const { code } = error as NodeJS.ErrnoException;
    throw code === "ENOENT" ? new Error("no folder can be made there; name another") : error;
  }
  undo.push(() => rmdirSync(last));
}

function put(file: Staged, undo: (() => void)[], tidy: (() => void)[]): void {
  const { aside } = file;
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

function moveFile(move: FileToMove, undo: (() => void)[]): void {
  const { from, to } = move;
  attempt(move, () => {
    if (existsSync(to)) throw new Error("another file is there; move it away, or choose another name");
    renameSync(from, to);
    undo.push(() => renameSync(to, from));
  });
}

interface Removed {
  readonly file: Omit<FileToWrite, "bytes">;
  readonly top: string;
}

function take({ file, top }: Removed, undo: (() => void)[], tidy: (() => void)[]): void {
  attempt(file, () => {
    if (!existsSync(file.path)) return;
    const aside = `${file.path}.${randomUUID().slice(0, 8)}.old`;
    renameSync(file.path, aside);
    undo.push(() => renameSync(aside, file.path));
    tidy.push(() => {
      rmSync(aside, { force: true });
      removeEmpty(dirname(file.path), top);
    });
  });
}

/** A folder in which somebody has put something stays. */
function removeEmpty(folder: string, top: string): void {
  if (folder === top || readdirSync(folder).length > 0) return;
  rmdirSync(folder);
  removeEmpty(dirname(folder), top);
}

function attempt(file: Pick<FileToWrite, "printed">, work: () => void): void {
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
