/** What a file of pixels is, by its first bytes and not by its name. */
export interface Picture {
  readonly type: "image/png" | "image/jpeg";
  readonly width: number;
  readonly height: number;
}

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** The kind and size of a picture; "damaged" where it breaks off, null where it is of no kind that papers take. */
export function readPicture(bytes: Uint8Array): Picture | "damaged" | null {
  if (pngSignature.every((byte, at) => bytes[at] === byte)) return readPng(bytes) ?? "damaged";
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return readJpeg(bytes) ?? "damaged";
  return null;
}

/** Chunks one behind another, the size in the first: ISO/IEC 15948. */
function readPng(bytes: Uint8Array): Picture | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let size: Picture | null = null;
  for (let at = pngSignature.length; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const name = new TextDecoder("latin1").decode(bytes.subarray(at + 4, at + 8));
    const end = at + 12 + length;
    if (end > bytes.length) return null;
    if (name === "IHDR" && length >= 8) {
      size = { type: "image/png", width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    }
    if (name === "IEND") return size !== null && size.width > 0 && size.height > 0 ? size : null;
    at = end;
  }
  return null;
}

/** Segments one behind another, the size in the one that begins a frame: ITU-T T.81. */
function readJpeg(bytes: Uint8Array): Picture | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const isWhole = lastMarker(bytes) === 0xd9;
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) {
      if (at + 9 > bytes.length) return null;
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
      return isWhole && width > 0 && height > 0 ? { type: "image/jpeg", width, height } : null;
    }
    if (marker === 0xda) return null;
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

/** Some programs leave a few zeros behind the end. */
function lastMarker(bytes: Uint8Array): number {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end -= 1;
  return bytes[end - 2] === 0xff ? (bytes[end - 1] ?? 0) : 0;
}
