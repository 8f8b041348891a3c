import type { Page } from "../../page/page.ts";
import { element, type Xml } from "./xml.ts";

/** A4 and its margins, in twentieths of a point. */
const short = 11906;
const long = 16838;
const side = 794;

/** How wide a line of the page is. */
export function textWidth({ orientation }: Page): number {
  return (orientation === "portrait" ? short : long) - 2 * side;
}

/** The size of the sheets and what stands at the foot of each; the order of the properties is the schema's. */
export function encodeSheet({ orientation, direction }: Page, footer: string): Xml {
  const size =
    orientation === "portrait" ? { "w:w": short, "w:h": long } : { "w:w": long, "w:h": short, "w:orient": "landscape" };
  return element(
    "w:sectPr",
    {},
    element("w:footerReference", { "w:type": "default", "r:id": footer }),
    element("w:pgSz", size),
    element("w:pgMar", {
      "w:top": 850,
      "w:right": side,
      "w:bottom": 1134,
      "w:left": side,
      "w:header": 454,
      "w:footer": 454,
      "w:gutter": 0,
    }),
    direction === "rtl" ? element("w:bidi") : "",
  );
}
