import type { Position, Range } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";

const byteOrderMark = "\ufeff";

/** A text, and where its offsets are in the protocol's lines and letters: a class because the table of lines is made once. */
export class PlacedText {
  /** Without a byte-order mark, which counts in the protocol and nowhere else. */
  readonly text: string;
  /** As the editor has it. */
  readonly written: string;
  readonly #document: TextDocument;
  readonly #shift: number;

  constructor(written: string) {
    this.written = written;
    this.#shift = written.startsWith(byteOrderMark) ? 1 : 0;
    this.text = written.slice(this.#shift);
    this.#document = TextDocument.create("", "yaml", 0, written);
  }

  range(start: number, end: number): Range {
    return { start: this.position(start), end: this.position(end) };
  }

  position(offset: number): Position {
    return this.#document.positionAt(offset + this.#shift);
  }

  offset(position: Position): number {
    return Math.max(0, this.#document.offsetAt(position) - this.#shift);
  }
}
