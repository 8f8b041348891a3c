const byteOrderMark = "\ufeff";

/** The bytes of a text that takes the place of a file: with a byte-order mark where that has one. */
export function encodeLike(before: Uint8Array, text: string): Uint8Array {
  const hasMark = new TextDecoder("utf-8", { ignoreBOM: true }).decode(before).startsWith(byteOrderMark);
  return Buffer.from(hasMark ? byteOrderMark + text : text);
}
