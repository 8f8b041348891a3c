/** Entries over several pages, so that none grows without end. */
export interface Part<T> {
  /** From 1. */
  readonly page: number;
  readonly entries: readonly T[];
}

/** Always at least one page, also of nothing. */
export function inParts<T>(entries: readonly T[], most: number): readonly Part<T>[] {
  const count = Math.max(1, Math.ceil(entries.length / most));
  return Array.from({ length: count }, (_, at) => ({
    page: at + 1,
    entries: entries.slice(at * most, (at + 1) * most),
  }));
}

/** The same by what each entry weighs: one that is too heavy for any page has a page to itself. */
export function inWeighedParts<T>(
  entries: readonly T[],
  weightOf: (entry: T) => number,
  most: number,
): readonly Part<T>[] {
  const pages: T[][] = [[]];
  let weight = 0;
  for (const entry of entries) {
    const own = weightOf(entry);
    if (weight > 0 && weight + own > most) {
      pages.push([]);
      weight = 0;
    }
    weight += own;
    pages.at(-1)?.push(entry);
  }
  return pages.map((own, at) => ({ page: at + 1, entries: own }));
}

/** How many bytes a text takes on a page, where some signs are written out. */
export function bytesOf(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    bytes += code >= 0x800 ? 3 : code >= 0x80 ? 2 : writtenOut.has(code) ? 6 : 1;
  }
  return bytes;
}

const writtenOut = new Set([..."&<>\"'`="].map((sign) => sign.charCodeAt(0)));

/** Links to all parts, each by what it begins with; none where there is one. */
export function pagerOf<T>(
  parts: readonly Part<T>[],
  here: number,
  addressOf: (page: number) => string,
  nameOf: (entry: T) => string,
) {
  if (parts.length < 2) return [];
  return parts.map(({ page, entries }) => {
    const [first] = entries;
    return { href: addressOf(page), text: first === undefined ? String(page) : nameOf(first), isHere: page === here };
  });
}
