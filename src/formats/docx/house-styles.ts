import type { WordLook } from "../../page/brand.ts";
import type { Page } from "../../page/page.ts";
import { element, part, type Xml } from "./xml.ts";

/** A style as it is written. */
export interface WrittenStyle {
  readonly type: string;
  readonly id: string;
  readonly name: string;
  readonly xml: Xml;
}

export interface HouseStyles {
  /** The whole part: the house's, with those of ours that it lacks. */
  readonly xml: Xml;
  /** What our styles are called there, by our ids. */
  readonly ids: ReadonlyMap<string, string>;
}

/** The look of the house's own documents; theirs is written from left to right, and so are those that take it. */
export function wordLookOf({ brand, direction }: Page): WordLook | null {
  return direction === "ltr" ? (brand?.word ?? null) : null;
}

/** The styles of a house, by the names that Word gives them; what it has none for is ours. */
export function houseStyles(styles: Xml, ours: readonly WrittenStyle[], { language }: Page): HouseStyles {
  const house = readStyles(styles);
  const taken = new Set(house.map(({ id }) => id));
  const sameAs = ({ type, name }: WrittenStyle) =>
    house.find((one) => one.type === type && one.name.toLowerCase() === name.toLowerCase());
  const ids = new Map(
    ours.map((one) => [one.id, sameAs(one)?.id ?? (taken.has(one.id) ? `Paper${one.id}` : one.id)] as const),
  );
  const added = ours
    .filter((one) => sameAs(one) === undefined)
    .map(({ xml }) => renameStyles(xml, ids).replace(/ w:default="1"/u, ""));
  // Lists of the house are not taken over, and neither is the numbering of its headings.
  const unnumbered = styles.replace(/<w:numPr>[\s\S]*?<\/w:numPr>|<w:numPr\/>/gu, "");
  const whole = unnumbered.replace(/<\/w:styles>\s*$/u, () => `${added.join("")}</w:styles>`);
  return { xml: part(withLanguage(whole, language)), ids };
}

/** Markup with the ids of styles in it as the house has them. */
export function renameStyles(xml: Xml, ids: ReadonlyMap<string, string>): Xml {
  return xml.replace(
    /(<w:(?:pStyle|rStyle|tblStyle|basedOn|next) w:val="|<w:style\b[^>]* w:styleId=")([^"]+)"/gu,
    (written, before: string, id: string) => (ids.has(id) ? `${before}${ids.get(id)}"` : written),
  );
}

export function readStyles(xml: Xml): readonly WrittenStyle[] {
  return [...xml.matchAll(/<w:style\b([^>]*)>([\s\S]*?)<\/w:style>/gu)].map(([whole, attributes = "", inner = ""]) => ({
    type: /\bw:type="([^"]*)"/u.exec(attributes)?.[1] ?? "paragraph",
    id: /\bw:styleId="([^"]*)"/u.exec(attributes)?.[1] ?? "",
    name: /<w:name\b[^>]*\bw:val="([^"]*)"/u.exec(inner)?.[1] ?? "",
    xml: whole,
  }));
}

/** Words are checked and read aloud in the language of the paper, not in that of the house's document. */
function withLanguage(styles: Xml, language: string): Xml {
  const tag = element("w:lang", { "w:val": language, "w:eastAsia": language });
  const defaults = /<w:rPrDefault>[\s\S]*?<\/w:rPrDefault>|<w:rPrDefault\/>/u.exec(styles)?.[0];
  if (defaults === undefined) {
    const made = element("w:docDefaults", {}, element("w:rPrDefault", {}, element("w:rPr", {}, tag)));
    const without = styles.replace(/<w:docDefaults>[\s\S]*?<\/w:docDefaults>|<w:docDefaults\/>/u, "");
    return without.replace(/<w:styles\b[^>]*>/u, (root) => root + made);
  }
  const bare = defaults.replace(/<w:lang\b[^>]*\/>/u, "");
  const filled = /<\/w:rPr>/u.test(bare)
    ? bare.replace("</w:rPr>", () => `${tag}</w:rPr>`)
    : element("w:rPrDefault", {}, element("w:rPr", {}, tag));
  return styles.replace(defaults, () => filled);
}

/** The heading of a house stands on its own ground: the words around it must not stand on ours. */
export function hasOwnHeading(styles: Xml): boolean {
  return readStyles(styles).some(({ name }) => name.toLowerCase() === "heading 1");
}
