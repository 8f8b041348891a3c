/** What stands in one control, or between the ends of one bookmark. */
export interface Written {
  /** null where nothing stands in it but a prompt. */
  readonly text: string | null;
  /** Of a check box; null where it is none. */
  readonly isChecked: boolean | null;
}

/** Gathers it piece by piece: a class, since pieces of the same text come from all over a document. */
export class Writing {
  isChecked: boolean | null = null;
  #text = "";
  #hasText = false;
  /** Line ends that count only where more text follows. */
  #ends = 0;

  add(text: string): void {
    this.#text += "\n".repeat(this.#ends) + text;
    this.#ends = 0;
    this.#hasText = true;
  }

  endParagraph(): void {
    if (this.#hasText) this.#ends += 1;
  }

  written(): Written {
    return { text: this.#hasText ? this.#text : null, isChecked: this.isChecked };
  }
}
