/** How the papers of one house look. Every format takes of it what it can show. */
export interface Brand {
  readonly logo: Logo | null;
  /** The same for programs that cannot be relied on to show SVG: PNG or JPEG. */
  readonly pixelLogo: Logo | null;
  /** Those that the house has set: ours stand for the others. */
  readonly colours: Partial<Palette>;
  /** Names of fonts, the one wanted most first; none where ours are kept. Nothing is fetched. */
  readonly fonts: { readonly body: readonly string[]; readonly headings: readonly string[] };
  /** At the foot of every page. */
  readonly footer: string | null;
  /** CSS of the house, after ours. */
  readonly styles: string;
  /** How its Word documents look; left out where ours are kept. */
  readonly word?: WordLook;
}

/** What is taken over from a Word document of the house. */
export interface WordLook {
  /** The part with its styles, and the theme that they may refer to: whole XML. */
  readonly styles: string;
  readonly theme: string | null;
  /** In twentieths of a point; null where ours are kept. */
  readonly margins: Readonly<Record<"top" | "right" | "bottom" | "left", number>> | null;
}

export interface Logo {
  readonly type: "image/png" | "image/jpeg" | "image/svg+xml";
  readonly bytes: Uint8Array;
  /** What it says, for those who cannot see it. */
  readonly alt: string;
  /** In pixels; of a drawing only their proportion counts. */
  readonly width: number;
  readonly height: number;
}

/** The colours that a house may set, as #RRGGBB. */
export interface Palette {
  readonly text: string;
  readonly mutedText: string;
  readonly accent: string;
  readonly banner: string;
  readonly bannerText: string;
  readonly tint: string;
}

/** The colours of papers without a brand; those of templates/styles/page.css. */
export const ownPalette: Palette = {
  text: "#1B2430",
  mutedText: "#4A5665",
  accent: "#0B4F6C",
  banner: "#0B4F6C",
  bannerText: "#FFFFFF",
  tint: "#EEF3F7",
};

/** Every colour of a page, those that its house has left to us among them. */
export function paletteOf(brand: Brand | undefined): Palette {
  return { ...ownPalette, ...brand?.colours };
}

/** The size of the logo on paper in points, within the room that it has, in its own proportion. */
export function logoSize(
  { width, height }: Logo,
  room: { readonly width: number; readonly height: number } = logoRoom,
): { readonly width: number; readonly height: number } {
  const scale = Math.min(room.width / width, room.height / height);
  return { width: width * scale, height: height * scale };
}

const logoRoom = { width: 180, height: 48 };

const generic = ["serif", "sans-serif", "monospace"] as const;

/** Fonts by their names, and what a machine that has none of them shall take. */
export function splitFonts(families: readonly string[]): {
  readonly names: readonly string[];
  readonly fallback: (typeof generic)[number] | null;
} {
  const names = families.filter((name) => !(generic as readonly string[]).includes(name));
  return { names, fallback: generic.find((name) => families.includes(name)) ?? null };
}
