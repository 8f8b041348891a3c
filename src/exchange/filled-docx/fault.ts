/** Why a file cannot be read as a filled paper. */
export interface FileFault {
  readonly kind: "other" | "damaged" | "too-large";
  /** What it seems to be, or what is wrong with it, after "Unexpected". */
  readonly found: string;
  /** What its sender or reader can do, where that is not plain. */
  readonly remedy: string | null;
}

/** Thrown within the reader only, which answers with its fault. */
export class Unreadable extends Error {
  readonly fault: FileFault;

  constructor(kind: FileFault["kind"], found: string, remedy: string | null = null) {
    super(found);
    this.fault = { kind, found, remedy };
  }
}

export function damaged(found: string): Unreadable {
  return new Unreadable("damaged", found);
}
