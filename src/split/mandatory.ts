import type { InlineUnitShape, QualificationShape } from "../schema/shapes.ts";
import { documentEnd } from "../source/pieces/lines.ts";
import { ended, withLineEndsOf } from "./compose.ts";

/** Without rules of combination every unit in the file is mandatory: one elsewhere is not. */
export function allMandatory(units: readonly InlineUnitShape[]) {
  const ids = units.map(({ id }) => id);
  return { groups: [{ id: "mandatory", title: "Mandatory units", require: "all" as const, units: ids }] };
}

/** The text of a qualification without its units, with the rules that say so where it has none. */
export function withRules(text: string, { rulesOfCombination, units = [] }: QualificationShape): string {
  if (rulesOfCombination !== undefined) return text;
  const ids = units.map(({ id }) => id).join(", ");
  const lines = `rulesOfCombination:\n  groups:\n    - { id: mandatory, title: Mandatory units, require: all, units: [${ids}] }\n`;
  const end = documentEnd(text);
  return ended(text.slice(0, end)) + withLineEndsOf(text, lines) + text.slice(end);
}
