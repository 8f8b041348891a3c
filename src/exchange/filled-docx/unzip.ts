import { Inflate } from "fflate";
import { checksum } from "./checksum.ts";
import { damaged, Unreadable } from "./fault.ts";

/** Parts of a package by name; each is unpacked when it is asked for. */
export interface Zip {
  readonly names: readonly string[];
  /** null where there is no such part. @throws Unreadable */
  readonly read: (name: string) => Uint8Array | null;
}

interface Entry {
  readonly method: number;
  readonly isLocked: boolean;
  readonly checksum: number;
  readonly packed: number;
  readonly size: number;
  readonly start: number;
}

/** A paper of a thousand pages has a body of a tenth of this: what is larger is made to fill memory. */
const largestPart = 48 * 1024 * 1024;
const largestSum = 96 * 1024 * 1024;
const mostParts = 20_000;
const step = 64 * 1024;

/** Opens a zip archive, and unpacks no more than any paper needs, whatever the archive says of itself. @throws Unreadable */
export function openZip(bytes: Uint8Array): Zip {
  const entries = readDirectory(bytes);
  let sum = 0;
  return {
    names: [...entries.keys()],
    read: (name) => {
      const entry = entries.get(name);
      if (entry === undefined) return null;
      sum += entry.size;
      if (entry.size > largestPart || sum > largestSum) throw tooLarge(name);
      return unpack(bytes, entry, name);
    },
  };
}

function tooLarge(name: string): Unreadable {
  return new Unreadable("too-large", `part \`${name}\` that unpacks to more than any paper holds`);
}

function readDirectory(bytes: Uint8Array): ReadonlyMap<string, Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > mostParts) throw new Unreadable("too-large", `archive of ${count} parts`);
  const entries = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  for (let nth = 0; nth < count; nth += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50)
      throw damaged("archive whose list of parts is broken");
    const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    const after = at + 46 + (name ?? 0);
    const entry = {
      isLocked: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      start: view.getUint32(at + 42, true),
    };
    const written = new TextDecoder().decode(bytes.subarray(at + 46, after));
    if (!entries.has(written)) entries.set(written, entry);
    at = after + (extra ?? 0) + (comment ?? 0);
  }
  return entries;
}

/** The record that ends an archive stands before a comment of at most 65535 bytes. */
function findEnd(view: DataView): number {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 0xffff); at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  throw damaged("archive without an end, as of a download that was broken off");
}

function unpack(bytes: Uint8Array, entry: Entry, name: string): Uint8Array {
  if (entry.isLocked) throw new Unreadable("other", "archive with a password", "ask for it without one");
  const packed = packedBytes(bytes, entry, name);
  const content = entry.method === 0 ? packed : entry.method === 8 ? inflate(packed, entry.size, name) : null;
  if (content === null || content.length !== entry.size || checksum(content) !== entry.checksum) {
    throw damaged(`archive whose part \`${name}\` is broken`);
  }
  return content;
}

function packedBytes(bytes: Uint8Array, { start, packed }: Entry, name: string): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (start + 30 > bytes.length) throw damaged(`archive without its part \`${name}\``);
  const from = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
  if (view.getUint32(start, true) !== 0x04034b50 || from + packed > bytes.length) {
    throw damaged(`archive without its part \`${name}\``);
  }
  return bytes.subarray(from, from + packed);
}

/** Step by step, so that what is larger than it says is given up at once. */
function inflate(packed: Uint8Array, size: number, name: string): Uint8Array {
  const content = new Uint8Array(size);
  let length = 0;
  const stream = new Inflate((chunk) => {
    if (length + chunk.length > size) throw damaged(`archive whose part \`${name}\` is larger than it says`);
    content.set(chunk, length);
    length += chunk.length;
  });
  try {
    for (let at = 0; at < packed.length; at += step) {
      stream.push(packed.subarray(at, at + step), at + step >= packed.length);
    }
  } catch (error) {
    throw error instanceof Unreadable ? error : damaged(`archive whose part \`${name}\` is broken`);
  }
  return content.subarray(0, length);
}
