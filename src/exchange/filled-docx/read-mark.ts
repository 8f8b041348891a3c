import { type FieldPart, markProperties, type PaperPart, paperNamespace } from "../../formats/docx/paper-part.ts";
import type { SpecificationMark } from "../../record/learner-record.ts";
import { isPaperPart } from "./is-paper-part.ts";
import { word } from "./names.ts";
import { readXml } from "./read-xml.ts";
import type { Zip } from "./unzip.ts";

/** Which paper a document is, and of which specification. */
export interface PaperMark {
  readonly document: string;
  readonly specification: SpecificationMark;
  /** Whether it was made with anything to fill in. */
  readonly asksNothing: boolean;
}

export type { FieldPart, PaperPart };

/** What the document says of itself in the part that is made for it; null where a program has dropped or changed it. */
export function readPaperPart(zip: Zip): PaperPart | null {
  for (const name of zip.names.filter((one) => /^customXml\/item\d+\.xml$/iu.test(one))) {
    const written = readRoot(zip.read(name) ?? new Uint8Array());
    if (written === null) continue;
    try {
      const paper: unknown = JSON.parse(written);
      if (isPaperPart(paper)) return paper;
    } catch {
      // Then the mark has to do.
    }
  }
  return null;
}

/** The text of the root, where it is ours: other programs keep parts of their own beside it. */
function readRoot(bytes: Uint8Array): string | null {
  let depth = 0;
  let text: string | null = null;
  readXml(bytes, {
    open: ({ space, name }) => {
      depth += 1;
      if (depth === 1 && space === paperNamespace && name === "paper") text = "";
    },
    text: (more) => {
      if (depth === 1 && text !== null) text += more;
    },
    close: () => {
      depth -= 1;
    },
  });
  return text;
}

/** The mark in the custom properties; null where it is not whole. */
export function readMark(zip: Zip): PaperMark | null {
  const found = readProperties(zip.read("docProps/custom.xml"));
  const say = (key: keyof typeof markProperties) => found.get(markProperties[key]) ?? null;
  const [document, id, title, hash] = [say("document"), say("id"), say("title"), say("hash")];
  if (document === null || id === null || title === null || hash === null) return null;
  const specification = { id, title, version: say("version"), hash, unit: say("unit") };
  return { document, specification, asksNothing: say("fields") === "0" };
}

function readProperties(bytes: Uint8Array | null): ReadonlyMap<string, string> {
  const properties = new Map<string, string>();
  let property: string | null = null;
  if (bytes === null) return properties;
  readXml(bytes, {
    open: ({ name, get }) => {
      if (name === "property") property = get("", "name") ?? null;
    },
    text: (text) => {
      if (property !== null) properties.set(property, (properties.get(property) ?? "") + text);
    },
    close: () => undefined,
  });
  return properties;
}

/** When a program last saved it, in UTC: as it is given out it says nothing of that. */
export function readSaved(zip: Zip): string | null {
  const bytes = zip.read("docProps/core.xml");
  let written: string | null = null;
  let isDay = false;
  if (bytes === null) return null;
  readXml(bytes, {
    open: ({ name }) => {
      isDay = name === "modified";
    },
    text: (text) => {
      if (isDay) written = (written ?? "") + text;
    },
    close: () => {
      isDay = false;
    },
  });
  const day = new Date(written ?? "");
  return Number.isNaN(day.getTime()) ? null : day.toISOString();
}

/** Every content hash that is printed at the foot of its sheets. */
export function readFooterHashes(zip: Zip): readonly string[] {
  const texts = zip.names
    .filter((name) => /^word\/footer\d*\.xml$/iu.test(name))
    .map((name) => textOf(zip.read(name) ?? new Uint8Array()));
  return [...new Set(texts.flatMap((text) => text.match(/\b[0-9a-f]{12}\b/gu) ?? []))];
}

function textOf(bytes: Uint8Array): string {
  let text = "";
  let isWord = false;
  readXml(bytes, {
    open: ({ space, name }) => {
      isWord = name === "t" && word.has(space);
      if (name === "p") text += "\n";
    },
    text: (more) => {
      if (isWord) text += more;
    },
    close: () => {
      isWord = false;
    },
  });
  return text;
}
