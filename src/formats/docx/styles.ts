import { type Palette, paletteOf, splitFonts } from "../../page/brand.ts";
import type { Page } from "../../page/page.ts";
import { hasOwnHeading, wordLookOf } from "./house-styles.ts";
import { textWidth } from "./sheet.ts";
import { element, part, value, wordNamespaces, type Xml } from "./xml.ts";

/** The colours that no house changes, those that web pages have too. */
const colours = {
  line: "C4CCD6",
  edge: "66727F",
  warn: "FFF6DB",
  warnEdge: "A86A00",
  prompt: "5F6B78",
} as const;

/** What a house may change: Word writes colours without a sign before them. */
interface Look {
  readonly palette: Palette;
  /** Of the text and of headings; null where ours stay. */
  readonly fonts: { readonly body: string | null; readonly headings: string | null };
}

export function lookOf({ brand }: Page): Look {
  const palette = Object.entries(paletteOf(brand)).map(([name, colour]) => [name, colour.slice(1)] as const);
  const first = (families: readonly string[] = []) => splitFonts(families).names[0] ?? null;
  return {
    palette: Object.fromEntries(palette) as unknown as Palette,
    fonts: { body: first(brand?.fonts.body), headings: first(brand?.fonts.headings) },
  };
}

interface Sheet {
  /** Where lines end. */
  readonly width: number;
  /** The heading of the house stands on no banner: nothing around it does. */
  readonly isPlain: boolean;
}

interface Style {
  readonly name: string;
  readonly basedOn?: string;
  readonly next?: string;
  readonly paragraph?: Xml;
  readonly run?: Xml;
}

const bold = element("w:b") + element("w:bCs");
const colour = (rgb: string) => value("w:color", rgb);
const size = (halfPoints: number) => value("w:sz", halfPoints) + value("w:szCs", halfPoints);
const font = (name: string) =>
  element("w:rFonts", { "w:ascii": name, "w:hAnsi": name, "w:eastAsia": name, "w:cs": name });
const keepNext = element("w:keepNext");
const keepLines = element("w:keepLines");
const together = element("w:contextualSpacing");
const spacing = (before: number, after: number, line = 264) =>
  element("w:spacing", { "w:before": before, "w:after": after, "w:line": line, "w:lineRule": "auto" });
const indent = (left: number, hanging?: number) => element("w:ind", { "w:left": left, "w:hanging": hanging });
const inset = (both: number) => element("w:ind", { "w:left": both, "w:right": both });
const fill = (rgb: string) => element("w:shd", { "w:val": "clear", "w:color": "auto", "w:fill": rgb });
const edge = (side: string, rgb: string, width: number, space: number) =>
  element(`w:${side}`, { "w:val": "single", "w:sz": width, "w:space": space, "w:color": rgb });
const borders = (...sides: readonly Xml[]) => element("w:pBdr", {}, ...sides);
const boxed = (rgb: string, width: number, space: number) =>
  borders(...["top", "left", "bottom", "right"].map((side) => edge(side, rgb, width, space)));
const outline = (level: number) => value("w:outlineLvl", level);

/** Over a part that begins anew, such as a criterion with its room to answer. */
export const ruleAbove = borders(edge("top", colours.line, 6, 6));

/** A stripe at the side, and a little of the background above and below the words. */
const marked = (rgb: string, background: string) =>
  borders(edge("top", background, 4, 4), edge("left", rgb, 36, 8), edge("bottom", background, 4, 4)) + fill(background);
const entry = (left: number, right: number) =>
  element("w:tabs", {}, element("w:tab", { "w:val": "right", "w:leader": "dot", "w:pos": right })) +
  spacing(40, 40) +
  indent(left);

