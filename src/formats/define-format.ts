import type { Page } from "../page/page.ts";

/** A way to write a page down. It knows nothing of the papers, and they know nothing of it. */
export interface Format {
  /** The word for `--to`, and the ending of the file. */
  readonly id: string;
  /** Made where nobody says which forms they want. */
  readonly isUsual: boolean;
  readonly encode: (page: Page) => Promise<Uint8Array> | Uint8Array;
}

export function defineFormat(format: Format): Format {
  return format;
}
