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

/** A file that may be broken, with what keeps it from being read. */
type Read = LaidOut & { readonly findings: readonly unknown[] };

/** For people: the files that have a new layout, and how many there are in all. */
export function prettyFormatted(files: readonly Read[], isWritten: boolean, isListed = true): string {
  const changed = files.filter(isChanged);
  const word = isWritten ? "Formatted" : "Not formatted:";
  const lines = changed.map((one) => `${word} ${printable(one.printed)}${keysOf(one)}\n`);
  return `${isListed ? lines.join("") : ""}${conclusion(files, isWritten)}\n`;
}

function conclusion(files: readonly Read[], isWritten: boolean): string {
  const changed = files.filter(isChanged).length;
  const broken = files.filter(({ findings }) => findings.length > 0).length;
  const others = files.length - broken;
  const stay = broken === 1 ? "cannot be read and stays as it is" : "cannot be read and stay as they are";
  const lookedAt = `Looked at ${countOf(files.length, "file")}`;
  if (broken > 0 && others === 0) return `${lookedAt}, which ${stay}.`;
  const start = broken === 0 ? lookedAt : `${lookedAt}, of which ${broken} ${stay}`;
  if (changed === 0)
    return `${start}: nothing to format${broken === 0 ? "" : ` in the other${others === 1 ? "" : "s"}`}.`;
  if (isWritten) return `${start}${broken === 0 ? "," : ":"} formatted ${changed}.`;
  return `${start}: ${changed} ${changed === 1 ? "is" : "are"} not formatted. ${code("qualspec fmt")} does it.`;
}

function keysOf({ keys }: LaidOut): string {
  return keys === 0 ? "" : ` with ${countOf(keys, "new key")}`;
}

/** The files that could not be laid out for another reason than that they cannot be read. */
export function notesOf(files: readonly Read[]): readonly string[] {
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