/** Built-in names where Word has them, so that a house's own template can put its styles in their place. */
function paragraphStyles({ palette, fonts }: Look, { width, isPlain }: Sheet) {
  const banner = isPlain ? "" : boxed(palette.banner, 4, 14) + fill(palette.banner);
  const onBanner = isPlain ? "" : colour(palette.bannerText);
  const inBanner = isPlain ? "" : inset(284);
  const headings = fonts.headings === null ? "" : font(fonts.headings);
  return {
    Normal: { name: "Normal", paragraph: spacing(80, 80) },
    Heading1: {
      name: "heading 1",
      next: "Normal",
      paragraph: keepNext + keepLines + banner + spacing(0, 0, 300) + inBanner + outline(0),
      run: headings + bold + onBanner + size(48),
    },
    Heading2: {
      name: "heading 2",
      next: "Normal",
      paragraph:
        keepNext + keepLines + borders(edge("bottom", palette.accent, 24, 3)) + spacing(360, 140, 252) + outline(1),
      run: headings + bold + colour(palette.accent) + size(34),
    },
    Heading3: {
      name: "heading 3",
      next: "Normal",
      paragraph: keepNext + keepLines + spacing(300, 100, 252) + outline(2),
      run: headings + bold + size(26),
    },
    Heading4: {
      name: "heading 4",
      next: "Normal",
      paragraph: keepNext + keepLines + spacing(240, 80, 252) + outline(3),
      run: headings + bold + size(22),
    },
    TOCHeading: { name: "TOC Heading", basedOn: "Heading2", next: "Normal", paragraph: outline(9) },
    TOC1: { name: "toc 1", paragraph: entry(0, width) },
    TOC2: { name: "toc 2", paragraph: entry(284, width) },
    TOC3: { name: "toc 3", paragraph: entry(568, width) },
    Banner: {
      name: "Banner",
      paragraph: keepNext + banner + spacing(0, 0, 300) + inBanner,
      run: bold + onBanner + size(24),
    },
    BannerName: { name: "Banner Name", basedOn: "Banner", run: size(26) },
    Notice: {
      name: "Notice",
      paragraph: keepLines + marked(colours.warnEdge, colours.warn) + spacing(160, 160) + indent(200) + together,
      run: size(20),
    },
    Task: {
      name: "Task",
      paragraph: marked(palette.accent, palette.tint) + spacing(120, 120, 276) + indent(200) + together,
    },
    Guidance: {
      name: "Guidance",
      paragraph: borders(edge("left", colours.line, 18, 8)) + spacing(80, 80) + indent(200) + together,
      run: colour(palette.mutedText) + size(20),
    },
    Note: { name: "Note", paragraph: spacing(60, 60), run: colour(palette.mutedText) + size(20) },
    Quote: { name: "Quote", paragraph: borders(edge("left", colours.line, 18, 8)) + spacing(80, 80) + indent(400) },
    CodeBlock: { name: "Code Block", paragraph: spacing(80, 80, 240), run: font("Courier New") + size(19) },
    Rule: { name: "Rule", paragraph: borders(edge("bottom", colours.line, 6, 1)) + spacing(80, 160) },
    Term: { name: "Term", paragraph: keepNext + spacing(140, 0), run: bold },
    Caption: { name: "caption", next: "Normal", paragraph: keepNext + spacing(200, 80, 252), run: bold },
    TableText: { name: "Table Text", paragraph: spacing(20, 20, 252), run: size(19) },
    TableHead: { name: "Table Head", basedOn: "TableText", run: bold },
    TableNote: { name: "Table Note", basedOn: "TableText", run: colour(palette.mutedText) + size(17) },
    AfterTable: { name: "After Table", paragraph: spacing(0, 140, 20), run: size(2) },
    FieldLine: {
      name: "Field Line",
      paragraph:
        keepLines +
        borders(edge("bottom", colours.edge, 4, 2), edge("between", colours.edge, 4, 2)) +
        element("w:tabs", {}, element("w:tab", { "w:val": "left", "w:pos": 3686 })) +
        spacing(240, 0) +
        indent(3686, 3686),
    },
    FieldTick: { name: "Field Tick", paragraph: keepLines + spacing(100, 60) + indent(425, 425) },
    Footer: { name: "footer", paragraph: spacing(0, 0, 240), run: colour(palette.mutedText) + size(15) },
    Logo: { name: "Logo", paragraph: keepNext + spacing(0, 200, 240) },
  } as const satisfies Readonly<Record<string, Style>>;
}

