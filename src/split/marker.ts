import { markerWords } from "../source/pieces/units-marker.ts";
import type { SpecFile } from "../source/spec-file.ts";
import { type UnitsLayout, usualLayout } from "./layout.ts";

/** What the settings of a marker are called; those that are as usual are not written. */
const numbers = {
  emptyAboveFirst: "empty lines above the first",
  beforeDash: "spaces before the dash",
  afterDash: "spaces after the dash",
} as const;

/** The comment that keeps the place of units which stand in files of their own. */
export function printMarker(layout: UnitsLayout): string {
  const { order, emptyBetween, beside } = layout;
  const isUsual = emptyBetween.every((count) => count === 0);
  const settings = [
    ...(order.length === 0 ? [] : [`order: ${order.join(", ")}`]),
    ...(isUsual ? [] : [`empty lines between: ${emptyBetween.join(", ")}`]),
    ...keysOf(numbers).flatMap((key) => (layout[key] === usualLayout[key] ? [] : [`${numbers[key]}: ${layout[key]}`])),
  ];
  const own = settings.length === 0 ? "" : ` (${settings.join("; ")})`;
  return `${markerWords}${own}${beside === "" ? "" : ` ${beside}`}`;
}

export interface Marker {
  /** The offsets of its line, without the line end. */
  readonly start: number;
  readonly end: number;
  readonly layout: UnitsLayout;
}

/** The first marker that stands at the margin of a file: deeper it would belong to a text. */
export function findMarker({ source: { text } }: SpecFile, margin: number): Marker | null {
  const line = new RegExp(`^ {${margin}}${markerWords}(?: \\(([^)]*)\\))?(?:[ \\t]+(#.*?))?(?=\\r?$)`, "mu").exec(text);
  if (line === null) return null;
  const [whole, settings = "", beside = ""] = line;
  return { start: line.index, end: line.index + whole.length, layout: { ...readSettings(settings), beside } };
}

function readSettings(written: string): UnitsLayout {
  const said = new Map(
    written.split(";").map((one) => {
      const [name = "", value = ""] = one.split(":");
      return [name.trim(), value.split(",").map((part) => part.trim())];
    }),
  );
  const numbersOf = (name: string) => (said.get(name) ?? []).filter((one) => /^\d{1,2}$/u.test(one)).map(Number);
  const numberOf = (key: keyof typeof numbers) => numbersOf(numbers[key])[0] ?? usualLayout[key];
  return {
    order: said.get("order") ?? [],
    emptyAboveFirst: numberOf("emptyAboveFirst"),
    emptyBetween: numbersOf("empty lines between"),
    beforeDash: numberOf("beforeDash"),
    // Without a space the dash would be a part of the key.
    afterDash: Math.max(1, numberOf("afterDash")),
    beside: "",
  };
}

function keysOf<Key extends string>(of: Readonly<Record<Key, unknown>>): readonly Key[] {
  return Object.keys(of) as Key[];
}
