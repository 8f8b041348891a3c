import type { Page } from "../../page/page.ts";
import { wordLookOf } from "./house-styles.ts";
import { element, type Xml } from "./xml.ts";

/** A4 and its margins, in twentieths of a point. */
const short = 11906;
const long = 16838;
const ownMargins = { top: 850, right: 794, bottom: 1134, left: 794 };

/** How wide a line of the page is. */
export function textWidth(page: Page): number {
  const { left, right } = marginsOf(page);
  return (page.orientation === "portrait" ? short : long) - left - right;
}

function marginsOf(page: Page) {
  return wordLookOf(page)?.margins ?? ownMargins;
}

/** The size of the sheets and what stands at the foot of each; the order of the properties is the schema's. */
export function encodeSheet(page: Page, footer: string): Xml {
  const { orientation, direction } = page;
  const { top, right, bottom, left } = marginsOf(page);
  const size =
    orientation === "portrait" ? { "w:w": short, "w:h": long } : { "w:w": long, "w:h": short, "w:orient": "landscape" };
  return element(
    "w:sectPr",
    {},
    element("w:footerReference", { "w:type": "default", "r:id": footer }),
    element("w:pgSz", size),
    element("w:pgMar", {
      "w:top": top,
      "w:right": right,
      "w:bottom": bottom,
      "w:left": left,
      "w:header": 454,
      "w:footer": 454,
      "w:gutter": 0,
    }),
    direction === "rtl" ? element("w:bidi") : "",
  );
}
