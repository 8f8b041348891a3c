import type { WordLook } from "../page/brand.ts";
import { type FileFault, Unreadable } from "./filled-docx/fault.ts";
import { readXml } from "./filled-docx/read-xml.ts";
import { openZip, type Zip } from "./filled-docx/unzip.ts";

export type ReadHouse =
  | { readonly look: WordLook; readonly fault: null }
  | { readonly look: null; readonly fault: FileFault };

const word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
/** The styles of a house are some dozens of kilobytes: what is much larger is made to fill memory. */
const largestPart = 4 * 1024 * 1024;

/** How the documents of a house look, from one of them. Nothing of what it says is taken over, and nothing that runs. */
export function readHouseDocx(bytes: Uint8Array): ReadHouse {
  try {
    return { look: readPackage(openZip(bytes)), fault: null };
  } catch (error) {
    if (error instanceof Unreadable) return { look: null, fault: error.fault };
    if (error instanceof RangeError) return { look: null, fault: damaged };
    throw error;
  }
}

const damaged: FileFault = {
  kind: "damaged",
  found: "file that is no archive",
  remedy: "save it again as a Word document",
};

function readPackage(zip: Zip): WordLook {
  const types = readText(zip, "[Content_Types].xml");
  const styles = readText(zip, "word/styles.xml");
  const body = readText(zip, "word/document.xml");
  if (types === null || styles === null || body === null) {
    throw new Unreadable("other", "archive that is no Word document", "save it as a Word document (.docx)");
  }
  if (/macroEnabled|vbaProject/u.test(types) || zip.names.some((name) => /vbaProject/iu.test(name))) {
    throw new Unreadable("other", "Word document with macros", "save it as a Word document without macros (.docx)");
  }
  if (styles.includes(strict) || !/<w:styles\b/u.test(styles) || !styles.includes(`"${word}"`)) {
    throw new Unreadable(
      "other",
      "Word document of a rare sort",
      "save it as a Word document (.docx), not as Strict Open XML",
    );
  }
  if (/<!(?:DOCTYPE|ENTITY)/iu.test(styles)) throw new Unreadable("damaged", "styles with declarations of their own");
  const theme = readText(zip, "word/theme/theme1.xml");
  // A theme with pictures refers to parts that are not taken over.
  const isAlone = theme !== null && !/\br:(?:embed|link|id)=|<!(?:DOCTYPE|ENTITY)/iu.test(theme);
  return { styles, theme: isAlone ? theme : null, margins: marginsOf(body) };
}

/** A part that is whole XML, as text; null where there is none. */
function readText(zip: Zip, name: string): string | null {
  const bytes = zip.read(name);
  if (bytes === null) return null;
  if (bytes.length > largestPart)
    throw new Unreadable("too-large", `part \`${name}\` that unpacks to more than any document needs`);
  readXml(bytes, { open: () => {}, close: () => {}, text: () => {} });
  // Each program declares it in its own way.
  return new TextDecoder().decode(bytes).replace(/^\ufeff?\s*<\?xml[^>]*\?>\s*/u, "");
}

/** Of the last section, which is the whole document where there is one. Outside these bounds a paper could not be read. */
function marginsOf(body: string): WordLook["margins"] {
  const written = [...body.matchAll(/<w:pgMar\b[^>]*>/gu)].at(-1)?.[0];
  if (written === undefined) return null;
  const side = (name: string) => {
    const twips = Number(new RegExp(`w:${name}="(\\d{1,5})"`, "u").exec(written)?.[1] ?? Number.NaN);
    return twips >= 284 && twips <= 2835 ? twips : null;
  };
  const [top, right, bottom, left] = ["top", "right", "bottom", "left"].map(side);
  if (top == null || right == null || bottom == null || left == null) return null;
  return { top, right, bottom, left };
}
