import { tableStart } from "./table-start.ts";

/** The numbers that a font's table `name` has for the family, for old programs and for new ones. */
const family: readonly number[] = [1, 16];
const unicode: readonly number[] = [0, 3];

/**
 * The same font under another family name, which is no longer than its own. Machines have fonts of their own, and one of
 * the same family with a weight that ours lack would be taken for it: then a paper would differ from machine to machine.
 */
export function renameFamily(font: Uint8Array, name: string): Uint8Array {
  const bytes = Buffer.from(font);
  const start = tableStart(bytes, "name");
  const strings = start + bytes.readUInt16BE(start + 4);
  for (let at = 0; at < bytes.readUInt16BE(start + 2); at += 1) {
    const entry = start + 6 + at * 12;
    if (!family.includes(bytes.readUInt16BE(entry + 6))) continue;
    const isWide = unicode.includes(bytes.readUInt16BE(entry));
    const written = isWide ? Buffer.from(name, "utf16le").swap16() : Buffer.from(name, "latin1");
    if (written.length > bytes.readUInt16BE(entry + 8)) throw new Error(`${name} is longer than the font's own name`);
    written.copy(bytes, strings + bytes.readUInt16BE(entry + 10));
    bytes.writeUInt16BE(written.length, entry + 8);
  }
  return bytes;
}
