import { brotliDecompressSync } from "node:zlib";
import { fonts as packed } from "../../generated/pdf.js";

/**
 * The fonts of all papers in PDF. They come with qualspec: whatever fonts a machine has, the engine takes these before
 * its own and before the machine's, so that the same paper has the same bytes everywhere.
 */
export function unpackFonts(): readonly Uint8Array[] {
  const whole = brotliDecompressSync(Buffer.from(packed.bytes, "base64"));
  let start = 0;
  return packed.sizes.map((size) => {
    start += size;
    return whole.subarray(start - size, start);
  });
}
