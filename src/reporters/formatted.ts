import { printable } from "../text/printable.ts";
import { code, countOf } from "../text/words.ts";

/** A file, and what became of its layout. */
export interface LaidOut {
  readonly printed: string;
  readonly before: string;
  readonly after: string;
  /** Why it stays as it is; null where it need not. */
  readonly left: string | null;
  /** New ones. */
  readonly keys: number;
}

/** For people: the files that have a new layout, and how many there are in all. */
export function prettyFormatted(files: readonly LaidOut[], isWritten: boolean, isListed = true): string {
  const changed = files.filter(isChanged);
  const word = isWritten ? "Formatted" : "Not formatted:";
  const lines = changed.map((one) => `${word} ${printable(one.printed)}${keysOf(one)}\n`);
  return `${isListed ? lines.join("") : ""}${conclusion(changed.length, files.length, isWritten)}\n`;
}

function conclusion(changed: number, all: number, isWritten: boolean): string {
  const files = countOf(all, "file");
  if (changed === 0) return `Looked at ${files}: nothing to format.`;
  if (isWritten) return `Looked at ${files}, formatted ${changed}.`;
  return `Looked at ${files}: ${changed} ${changed === 1 ? "is" : "are"} not formatted. ${code("qualspec fmt")} does it.`;
}

function keysOf({ keys }: LaidOut): string {
  return keys === 0 ? "" : ` with ${countOf(keys, "new key")}`;
}

/** The files that could not be laid out for another reason than that they cannot be read. */
export function notesOf(files: readonly (LaidOut & { readonly findings: readonly unknown[] })[]): readonly string[] {
  return files.flatMap(({ printed, left, findings }) =>
    left === null || findings.length > 0 ? [] : [`Left alone: ${printable(printed)}, since ${left}`],
  );
}

export function jsonFormatted(files: readonly LaidOut[]) {
  return {
    files: files.map((one) => ({
      path: one.printed,
      status: isChanged(one) ? "formatted" : one.left === null ? "unchanged" : "left",
      keys: one.keys,
      why: one.left,
    })),
  };
}

function isChanged({ before, after }: LaidOut): boolean {
  return before !== after;
}
