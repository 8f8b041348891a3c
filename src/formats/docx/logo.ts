import { type Logo, logoSize } from "../../page/brand.ts";
import type { Page } from "../../page/page.ts";
import { encodeBlock } from "./paragraph.ts";
import { element, type Xml } from "./xml.ts";

/** A picture as a part of the package. */
export interface Picture {
  /** Below `word/`. */
  readonly name: string;
  readonly extension: string;
  readonly logo: Logo;
}

const office = "http://schemas.openxmlformats.org";
const perPoint = 12_700;

/** The logo that the document shows: no drawing, which not every Word can show. */
export function logoOf({ brand }: Page): Picture | null {
  const logo = brand?.pixelLogo ?? null;
  if (logo === null) return null;
  const extension = logo.type === "image/png" ? "png" : "jpeg";
  return { name: `media/logo.${extension}`, extension, logo };
}

/** A paragraph with the logo, to stand at the head of the document. */
export function encodeLogo({ logo }: Picture, relationship: string): Xml {
  const { width, height } = logoSize(logo);
  const size = { cx: Math.round(width * perPoint), cy: Math.round(height * perPoint) };
  const named = { id: 1, name: "Logo", descr: logo.alt };
  const picture = element(
    "pic:pic",
    { "xmlns:pic": `${office}/drawingml/2006/picture` },
    element("pic:nvPicPr", {}, element("pic:cNvPr", named), element("pic:cNvPicPr")),
    element(
      "pic:blipFill",
      {},
      element("a:blip", { "r:embed": relationship }),
      element("a:stretch", {}, element("a:fillRect")),
    ),
    element(
      "pic:spPr",
      {},
      element("a:xfrm", {}, element("a:off", { x: 0, y: 0 }), element("a:ext", size)),
      element("a:prstGeom", { prst: "rect" }, element("a:avLst")),
    ),
  );
  const drawing = element(
    "w:drawing",
    {},
    element(
      "wp:inline",
      { "xmlns:wp": `${office}/drawingml/2006/wordprocessingDrawing`, distT: 0, distB: 0, distL: 0, distR: 0 },
      element("wp:extent", size),
      element("wp:docPr", named),
      element(
        "a:graphic",
        { "xmlns:a": `${office}/drawingml/2006/main` },
        element("a:graphicData", { uri: `${office}/drawingml/2006/picture` }, picture),
      ),
    ),
  );
  const content = element("w:r", {}, drawing);
  return encodeBlock({ kind: "paragraph", style: "Logo", content, length: 0 });
}
