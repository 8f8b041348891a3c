import type { InlineUnitShape } from "../schema/shapes.ts";
import type { Path } from "../source/spec-file.ts";

/** A framework's id, then the ids of its entries. */
export type Maps = Readonly<Record<string, readonly string[]>>;

/** What a unit, an outcome or a criterion itself is mapped to, and where in the unit it is written. */
export interface WrittenMaps {
  /** Of the thing that is mapped, from the unit down. */
  readonly path: Path;
  readonly maps: Maps;
}

/** Every mapping of a unit as it stands, in file order but for the unit's own, which comes first. */
export function writtenMaps({ assessment, learningOutcomes }: InlineUnitShape): readonly WrittenMaps[] {
  const written = (path: Path, maps: Maps | undefined) => (maps === undefined ? [] : [{ path, maps }]);
  return [
    ...written(["assessment"], assessment?.maps),
    ...learningOutcomes.flatMap(({ maps, assessmentCriteria = [] }, at) => {
      const path = ["learningOutcomes", at];
      return [
        ...written(path, maps),
        ...assessmentCriteria.flatMap((one, place) =>
          typeof one === "string" ? [] : written([...path, "assessmentCriteria", place], one.maps),
        ),
      ];
    }),
  ];
}

/** The ids of the frameworks that a unit is mapped to, each once, in an order that does not hang on that of the keys. */
export function mappedFrameworks(unit: InlineUnitShape): readonly string[] {
  return [...new Set(writtenMaps(unit).flatMap(({ maps }) => Object.keys(maps)))].sort();
}
