import { type Field, type Page, readField } from "../../page/page.ts";
import { elementsOf } from "../../page/parse-page.ts";
import type { SpecificationMark } from "../../record/learner-record.ts";
import type { PaperMap } from "../../record/paper-map.ts";
import { element, escapeXml, part, shorten, type Xml } from "./xml.ts";

/** What a document to fill in says of itself to programs, beside what people see: enough to read it back by itself. */
export interface PaperPart {
  readonly version: 1;
  readonly map: PaperMap;
  /** What stands in an empty field, and in an empty field for a day. */
  readonly prompts: { readonly write: string; readonly date: string };
  readonly fields: readonly FieldPart[];
}

export type FieldPart = Pick<Field, "name" | "kind" | "options">;

export const paperNamespace = "urn:qualspec:paper:1";

/** The names of a document's custom properties: which paper it is, of which specification, and whether it asks for anything. */
export const markProperties = {
  document: "qualspec.document",
  fields: "qualspec.fields",
  id: "qualspec.specification",
  title: "qualspec.title",
  version: "qualspec.version",
  hash: "qualspec.hash",
  unit: "qualspec.unit",
} as const satisfies Readonly<Record<"document" | "fields" | keyof SpecificationMark, string>>;

/** The most that Word takes as the text of a custom property. */
const longestProperty = 255;

export function paperPartOf({ paper, phrases, content }: Page): PaperPart {
  const fields = elementsOf(content).filter(({ name }) => name === "field");
  return {
    version: 1,
    map: paper,
    prompts: { write: phrases.write, date: phrases.date },
    fields: fields.map(readField).map(({ name, kind, options }) => ({ name, kind, options })),
  };
}

/** The mark, where every program keeps it; with it a paper that comes back is known, also one that nobody fills in. */
export function encodeMark({ map: { document, specification }, fields }: PaperPart): Xml {
  const known = Object.entries({ document, fields: String(fields.length), ...specification }).filter(
    ([, value]) => value !== null,
  );
  const properties = known.map(([key, value], at) =>
    element(
      "property",
      // The first two numbers are the format's own.
      {
        fmtid: "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}",
        pid: at + 2,
        name: markProperties[key as keyof typeof markProperties],
      },
      element("vt:lpwstr", {}, escapeXml(shorten(value ?? "", longestProperty))),
    ),
  );
  const office = "http://schemas.openxmlformats.org/officeDocument/2006";
  return part(
    element(
      "Properties",
      { xmlns: `${office}/custom-properties`, "xmlns:vt": `${office}/docPropsVTypes` },
      ...properties,
    ),
  );
}

/** The whole as a part of our own, with a part that names it: by the names in the package; null without fields. */
export function encodePaper(paper: PaperPart): Readonly<Record<string, Xml>> | null {
  if (paper.fields.length === 0) return null;
  const schema = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";
  const reference = element("ds:schemaRef", { "ds:uri": paperNamespace });
  return {
    "customXml/item1.xml": part(element("paper", { xmlns: paperNamespace }, escapeXml(JSON.stringify(paper)))),
    "customXml/itemProps1.xml": part(
      element(
        "ds:datastoreItem",
        { "xmlns:ds": schema, "ds:itemID": "{5D3C1F0E-7A42-4B7B-9C55-6E1D0A3B8F21}" },
        element("ds:schemaRefs", {}, reference),
      ),
    ),
  };
}
