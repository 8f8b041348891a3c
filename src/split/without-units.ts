import type { QualificationShape } from "../schema/shapes.ts";
import { columnOf, emptyBefore, wholeLines } from "../source/pieces/lines.ts";
import { type Spacing, spacingOf } from "../source/pieces/spacing-of.ts";
import type { Taken } from "../source/pieces/take-items.ts";
import { isSameData } from "../source/same-data.ts";
import type { SpecFile } from "../source/spec-file.ts";
import { layoutOf, type UnitsLayout, usualLayout } from "./layout.ts";
import { printMarker } from "./marker.ts";
import { namedUnits } from "./named-units.ts";

/**
 * The file of a qualification without its units. Where `bundle` would put them elsewhere, or in another way, a comment
 * keeps their place.
 */
export function withoutUnits(spec: SpecFile, taken: Taken, source: QualificationShape): string {
  const { before, list, after } = taken;
  const layout = layoutOf(taken, unusualOrder(source));
  if (after.trim() === "" && isUsual(layout, before, spacingOf(spec, "units"))) {
    const above = spacingOf(spec, "units") === "apart" ? before.replace(lastLineEnd, "") : before;
    return above.replace(lastLineEnd, "") + after;
  }
  const margin = " ".repeat(columnOf(list, list.search(/\S/u)));
  return before + margin + printMarker(layout) + after;
}

const lastLineEnd = /[ \t]*\r?\n$/u;

/** Whether `bundle` would write it so of itself. */
function isUsual({ emptyBetween, ...layout }: UnitsLayout, before: string, spacing: Spacing): boolean {
  const { emptyBetween: _between, ...usual } = usualLayout;
  const empty = spacing === "apart" ? 1 : 0;
  const above = spacing === "kept" ? 0 : emptyBefore([...wholeLines(before)].reverse());
  return above === empty && emptyBetween.every((count) => count === empty) && isSameData(layout, usual);
}

/** The units of the file, where another order follows from the rules of combination; else none. */
function unusualOrder(source: QualificationShape): readonly string[] {
  const ids = (source.units ?? []).map(({ id }) => id);
  const own = new Set(ids);
  const usual = namedUnits(source).filter((id) => own.has(id));
  return usual.join() === ids.join() ? [] : ids;
}
