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
