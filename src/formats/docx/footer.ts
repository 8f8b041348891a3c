import { footerLines } from "../../page/page.ts";
import type { Context } from "./context.ts";
import { encodeBlock, type Paragraph } from "./paragraph.ts";
import { encodeText } from "./runs.ts";
import { element, part, shorten, wordNamespaces, type Xml } from "./xml.ts";

/** More than this would leave too little of each sheet; the cover and every unit say notices in full. */
const longest = 600;

/** The foot of every sheet: what this is and which version, what has to be noted, and where in the paper one is. */
export function encodeFooter(context: Context): Xml {
  const { notices, phrases } = context.page;
  const lines = [...footerLines(context.page), notices.join(" ")].filter((line) => line !== "");
  const paragraphs = [
    ...lines.map((line) => encodeText(shorten(line, longest), context)),
    encodeSheetNumber(phrases.sheet, context),
  ].map((content): Paragraph => ({ kind: "paragraph", style: "Footer", content, length: 0 }));
  return part(element("w:ftr", wordNamespaces, ...paragraphs.map(encodeBlock)));
}

/** "Page 1 of 1", with fields in place of the numbers. */
function encodeSheetNumber(phrase: string, context: Context): Xml {
  return phrase
    .split(/(\{pages?\})/u)
    .map((piece) => {
      if (piece === "{page}") return field("PAGE", context);
      if (piece === "{pages}") return field("NUMPAGES", context);
      return piece === "" ? "" : encodeText(piece, context);
    })
    .join("");
}

function field(name: "PAGE" | "NUMPAGES", context: Context): Xml {
  return element("w:fldSimple", { "w:instr": ` ${name} ` }, encodeText("1", context));
}
