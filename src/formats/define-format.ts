import type { Page } from "../page/page.ts";

/** A way to write a page down. It knows nothing of the papers, and they know nothing of it. */
export interface Format {
  /** The word for `--to`, and the ending of the file. */
  readonly id: string;
  /** Made where nobody says which forms they want. */
  readonly isUsual: boolean;
  /** Tells each sign that this form has no letter for. @throws MissingProgram where it needs what is not installed. */
  readonly encode: (page: Page, onMissing?: OnMissing) => Promise<Uint8Array> | Uint8Array;
}

export type OnMissing = (sign: string) => void;

export function defineFormat(format: Format): Format {
  return format;
}

/** What a format needs and this machine does not have; the message says what to type. */
export class MissingProgram extends Error {}
