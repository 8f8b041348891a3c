import { levelName } from "../model/level.ts";
import type { Bounds, Level, Observation } from "../model/types.ts";
import type { RangeShape } from "../schema/shapes.ts";
import { countOf, joinWords } from "../text/words.ts";
import { onOneLine } from "./wording.ts";

/** What a value says, in words; null where nothing is said. */
export function textOrNull(text: string | undefined | null): string | null {
  return text === undefined || text === null ? null : onOneLine(text);
}

export function hoursOf(figure: number | "none" | undefined): string | null {
  return typeof figure === "number" ? countOf(figure, "hour") : (figure ?? null);
}

export function creditOf(figure: number | "none" | undefined): string | null {
  return typeof figure === "number" ? countOf(figure, "credit") : (figure ?? null);
}

export function levelOf(level: Level | string | number | undefined | null): string | null {
  return level === undefined || level === null ? null : levelName(level as Level);
}

export function listOf(words: readonly string[] | undefined | null | string): string | null {
  if (words === undefined || words === null) return null;
  return typeof words === "string" ? onOneLine(words) : words.map(onOneLine).join("; ");
}

/** Words of the format as people say them. */
export function plain(word: string | null): string | null {
  return word === null ? null : word.replace(/-/gu, " ");
}

export function rangeOf(range: RangeShape | null | undefined): string | null {
  if (range === null || range === undefined) return null;
  const { require = "all", items } = range;
  const how =
    typeof require === "object"
      ? `at least ${require.atLeast} of`
      : require === "illustrative"
        ? "for example"
        : `${require} of`;
  return `${how}: ${items.map(onOneLine).join("; ")}`;
}

export function observationOf(observation: Observation | null): string | null {
  if (observation === null) return null;
  const often =
    observation.occasions === null
      ? "observed"
      : `observed ${observation.occasions === 1 ? "once" : `${observation.occasions} times`}`;
  return observation.setting === null ? often : `${often}, ${plain(observation.setting)}`;
}

/** "at least 12 credits and at most 2 units"; null where nothing is asked for. */
export function boundsOf(credit: Bounds | null | undefined, units: Bounds | null | undefined): string | null {
  const parts = [...sidesOf(credit, "credit"), ...sidesOf(units, "unit")];
  return parts.length === 0 ? null : joinWords(parts);
}

function sidesOf(bounds: Bounds | null | undefined, what: string): readonly string[] {
  const { min, max } = bounds ?? {};
  if (min !== undefined && min === max) return [`exactly ${countOf(min, what)}`];
  return [
    ...(min === undefined ? [] : [`at least ${countOf(min, what)}`]),
    ...(max === undefined ? [] : [`at most ${countOf(max, what)}`]),
  ];
}
