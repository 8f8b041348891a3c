import type { Path } from "../source/spec-file.ts";

export interface WrittenText {
  readonly text: string;
  /** From the top of what was walked through. */
  readonly path: Path;
}

/** Every text that an author wrote below some keys, in the order in which it is written. */
export function* eachText(value: unknown, skips: (path: Path) => boolean, path: Path = []): Iterable<WrittenText> {
  if (typeof value === "string") {
    yield { text: value, path };
  } else if (Array.isArray(value)) {
    for (const [at, item] of value.entries()) yield* eachText(item, skips, [...path, at]);
  } else if (typeof value === "object" && value !== null) {
    for (const [key, below] of Object.entries(value)) {
      const inner = [...path, key];
      if (!skips(inner)) yield* eachText(below, skips, inner);
    }
  }
}
