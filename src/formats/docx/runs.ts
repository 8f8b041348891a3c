import { isElement, type PageElement, type PageNode, textOf } from "../../page/page.ts";
import { hasClass, stateColour } from "../classes.ts";
import { linkAddress } from "./address.ts";
import { type Context, enter } from "./context.ts";
import { splitByDirection } from "./direction.ts";
import type { CharacterStyle } from "./styles.ts";
import { element, escapeXml, value, type Xml } from "./xml.ts";

export interface Look {
  readonly style?: CharacterStyle;
  readonly isBold?: true;
  readonly isItalic?: true;
  readonly isStruck?: true;
  readonly isUnderlined?: true;
  /** What stands behind the words, as six hexadecimal digits. */
  readonly tint?: string;
}

/** Words and what stands among them. */
export function encodeRuns(nodes: readonly PageNode[], context: Context, look: Look = {}): Xml {
  return nodes
    .map((node) => (typeof node === "string" ? encodeText(node, context, look) : encodeInline(node, context, look)))
    .join("");
}

function encodeInline(node: PageElement, outer: Context, look: Look): Xml {
  const context = enter(node, outer);
  const inner = (own: Look) => encodeRuns(node.children, context, { ...look, ...own });
  switch (node.name) {
    case "strong":
      return inner({ isBold: true });
    case "em":
      return inner({ isItalic: true });
    case "del":
      return inner({ isStruck: true });
    case "ins":
      return inner({ isBold: true, isUnderlined: true });
    case "code":
      return inner({ style: "CodeText" });
    case "br":
      return element("w:r", {}, element("w:br"));
    case "a":
      return encodeLink(node, context, look);
    default: {
      const tint = stateColour(node);
      if (tint !== null) return inner({ tint });
      return inner(hasClass(node, "number") ? { style: "Number" } : {});
    }
  }
}

/** Where Word could not follow a link, its words stand without one. */
function encodeLink(node: PageElement, context: Context, look: Look): Xml {
  const href = node.attributes["href"] ?? "";
  const place = href.startsWith("#") ? context.ledger.placeOf(href.slice(1)) : undefined;
  if (place !== undefined) {
    return element("w:hyperlink", { "w:anchor": place.name, "w:history": 1 }, encodeRuns(node.children, context, look));
  }
  const address = linkAddress(href);
  if (address === null) return encodeRuns(node.children, context, look);
  const words = encodeRuns(node.children, context, { ...look, style: "Hyperlink" });
  const link = element("w:hyperlink", { "r:id": context.ledger.linkTo(address), "w:history": 1 }, words);
  const isPrinted = context.showsAddresses && textOf(node) !== href;
  return isPrinted ? link + encodeText(` (${href})`, context, look) : link;
}

/** A text with line ends and tabs, as runs of one direction each. */
export function encodeText(text: string, context: Context, look: Look = {}): Xml {
  return splitByDirection(text, context.page.direction)
    .map((piece) => element("w:r", {}, properties(look, context, piece.isRightToLeft), encodeCharacters(piece.text)))
    .join("");
}

/** The order of the properties is the schema's. */
function properties(look: Look, { language, page }: Context, isRightToLeft: boolean): Xml {
  const inner = [
    look.style === undefined ? "" : value("w:rStyle", look.style),
    look.isBold ? element("w:b") + element("w:bCs") : "",
    look.isItalic ? element("w:i") + element("w:iCs") : "",
    look.isStruck ? element("w:strike") : "",
    look.isUnderlined ? value("w:u", "single") : "",
    look.tint === undefined
      ? ""
      : element("w:shd", { "w:val": "clear", "w:color": "auto", "w:fill": look.tint.toUpperCase() }),
    isRightToLeft ? element("w:rtl") : "",
    language === page.language ? "" : element("w:lang", { "w:val": language, "w:bidi": language }),
  ].join("");
  return inner === "" ? "" : element("w:rPr", {}, inner);
}

function encodeCharacters(text: string): Xml {
  return text
    .split(/(\n|\t)/u)
    .map((piece) => {
      if (piece === "\n") return element("w:br");
      if (piece === "\t") return element("w:tab");
      return piece === "" ? "" : element("w:t", { "xml:space": "preserve" }, escapeXml(piece));
    })
    .join("");
}

/** The words of nodes as a program would name them: without formatting. */
export function plainText(nodes: readonly PageNode[]): string {
  return nodes
    .map((node) => (isElement(node, "br") ? " " : textOf(node)))
    .join("")
    .trim();
}
