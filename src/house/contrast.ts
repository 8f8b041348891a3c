/** Colours as #RRGGBB, and how well one can be read on another: WCAG 2.2, "relative luminance" and "contrast ratio". */

/** From 1, which nobody can read, to 21, black on white. */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(colour).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** A ratio as it is printed: cut, not rounded, for 4.499 does not pass as 4.5. */
export function printRatio(ratio: number): string {
  return `${(Math.floor(ratio * 100) / 100).toFixed(2)}:1`;
}

/** The colour nearest to `colour` on its way to black or to white that can be read on all of `others`; null where none can. */
export function nearestReadable(colour: string, others: readonly string[], needed: number): string | null {
  const isReadable = (one: string) => others.every((other) => contrast(one, other) >= needed);
  const from = channelsOf(colour);
  const steps = 256;
  for (let step = 0; step <= steps; step += 1) {
    for (const end of [0, 255]) {
      const mixed = from.map((channel) => {
        const exact = channel + ((end - channel) * step) / steps;
        return end === 0 ? Math.floor(exact) : Math.ceil(exact);
      });
      const made = `#${mixed.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`.toUpperCase();
      if (isReadable(made)) return made;
    }
  }
  return null;
}

function channelsOf(colour: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}
