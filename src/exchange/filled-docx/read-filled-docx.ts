import { damaged, type FileFault, Unreadable } from "./fault.ts";
import { type Controls, readControls } from "./read-controls.ts";
import { type PaperMark, type PaperPart, readFooterHashes, readMark, readPaperPart, readSaved } from "./read-mark.ts";
import { readXml } from "./read-xml.ts";
import { openZip, type Zip } from "./unzip.ts";

/** A Word document that somebody has filled in. */
export interface FilledDocx {
  /** All that the document says of itself; null where a program has dropped it. */
  readonly paper: PaperPart | null;
  /** Which paper it is, at least; null where even that is gone. */
  readonly mark: PaperMark | null;
  /** Of the specification, where only the foot of its sheets says it. */
  readonly hashes: readonly string[];
  readonly controls: Controls;
  /** When it was last saved, ISO 8601 in UTC; null where it does not say. */
  readonly saved: string | null;
}

export type ReadDocx =
  | { readonly docx: FilledDocx; readonly fault: null }
  | { readonly docx: null; readonly fault: FileFault };

/** Reads a package, whoever saved it last. What is in it is believed as little as anything that arrives by mail. */
export function readFilledDocx(bytes: Uint8Array): ReadDocx {
  try {
    return { docx: readPackage(openZip(bytes)), fault: null };
  } catch (error) {
    if (error instanceof Unreadable) return { docx: null, fault: error.fault };
    throw error;
  }
}

function readPackage(zip: Zip): FilledDocx {
  const other = otherPackage(zip);
  if (other !== null) throw other;
  const body = zip.read(bodyOf(zip) ?? "");
  if (body === null) throw damaged("Word document without its text");
  const controls = readControls(body);
  const paper = readPaperPart(zip);
  const mark = paper === null ? readMark(zip) : { ...paper.map, asksNothing: false };
  return { paper, mark, hashes: mark === null ? readFooterHashes(zip) : [], controls, saved: readSaved(zip) };
}

/** What else is packed in the same way. */
function otherPackage({ names, read }: Zip): Unreadable | null {
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  const word = "save it as a Word document (.docx), and hand in that";
  if (has(/^\[Content_Types\]\.xml$/iu)) {
    if (has(/^xl\//u)) return new Unreadable("other", "workbook of a spreadsheet program");
    return has(/^ppt\//u) ? new Unreadable("other", "presentation") : null;
  }
  if (has(/^Index\/.*\.iwa$|^Index\.zip$/u)) return new Unreadable("other", "Pages document", word);
  const type = new TextDecoder().decode(read("mimetype") ?? new Uint8Array());
  if (type.includes("opendocument.text")) return new Unreadable("other", "OpenDocument text (ODT)", word);
  return new Unreadable("other", "zip archive", "unpack it, and name what is in it");
}

/** Some programs call the body otherwise: the package says how. */
function bodyOf({ read }: Zip): string | null {
  let target: string | null = null;
  readXml(read("_rels/.rels") ?? new TextEncoder().encode("<none/>"), {
    open: ({ name, get }) => {
      if (name === "Relationship" && get("", "Type")?.endsWith("/officeDocument")) target ??= get("", "Target") ?? null;
    },
    text: () => undefined,
    close: () => undefined,
  });
  return target === null ? null : (target as string).replace(/^\//u, "");
}
