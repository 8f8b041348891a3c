import { unitMentions } from "../model/unit-mentions.ts";
import type { QualificationShape } from "../schema/shapes.ts";

/** The units that a qualification names, in the order in which it does. */
export function namedUnits(source: QualificationShape): readonly string[] {
  const groups = source.rulesOfCombination?.groups ?? [];
  const ids = [...groups.flatMap(({ units = [] }) => units), ...unitMentions(source).map(({ id }) => id)];
  return [...new Set(ids)];
}