export type ParagraphStyle = keyof ReturnType<typeof paragraphStyles>;

function characterStyles({ palette }: Look) {
  return {
    DefaultParagraphFont: { name: "Default Paragraph Font" },
    Number: { name: "Number", run: colour(palette.accent) },
    FieldName: { name: "Field Name", run: bold },
    CodeText: { name: "Code Text", run: font("Courier New") },
    Hyperlink: { name: "Hyperlink", run: colour(palette.accent) + value("w:u", "single") },
    PlaceholderText: { name: "Placeholder Text", run: colour(colours.prompt) },
  } as const satisfies Readonly<Record<string, Style>>;
}

export type CharacterStyle = Exclude<keyof ReturnType<typeof characterStyles>, "DefaultParagraphFont">;

export const tableStyle = "PaperTable";

/** The part that says what each style looks like. */
export function encodeStyles(page: Page): Xml {
  const look = lookOf(page);
  const house = wordLookOf(page);
  const isPlain = house !== null && hasOwnHeading(house.styles);
  const { Normal, ...others } = paragraphStyles(look, { width: Math.min(10300, textWidth(page)), isPlain });
  // All other styles are based on this one, and go its way.
  const first: Style = { ...Normal, paragraph: (page.direction === "rtl" ? element("w:bidi") : "") + Normal.paragraph };
  const paragraphs = Object.entries<Style>({ Normal: first, ...others }).map(([id, style]) =>
    encodeStyle("paragraph", id, style),
  );
  const characters = Object.entries<Style>(characterStyles(look)).map(([id, style]) =>
    encodeStyle("character", id, style),
  );
  return part(
    element("w:styles", wordNamespaces, defaults(page, look), ...paragraphs, ...characters, encodeTableStyles()),
  );
}

function encodeStyle(type: "paragraph" | "character", id: string, style: Style): Xml {
  const first = type === "paragraph" ? "Normal" : "DefaultParagraphFont";
  return element(
    "w:style",
    { "w:type": type, "w:default": id === first ? 1 : undefined, "w:styleId": id },
    value("w:name", style.name),
    id === first ? "" : value("w:basedOn", style.basedOn ?? first),
    style.next === undefined ? "" : value("w:next", style.next),
    element("w:qFormat"),
    style.paragraph === undefined ? "" : element("w:pPr", {}, style.paragraph),
    style.run === undefined ? "" : element("w:rPr", {}, style.run),
  );
}

function defaults({ language, direction }: Page, { palette, fonts }: Look): Xml {
  const languages = {
    "w:val": language,
    "w:eastAsia": language,
    "w:bidi": direction === "rtl" ? language : undefined,
  };
  const run = element(
    "w:rPr",
    {},
    font(fonts.body ?? "Arial"),
    colour(palette.text),
    size(22),
    element("w:lang", languages),
  );
  return element("w:docDefaults", {}, element("w:rPrDefault", {}, run), element("w:pPrDefault"));
}

function encodeTableStyles(): Xml {
  const margins = (vertical: number, horizontal: number) =>
    element(
      "w:tblCellMar",
      {},
      ...["top", "left", "bottom", "right"].map((side) =>
        element(`w:${side}`, {
          "w:w": side === "top" || side === "bottom" ? vertical : horizontal,
          "w:type": "dxa",
        }),
      ),
    );
  const lines = ["top", "left", "bottom", "right", "insideH", "insideV"].map((side) => edge(side, colours.line, 4, 0));
  return [
    element(
      "w:style",
      { "w:type": "table", "w:default": 1, "w:styleId": "TableNormal" },
      value("w:name", "Normal Table"),
      element("w:tblPr", {}, element("w:tblInd", { "w:w": 0, "w:type": "dxa" }), margins(0, 108)),
    ),
    element(
      "w:style",
      { "w:type": "table", "w:styleId": tableStyle },
      value("w:name", "Paper Table"),
      value("w:basedOn", "TableNormal"),
      element("w:tblPr", {}, element("w:tblBorders", {}, ...lines), margins(50, 95)),
    ),
  ].join("");
}
