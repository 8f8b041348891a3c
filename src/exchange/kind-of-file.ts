/** What a file is by its first bytes, whatever it is called. */
export type KindOfFile =
  | { readonly kind: "package" | "text" }
  | { readonly kind: "other"; readonly found: string; readonly remedy: string | null };

const other = (found: string, remedy: string | null = null): KindOfFile => ({ kind: "other", found, remedy });

const asWord = "save it as a Word document (.docx), and hand in that";
const marks: readonly (readonly [start: string, kind: KindOfFile])[] = [
  ["PK\x03\x04", { kind: "package" }],
  ["%PDF", other("PDF", "ask for the Word document or the record itself: nothing can be read back from a print")],
  ["{\\rtf", other("Rich Text (RTF)", asWord)],
  ["\xff\xd8\xff", other("photograph", "ask for the Word document or the record itself")],
  ["\x89PNG", other("picture", "ask for the Word document or the record itself")],
];

export function kindOfFile(bytes: Uint8Array): KindOfFile {
  if (bytes.every((byte) => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0)) return other("empty file");
  const start = String.fromCharCode(...bytes.subarray(0, 1024));
  const known = marks.find(([mark]) => start.startsWith(mark));
  if (known !== undefined) return known[1];
  if (start.startsWith("\xd0\xcf\x11\xe0")) return oldOffice(bytes);
  if (/^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html)/iu.test(start)) {
    return other(
      "web page",
      "open it in the browser that it was filled in with, export the record there, and hand in that",
    );
  }
  return { kind: "text" };
}

/** The container of Word until 2003, in which Word today keeps what is behind a password. */
function oldOffice(bytes: Uint8Array): KindOfFile {
  const holds = (name: string) =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(name, 0, "utf16le");
  if (holds("EncryptedPackage")) {
    return other(
      "document with a password",
      "take the password off in Word (File, Info, Protect Document), and save it again",
    );
  }
  return other(holds("WordDocument") ? "document of an old Word (.doc)" : "file of an old Office program", asWord);
}
