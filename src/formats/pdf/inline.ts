import { type PageElement, type PageNode, textOf } from "../../page/page.ts";
import { hasClass, stateColour } from "../classes.ts";
import { linkAddress } from "../docx/address.ts";
import { type Context, enter, languageOf } from "./context.ts";
import type { Inline } from "./sheet.ts";

/** Words and what stands among them. */
export function encodeInline(nodes: readonly PageNode[], context: Context): readonly Inline[] {
  return nodes.flatMap((node): readonly Inline[] => {
    if (typeof node !== "string") return encodeElement(node, context);
    return encodeText(node, context);
  });
}

/** A text, its lines parted as they were written. */
export function encodeText(text: string, { letters, room }: Context): readonly Inline[] {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .flatMap((line, at): readonly Inline[] => [...(at === 0 ? [] : [{ k: "br" } as const]), letters.print(line, room)])
    .filter((one) => one !== "");
}

function encodeElement(node: PageElement, outer: Context): readonly Inline[] {
  const context = enter(node, outer);
  const inner = encodeKind(node, context);
  if (context.language === outer.language) return inner;
  return [{ k: "in", language: languageOf(context.language), b: inner }];
}

function encodeKind(node: PageElement, context: Context): readonly Inline[] {
  const inner = () => encodeInline(node.children, context);
  switch (node.name) {
    case "strong":
    case "em":
    case "ins":
    case "del":
      return [{ k: node.name, b: inner() }];
    case "code":
      return [{ k: "code", text: context.letters.print(textOf(node).replace(/\s+/gu, " "), context.room * 0.8) }];
    case "br":
      return [{ k: "br" }];
    case "a":
      return encodeLink(node, context);
    default: {
      const colour = stateColour(node);
      if (colour !== null) return [{ k: "tinted", colour, b: inner() }];
      return hasClass(node, "number") ? [{ k: "number", b: inner() }] : inner();
    }
  }
}

/** Where a reader could not follow a link, its words stand without one. */
function encodeLink(node: PageElement, context: Context): readonly Inline[] {
  const href = node.attributes["href"] ?? "";
  const words = encodeInline(node.children, context);
  if (textOf(node).trim() === "") return words;
  const place = href.startsWith("#") ? context.places.get(href.slice(1)) : undefined;
  if (place !== undefined) return [{ k: "jump", place, b: words }];
  const address = linkAddress(href);
  if (address === null) return words;
  const link: Inline = { k: "link", to: address, b: words };
  const isPrinted = context.showsAddresses && textOf(node) !== href;
  return isPrinted ? [link, ...encodeText(` (${href})`, context)] : [link];
}
