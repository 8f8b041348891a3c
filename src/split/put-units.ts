import { columnOf, documentEnd } from "../source/pieces/lines.ts";
import { type Spacing, spacingOf } from "../source/pieces/spacing-of.ts";
import type { Piece, Taken } from "../source/pieces/take-items.ts";
import type { SpecFile } from "../source/spec-file.ts";
import { itemLines, layoutOf, type UnitsLayout, unitsLines, usualLayout } from "./layout.ts";
import { findMarker } from "./marker.ts";

/** Where units come to stand in the file of their qualification. */
export interface Stand {
  /** Those that the file says come first, in this order. */
  readonly order: readonly string[];
  /** The text with some more units in it. */
  readonly put: (pieces: readonly Piece[]) => string;
}

/** Below those that stand in it, else where a marker is, else at the end. */
export function standOf(spec: SpecFile, taken: Taken | null): Stand {
  const { text } = spec.source;
  const spacing = spacingOf(spec, "units");
  if (taken !== null) return { order: [], put: (pieces) => among(taken, pieces, spacing) };
  const margin = columnOf(text, spec.nodesTo([])?.[0]?.range?.[0] ?? 0);
  const marker = findMarker(spec, margin);
  if (marker === null) return { order: [], put: (pieces) => atEnd(text, pieces, margin, spacing) };
  const [before, after] = [text.slice(0, marker.start), text.slice(marker.end)];
  const put = (pieces: readonly Piece[]) => joined(before, unitsLines(pieces, marker.layout, margin), after, pieces);
  return { order: marker.layout.order, put };
}

function among(taken: Taken, pieces: readonly Piece[], spacing: Spacing): string {
  const { before, list, after } = taken;
  const margin = /^ */u.exec(list)?.[0].length ?? 0;
  const own = layoutOf(taken, []);
  const layout = own.emptyBetween.length === 0 ? { ...own, emptyBetween: emptyBetween(spacing) } : own;
  const lines =
    taken.layout === null
      ? unitsLines([...taken.pieces, ...pieces], layout, margin)
      : [list, ...itemLines(pieces, layout, margin, taken.pieces)];
  return joined(before, lines, after, pieces);
}

/** Empty lines at the end of the file stay there, but for those of a text that keeps them. */
function atEnd(text: string, pieces: readonly Piece[], margin: number, spacing: Spacing): string {
  const layout: UnitsLayout = { ...usualLayout, emptyBetween: emptyBetween(spacing) };
  const said = text.slice(0, documentEnd(text));
  const empty = (spacing === "kept" ? /\r?\n$/u : /(?:[ \t]*\r?\n)+$/u).exec(said)?.[0] ?? "";
  const after = text.slice(said.length - empty.length);
  const before = text.slice(0, said.length - empty.length) + lineBreakOf(text);
  return joined(before, [...(spacing === "apart" ? [""] : []), ...unitsLines(pieces, layout, margin)], after, pieces);
}

function emptyBetween(spacing: Spacing): readonly number[] {
  return [spacing === "apart" ? 1 : 0];
}

/** A text that keeps its end needs one, and no empty lines below. */
function joined(before: string, lines: readonly string[], after: string, pieces: readonly Piece[]): string {
  const lineBreak = lineBreakOf(before);
  const end = pieces.at(-1)?.keepsEnd === true ? after.replace(/^(?:[ \t]*\r?\n)*/u, lineBreak) : after;
  return before + lines.join(lineBreak) + end;
}

function lineBreakOf(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}
