import type { Document } from "yaml";
import type { Fix } from "../../diagnostics/diagnostic.ts";
import { replacement } from "../../diagnostics/fix.ts";
import { parseYaml } from "../parse-yaml.ts";

/** Longer stretches of text are not read again and again: a plain explanation has to do. */
const longestStretch = 100_000;
/** An error further off than this is another mistake. */
const nearby = 1_000;

/** A change to a text that may be what its author meant. */
export interface Repair {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Whether what follows the change, at `position` of the changed text, is then read as what it looks like. */
  readonly fits?: (document: Document.Parsed, position: number) => boolean;
}

/** The first of these changes after which the text reads without an error; else the one that gets furthest, or null. */
export function findRepair<T extends Repair>(text: string, candidates: readonly T[]): T | null {
  let best: { candidate: T; reach: number } | null = null;
  for (const candidate of candidates) {
    const reach = reachOf(text, candidate);
    if (reach === Number.POSITIVE_INFINITY) return candidate;
    if (reach > (best?.reach ?? nearby)) best = { candidate, reach };
  }
  return best?.candidate ?? null;
}

export function repairs(text: string, repair: Repair): boolean {
  return reachOf(text, repair) > nearby;
}

/** A change as the fix of a finding, where the text reads on after it; null where it does not. */
export function certainRepair(text: string, title: string, repair: Repair): Fix | null {
  return repairs(text, repair) ? replacement(title, repair, repair.text) : null;
}

/** How many characters beyond a change are read without an error once it is made. */
function reachOf(text: string, { start, end, text: replacement, fits }: Repair): number {
  const from = sectionBefore(text, start);
  const to = sectionAfter(text, end);
  if (to - from > longestStretch) return 0;
  const changed = text.slice(from, start) + replacement + text.slice(end, to);
  const document = parseYaml(changed);
  const position = start - from + replacement.length;
  if (fits?.(document, position) === false) return 0;
  return Math.min(...document.errors.map((error) => error.pos[0])) - position;
}

/** Where the top-level key before the one around a position begins. */
function sectionBefore(text: string, position: number): number {
  const starts = [...text.slice(0, position).matchAll(/^[^\s#]/gmu)];
  return starts.at(-2)?.index ?? 0;
}

/** Where the second top-level key after a position begins. */
function sectionAfter(text: string, position: number): number {
  const [, , third] = [...text.slice(position).matchAll(/^[^\s#]/gmu)];
  return third === undefined ? text.length : position + third.index;
}
