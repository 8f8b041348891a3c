import { type Zippable, zipSync } from "fflate";
import type { Page } from "../../page/page.ts";
import { elementsOf } from "../../page/parse-page.ts";
import { afterTable, encodeBlocks } from "./blocks.ts";
import type { Context } from "./context.ts";
import { encodeFooter } from "./footer.ts";
import { houseStyles, readStyles, renameStyles, wordLookOf } from "./house-styles.ts";
import { Ledger } from "./ledger.ts";
import { encodeLogo, logoOf, type Picture } from "./logo.ts";
import { encodeNumbering } from "./numbering.ts";
import { encodeMark, encodePaper, paperPartOf } from "./paper-part.ts";
import { encodeBlock } from "./paragraph.ts";
import { encodeProperties, encodeSettings } from "./settings.ts";
import { encodeSheet } from "./sheet.ts";
import { encodeStyles } from "./styles.ts";
import { element, part, wordNamespaces, type Xml } from "./xml.ts";

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packaging = "http://schemas.openxmlformats.org/package/2006";
const wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** The parts beside the body: their names, their kinds, and how the body refers to them. */
const parts = [
  { id: "rId1", name: "styles" },
  { id: "rId2", name: "numbering" },
  { id: "rId3", name: "settings" },
  { id: "rId4", name: "footer" },
] as const;

const logoId = "rIdLogo";

const officeType = "application/vnd.openxmlformats-officedocument";

/** A page as the package of parts that Word opens. */
export function encodePackage(page: Page): Uint8Array {
  const ids = elementsOf(page.content).flatMap(({ name, attributes }) =>
    name === "field" ? [] : (attributes["id"] ?? []),
  );
  const ledger = new Ledger(ids);
  const context: Context = {
    page,
    ledger,
    language: page.language,
    style: "Normal",
    isInTable: false,
    depth: 0,
    showsAddresses: false,
  };
  const logo = logoOf(page);
  const body = encodeBody(context, logo);
  const asked = paperPartOf(page);
  const paper = encodePaper(asked);
  const word = wordLookOf(page);
  const own = encodeStyles(page);
  const styles =
    word === null ? { xml: own, ids: new Map<string, string>() } : houseStyles(word.styles, readStyles(own), page);
  const theme = word?.theme ?? null;
  return zip({
    "[Content_Types].xml": contentTypes(logo, paper !== null, theme !== null),
    "_rels/.rels": relationships([
      relationship("rId1", `${office}/officeDocument`, "word/document.xml"),
      relationship("rId2", `${packaging}/relationships/metadata/core-properties`, "docProps/core.xml"),
      relationship("rId3", `${office}/custom-properties`, "docProps/custom.xml"),
    ]),
    "docProps/core.xml": encodeProperties(page),
    "docProps/custom.xml": encodeMark(asked),
    "word/document.xml": renameStyles(body, styles.ids),
    "word/_rels/document.xml.rels": relationships([
      ...parts.map(({ id, name }) => relationship(id, `${office}/${name}`, `${name}.xml`)),
      ...(paper === null ? [] : [relationship("rIdPaper", `${office}/customXml`, "../customXml/item1.xml")]),
      ...(theme === null ? [] : [relationship("rIdTheme", `${office}/theme`, "theme/theme1.xml")]),
      ...(logo === null ? [] : [relationship(logoId, `${office}/image`, logo.name)]),
      ...[...ledger.links].map(([address, id]) => relationship(id, `${office}/hyperlink`, address, "External")),
    ]),
    "word/styles.xml": styles.xml,
    "word/numbering.xml": encodeNumbering(ledger.lists),
    "word/settings.xml": encodeSettings(page),
    "word/footer.xml": renameStyles(encodeFooter(context), styles.ids),
    ...(theme === null ? {} : { "word/theme/theme1.xml": part(theme) }),
    ...(paper === null ? {} : { ...paper, "customXml/_rels/item1.xml.rels": paperProperties }),
    ...(logo === null ? {} : { [`word/${logo.name}`]: logo.logo.bytes }),
  });
}

function encodeBody(context: Context, logo: Picture | null): Xml {
  const { page } = context;
  const blocks = encodeBlocks(page.content, context);
  const whole = blocks.at(-1)?.kind === "paragraph" ? blocks : [...blocks, afterTable];
  return part(
    element(
      "w:document",
      wordNamespaces,
      element(
        "w:body",
        {},
        logo === null ? "" : encodeLogo(logo, logoId),
        whole.map(encodeBlock).join(""),
        encodeSheet(page, "rId4"),
      ),
    ),
  );
}

function contentTypes(logo: Picture | null, isToFillIn: boolean, hasTheme: boolean): Xml {
  const override = (name: string, type: string) => element("Override", { PartName: `/${name}`, ContentType: type });
  return part(
    element(
      "Types",
      { xmlns: `${packaging}/content-types` },
      element("Default", {
        Extension: "rels",
        ContentType: "application/vnd.openxmlformats-package.relationships+xml",
      }),
      element("Default", { Extension: "xml", ContentType: "application/xml" }),
      logo === null ? "" : element("Default", { Extension: logo.extension, ContentType: logo.logo.type }),
      override("word/document.xml", `${wordType}.document.main+xml`),
      ...parts.map(({ name }) => override(`word/${name}.xml`, `${wordType}.${name}+xml`)),
      hasTheme ? override("word/theme/theme1.xml", `${officeType}.theme+xml`) : "",
      override("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
      override("docProps/custom.xml", `${officeType}.custom-properties+xml`),
      isToFillIn ? override("customXml/itemProps1.xml", `${officeType}.customXmlProperties+xml`) : "",
    ),
  );
}

const paperProperties = relationships([relationship("rId1", `${office}/customXmlProps`, "itemProps1.xml")]);

function relationships(all: readonly Xml[]): Xml {
  return part(element("Relationships", { xmlns: `${packaging}/relationships` }, ...all));
}

function relationship(id: string, type: string, target: string, mode?: "External"): Xml {
  return element("Relationship", { Id: id, Type: type, Target: target, TargetMode: mode });
}

/** The same parts make the same bytes: no clock, and a packer that is the same on every machine. */
function zip(files: Readonly<Record<string, Xml | Uint8Array>>): Uint8Array {
  const encoder = new TextEncoder();
  const entries: Zippable = Object.fromEntries(
    Object.entries(files).map(([name, content]) => [
      name,
      typeof content === "string" ? encoder.encode(content) : content,
    ]),
  );
  // A zip names the time of the wall clock: this is the same in any time zone, on the first day that it can name.
  return zipSync(entries, { mtime: new Date(1980, 0, 1, 12) });
}
