/** A file that a command has made or changed, or would. */
export interface MadeFile {
  readonly path: string;
  readonly kind: "qualification" | "unit" | "framework" | "workspace";
  /** null for the settings of a workspace. */
  readonly id: string | null;
}

/** The files that were written; with `written` false, those that would have been. */
export function jsonMade(files: readonly MadeFile[], written: boolean) {
  return { written, files };
}
