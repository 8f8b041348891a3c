import { type Brand, type Logo, logoSize } from "../../page/brand.ts";
import type { Picture } from "./sheet.ts";

const formats = { "image/png": "png", "image/jpeg": "jpg", "image/svg+xml": "svg" } as const;

/** The logo of a house, as a drawing where that looks the same everywhere. */
export function pictureOf(brand: Brand | undefined): Picture | null {
  const logo = brand === undefined || dependsOnFonts(brand.logo) ? (brand?.pixelLogo ?? brand?.logo) : brand.logo;
  if (logo === null || logo === undefined) return null;
  return { format: formats[logo.type], bytes: [...logo.bytes], alt: logo.alt, ...logoSize(logo) };
}

/** Words in a drawing are set in what fonts a machine has, or in none. */
function dependsOnFonts(logo: Logo | null): boolean {
  return logo?.type === "image/svg+xml" && /<(?:\w+:)?text\b/u.test(new TextDecoder().decode(logo.bytes));
}
