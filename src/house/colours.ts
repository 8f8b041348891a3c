import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { ownPalette, type Palette } from "../page/brand.ts";
import type { ColoursShape } from "../schema/shapes.ts";
import type { SpecFile } from "../source/spec-file.ts";
import { code, joinWords } from "../text/words.ts";
import { contrast, nearestReadable, printRatio } from "./contrast.ts";
import { houseFinding } from "./finding.ts";

/** What words need to be read by people with poor sight: WCAG 2.2, success criterion 1.4.3. */
const needed = 4.5;

type Colour = keyof Palette;

interface Ground {
  /** The name of a colour that a house can set, or one that it cannot. */
  readonly name: Colour | "white" | "notice";
  readonly words: string;
}

const white: Ground = { name: "white", words: "the white of the page" };
const notice: Ground = { name: "notice", words: "the ground of notices" };
const tint: Ground = { name: "tint", words: "the tint" };
const banner: Ground = { name: "banner", words: "the banner" };

/** What stands on what. */
const grounds: Readonly<Partial<Record<Colour, readonly Ground[]>>> = {
  text: [white, tint, notice],
  mutedText: [white],
  accent: [white, tint, notice],
  bannerText: [banner],
};

const fixed = { white: "#FFFFFF", notice: "#FFF6DB" } as const;

/** The colours that a house has set, and those that follow from them. */
export function readColours(written: ColoursShape): Partial<Palette> {
  const { accent } = written;
  const ground = written.banner ?? accent;
  if (ground === undefined) return written;
  // Whoever sets the ground alone need not know what can be read on it.
  const words = [ownPalette.bannerText, written.text ?? ownPalette.text, "#000000"];
  const readable = words.find((one) => contrast(one, ground) >= needed) ?? ownPalette.bannerText;
  return { ...written, banner: ground, bannerText: written.bannerText ?? readable };
}

/**
 * A finding for each colour that cannot be read where papers use it, or on which others cannot be read.
 *
 * @param isWhole whether these are all the colours that the house means: ours stand in for others only then
 */
export function checkColours(spec: SpecFile, written: ColoursShape, isWhole: boolean): readonly Diagnostic[] {
  const palette = { ...ownPalette, ...readColours(written), ...fixed };
  const isKnown = (name: Ground["name"]) => isWhole || name in fixed || written[name as Colour] !== undefined;
  const pairs = Object.entries(grounds)
    .flatMap(([words, below]) => (below ?? []).map((ground) => ({ words: words as Colour, ground })))
    .filter(({ words, ground }) => isKnown(words) && isKnown(ground.name));
  const bad = pairs.filter(({ words, ground }) => contrast(palette[words], palette[ground.name]) < needed);
  const blamed = new Map<Colour, typeof bad>();
  for (const pair of bad) {
    const { words, ground } = pair;
    const name =
      written[words] !== undefined || ground.name === "white" || ground.name === "notice" ? words : ground.name;
    blamed.set(name, [...(blamed.get(name) ?? []), pair]);
  }
  return [...blamed].map(([name, its]) => {
    const isGround = its.every(({ words }) => words !== name);
    const others = isGround
      ? pairs.filter(({ ground }) => ground.name === name).map(({ words }) => palette[words])
      : pairs.filter(({ words }) => words === name).map(({ ground }) => palette[ground.name]);
    const [worst] = [...its].sort((a, b) => ratioOf(a) - ratioOf(b));
    const ratio = worst === undefined ? 1 : ratioOf(worst);
    const where = isGround
      ? `${joinWords(its.map(({ words }) => code(words)))} on it`
      : joinWords(its.map(({ ground }) => ground.words));
    const nearest = nearestReadable(palette[name], others, needed);
    const how = nearest === null ? "choose others for both" : `the nearest that passes is ${code(`"${nearest}"`)}`;
    const message = `Unexpected contrast of only ${printRatio(ratio)} with ${where}, expected at least ${needed}:1 (WCAG 2.2 AA); ${how}`;
    return houseFinding("brand-contrast", message, spec.valueAt(["colours", name]));
  });

  function ratioOf({ words, ground }: (typeof bad)[number]): number {
    return contrast(palette[words], palette[ground.name]);
  }
}
