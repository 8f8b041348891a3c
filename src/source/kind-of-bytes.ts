/** What a file is that is no text, by its first bytes; null where it may be one. */
export function kindOfBytes(bytes: Uint8Array): string | null {
  const start = latin1(bytes.subarray(0, 8));
  const known = marks.find(([mark]) => start.startsWith(mark))?.[1];
  if (known !== undefined) return known;
  if (start.startsWith("PK\x03\x04")) return kindOfPackage(latin1(bytes.subarray(0, 4_000)));
  return isUtf16(bytes) ? "UTF-16 text" : null;
}

const marks: readonly (readonly [start: string, kind: string])[] = [
  ["%PDF", "PDF document"],
  ["\xd0\xcf\x11\xe0", "Word document (or another of an old Office)"],
  ["{\\rtf", "Rich Text document"],
  ["\x89PNG", "picture"],
  ["\xff\xd8\xff", "picture"],
  ["\xff\xfe", "UTF-16 text"],
  ["\xfe\xff", "UTF-16 text"],
];

/** Office keeps each sort of its documents in a folder of the package. */
function kindOfPackage(names: string): string {
  if (/\bxl\//u.test(names)) return "Excel workbook";
  if (/\bppt\//u.test(names)) return "PowerPoint presentation";
  if (names.includes("opendocument.")) return "OpenDocument file";
  return /\bword\/|\[Content_Types\]/u.test(names) ? "Word document" : "ZIP package";
}

/** Without a mark: every second byte of plain letters is zero. */
function isUtf16(bytes: Uint8Array): boolean {
  const some = bytes.subarray(0, 64);
  const zeros = (from: number) => some.filter((byte, at) => at % 2 === from && byte === 0).length;
  return some.length >= 4 && Math.max(zeros(0), zeros(1)) * 2 >= some.length - 1 - (some.length % 2);
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
