import { type Brand, logoSize, type Palette, splitFonts } from "../../page/brand.ts";
import { cssString, escapeHtml } from "./escape.ts";

/** The styles of a house, which come after ours. */
export function brandStyles(brand: Brand | undefined): string {
  if (brand === undefined) return "";
  const { colours, fonts, logo, styles } = brand;
  const rules = [
    rule(
      ":root",
      Object.entries(variables).map(([name, key]) => [name, colours[key]]),
    ),
    rule(".banner", [
      ["background", colours.banner],
      ["color", colours.bannerText],
    ]),
    rule(".banner .document", [["border-top-color", colours.bannerText]]),
    rule("html", [["font-family", family(fonts.body)]]),
    rule(":is(h1, h2, h3, h4)", [["font-family", family(fonts.headings)]]),
    logo === null ? "" : logoStyles,
    marginStyles(brand),
    styles === "" || styles.endsWith("\n") ? styles : `${styles}\n`,
  ];
  return rules.join("");
}

const variables: Readonly<Record<string, keyof Palette>> = {
  "--ink": "text",
  "--soft": "mutedText",
  "--accent": "accent",
  "--tint": "tint",
};

const ownFamilies = '"Segoe UI", system-ui, -apple-system, "Helvetica Neue", Arial, sans-serif';

const logoStyles = `.logo {
  margin: 0 0 1rem;
}

.logo img {
  display: block;
  max-width: 100%;
  height: auto;
}
`;

/** Names as texts: no name can end the rule that it stands in. */
function family(families: readonly string[]): string | undefined {
  if (families.length === 0) return undefined;
  const { names, fallback } = splitFonts(families);
  return [...names.map(cssString), fallback ?? ownFamilies].join(", ");
}

/** What stands at the foot of a sheet knows nothing of the variables of the page. */
function marginStyles({ colours, fonts }: Brand): string {
  const own = rule("", [
    ["color", colours.mutedText],
    ["font-family", family(fonts.body)],
  ]);
  return own === "" ? "" : `@page { @bottom-left${own} @bottom-right${own} }\n`;
}

function rule(selector: string, declarations: readonly (readonly [string, string | undefined])[]): string {
  const written = declarations.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name}: ${value};\n`]));
  return written.length === 0 ? "" : `${selector} {\n${written.join("")}}\n`;
}

/** The logo at the head of a page, in the page itself. */
export function logoMarkup(brand: Brand | undefined): string {
  const logo = brand?.logo ?? null;
  if (logo === null) return "";
  const { width, height } = logoSize(logo);
  const pixels = (points: number) => Math.max(1, Math.round((points * 96) / 72));
  const source = `data:${logo.type};base64,${Buffer.from(logo.bytes).toString("base64")}`;
  return `\n<p class="logo"><img src="${source}" alt="${escapeHtml(logo.alt)}" width="${pixels(width)}" height="${pixels(height)}"></p>\n`;
}

/** Pictures that the page holds itself, and no others, where there are any. */
export function picturePolicy(brand: Brand | undefined): string {
  const hasPictures = brand !== undefined && (brand.logo !== null || /url\(/iu.test(brand.styles));
  return hasPictures ? " img-src data:;" : "";
}
