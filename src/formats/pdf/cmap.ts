import { tableStart } from "./table-start.ts";

/** Whether a font has a letter for a code point. */
export type Covers = (codePoint: number) => boolean;

interface Segment {
  readonly first: number;
  readonly last: number;
}

/** The code points that an OpenType font has letters for, from its table `cmap`. @throws Error where it has none that we can read. */
export function coverageOf(font: Uint8Array): Covers {
  const data = Buffer.from(font.buffer, font.byteOffset, font.byteLength);
  const covered = new Set<number>();
  for (const { first, last } of segmentsOf(data)) {
    for (let codePoint = first; codePoint <= last; codePoint += 1) covered.add(codePoint);
  }
  return (codePoint) => covered.has(codePoint);
}

/** Of the table that knows all of Unicode, or else of the one that knows its first plane. */
function segmentsOf(data: Buffer): readonly Segment[] {
  const start = tableStart(data, "cmap");
  const tables = Array.from({ length: data.readUInt16BE(start + 2) }, (_, at) => {
    const offset = start + data.readUInt32BE(start + 4 + at * 8 + 4);
    return { offset, format: data.readUInt16BE(offset) };
  });
  const whole = tables.find(({ format }) => format === 12);
  if (whole !== undefined) return readGroups(data, whole.offset);
  const plane = tables.find(({ format }) => format === 4);
  if (plane !== undefined) return readSegments(data, plane.offset);
  throw new Error("A font has no table of letters that can be read");
}

function readGroups(data: Buffer, offset: number): readonly Segment[] {
  return Array.from({ length: data.readUInt32BE(offset + 12) }, (_, at) => {
    const group = offset + 16 + at * 12;
    return { first: data.readUInt32BE(group), last: data.readUInt32BE(group + 4) };
  });
}

/** Our fonts leave no holes within a segment but at its glyph 0, which is looked up. */
function readSegments(data: Buffer, offset: number): readonly Segment[] {
  const twice = data.readUInt16BE(offset + 6);
  const found: Segment[] = [];
  for (let at = 0; at < twice; at += 2) {
    const last = data.readUInt16BE(offset + 14 + at);
    const first = data.readUInt16BE(offset + 16 + twice + at);
    const delta = data.readUInt16BE(offset + 16 + twice * 2 + at);
    const place = offset + 16 + twice * 3 + at;
    const range = data.readUInt16BE(place);
    for (let codePoint = first; codePoint <= last && codePoint < 0xffff; codePoint += 1) {
      const glyph = range === 0 ? codePoint + delta : data.readUInt16BE(place + range + (codePoint - first) * 2);
      if ((glyph & 0xffff) !== 0) found.push({ first: codePoint, last: codePoint });
    }
  }
  return found;
}
