import { posix } from "node:path";
import { unzipSync } from "fflate";
import { allElements, childOf, parseXml, valOf, type XmlElement, type XmlNode } from "./parse-xml.ts";

/** The parts of a document, read strictly. */
export interface DocxParts {
  readonly names: readonly string[];
  readonly part: (name: string) => XmlElement;
  readonly body: XmlElement;
}

export interface DocxControl {
  readonly tag: string;
  readonly title: string;
  readonly id: string;
  readonly kind: string;
  readonly options: readonly string[];
  readonly text: string;
  readonly bookmark: string;
  /** Nothing is written in it yet: Word takes the prompt away when somebody does. */
  readonly isEmpty: boolean;
  readonly isLocked: boolean;
}

export function readDocx(bytes: Uint8Array): DocxParts {
  const files = unzipSync(bytes);
  const parts = new Map(
    Object.entries(files)
      // All else is pictures.
      .filter(([name]) => /\.(?:xml|rels)$/u.test(name))
      .map(([name, content]) => [name, parseXml(new TextDecoder("utf-8", { fatal: true }).decode(content))]),
  );
  const part = (name: string) => {
    const found = parts.get(name);
    if (found === undefined) throw new Error(`no part ${name}`);
    return found;
  };
  const body = childOf(part("word/document.xml"), "w:body");
  if (body === undefined) throw new Error("no body");
  return { names: Object.keys(files), part, body };
}

/** What is wrong with the package itself: parts without a type, relationships to nowhere, ids that stand twice. */
export function faultsOf(docx: DocxParts): readonly string[] {
  const required = ["[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/styles.xml", "docProps/core.xml"];
  const types = docx.part("[Content_Types].xml");
  const extensions = new Set(allElements(types, "Default").map(({ attributes }) => attributes["Extension"]));
  const overrides = allElements(types, "Override").map(({ attributes }) => attributes["PartName"]?.slice(1) ?? "");
  const all = allElements(docx.part("word/document.xml"));
  const ids = (name: string) =>
    all.filter((one) => one.name === name).map(({ attributes }) => attributes["w:id"] ?? "");
  const names = all.filter((one) => one.name === "w:bookmarkStart").map(({ attributes }) => attributes["w:name"] ?? "");
  const relationships = allElements(docx.part("word/_rels/document.xml.rels"), "Relationship");
  const known = new Set(relationships.map(({ attributes }) => attributes["Id"]));
  const used = all.flatMap(({ attributes }) => attributes["r:id"] ?? []);
  const styles = allElements(docx.part("word/styles.xml"), "w:style").map(({ attributes }) => attributes["w:styleId"]);
  const usedStyles = all.flatMap((one) => (/^w:(?:p|r|tbl)Style$/u.test(one.name) ? (valOf(one) ?? []) : []));
  const lists = allElements(docx.part("word/numbering.xml"), "w:num").map(({ attributes }) => attributes["w:numId"]);
  const usedLists = all.flatMap((one) => (one.name === "w:numId" ? (valOf(one) ?? []) : []));
  return [
    ...required.filter((name) => !docx.names.includes(name)).map((name) => `no part ${name}`),
    ...docx.names
      .filter((name) => !extensions.has(name.split(".").at(-1) ?? "") && !overrides.includes(name))
      .map((name) => `no type of ${name}`),
    ...overrides.filter((name) => !docx.names.includes(name)).map((name) => `a type of ${name}, which is not there`),
    ...docx.names.filter((name) => name.endsWith(".rels")).flatMap((name) => lostTargets(docx, name)),
    ...used.filter((id) => !known.has(id)).map((id) => `no relationship ${id}`),
    ...usedStyles.filter((id) => !styles.includes(id)).map((id) => `no style ${id}`),
    ...usedLists.filter((id) => !lists.includes(id)).map((id) => `no list ${id}`),
    ...[ids("w:bookmarkStart"), controlsOf(docx).map(({ id }) => id), names, controlsOf(docx).map(({ tag }) => tag)]
      .flatMap(twice)
      .map((id) => `${id} stands twice`),
    ...docx.names
      .filter((name) => /\.(?:xml|rels)$/u.test(name))
      .flatMap((name) => allElements(docx.part(name)).flatMap(disorderIn)),
    ...names.filter((name) => !/^[A-Za-z_]\w{0,39}$/u.test(name)).map((name) => `the bookmark ${name}`),
    ...allElements(docx.body, "w:tc")
      .filter(({ children }) => (children.at(-1) as XmlElement | undefined)?.name !== "w:p")
      .map(() => "a cell that does not end with a paragraph"),
    ...allElements(docx.body)
      .filter(({ children }) => children.some((one, at) => isTable(one) && isTable(children[at + 1])))
      .map(() => "two tables with nothing between them"),
  ];
}

/** The order that the schema of WordprocessingML asks for, and Word too, of what our documents use. */
const orders: Readonly<Record<string, string>> = {
  "w:pPr":
    "pStyle keepNext keepLines pageBreakBefore numPr pBdr shd tabs bidi spacing ind contextualSpacing jc outlineLvl",
  "w:rPr": "rStyle rFonts b bCs i iCs strike color sz szCs u shd rtl lang",
  "w:pBdr": "top left bottom right between",
  "w:sdt": "sdtPr sdtContent",
  "w:sdtPr": "alias tag id lock showingPlcHdr date dropDownList text checkbox",
  "w:tblPr": "tblStyle bidiVisual tblW tblInd tblBorders tblLayout tblCellMar tblLook tblCaption",
  "w:tcPr": "tcW shd",
  "w:sectPr": "footerReference pgSz pgMar bidi",
  "w:style": "name basedOn next qFormat pPr rPr tblPr",
  "w:lvl": "start numFmt lvlText lvlJc pPr",
  "w:settings": "zoom defaultTabStop characterSpacingControl compat themeFontLang decimalSymbol listSeparator",
};

function disorderIn({ name, children }: XmlElement): readonly string[] {
  const order = orders[name]?.split(" ");
  if (order === undefined) return [];
  const found = children.map((child) => (typeof child === "string" ? "" : child.name.replace(/^\w+:/u, "")));
  const places = found.map((one) => order.indexOf(one));
  return places.some((place, at) => place < 0 || place < (places[at - 1] ?? 0)) ? [`${name}: ${found.join(" ")}`] : [];
}

function isTable(node: XmlNode | undefined): boolean {
  return typeof node === "object" && node.name === "w:tbl";
}

function lostTargets(docx: DocxParts, name: string): readonly string[] {
  const folder = posix.dirname(posix.dirname(name));
  return allElements(docx.part(name), "Relationship")
    .filter(({ attributes }) => attributes["TargetMode"] !== "External")
    .map(({ attributes }) => posix.join(folder, attributes["Target"] ?? ""))
    .filter((target) => !docx.names.includes(target))
    .map((target) => `${name} leads to ${target}, which is not there`);
}

function twice(all: readonly string[]): readonly string[] {
  return all.filter((one, at) => all.indexOf(one) !== at);
}

export function controlsOf({ body }: DocxParts): readonly DocxControl[] {
  const holders = allElements(body).filter(({ children }) => children.some((child) => isControl(child)));
  return holders.flatMap(({ children }) =>
    children.flatMap((child, at): DocxControl[] => {
      if (!isControl(child)) return [];
      const properties = childOf(child, "w:sdtPr");
      const before = children[at - 1];
      const kinds = ["w:text", "w:date", "w:dropDownList", "w14:checkbox"];
      const kind = kinds.find((name) => childOf(properties, name) !== undefined) ?? "";
      const multiple = childOf(properties, "w:text")?.attributes["w:multiLine"] === "1" ? "s" : "";
      return [
        {
          tag: valOf(childOf(properties, "w:tag")) ?? "",
          title: valOf(childOf(properties, "w:alias")) ?? "",
          id: valOf(childOf(properties, "w:id")) ?? "",
          kind: kind + multiple,
          options: allElements(child, "w:listItem").map(({ attributes }) => attributes["w:value"] ?? ""),
          text: wordsOf(child),
          isEmpty: childOf(properties, "w:showingPlcHdr") !== undefined,
          isLocked: valOf(childOf(properties, "w:lock")) === "sdtLocked",
          bookmark: typeof before === "object" ? (before.attributes["w:name"] ?? "") : "",
        },
      ];
    }),
  );
}

function isControl(node: XmlNode): node is XmlElement {
  return typeof node !== "string" && node.name === "w:sdt";
}

export interface DocxParagraph {
  readonly style: string;
  readonly text: string;
  readonly element: XmlElement;
}

export function paragraphsOf(root: XmlElement): readonly DocxParagraph[] {
  return allElements(root, "w:p").map((element) => ({
    style: valOf(childOf(childOf(element, "w:pPr"), "w:pStyle")) ?? "Normal",
    text: wordsOf(element),
    element,
  }));
}

/** What a reader sees, without codes of fields. */
export function wordsOf(node: XmlNode): string {
  if (typeof node === "string") return "";
  switch (node.name) {
    case "w:t":
      return node.children.join("");
    case "w:br":
      return "\n";
    case "w:tab":
      return "\t";
    default:
      return node.children.map(wordsOf).join("");
  }
}
