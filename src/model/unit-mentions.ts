import type { QualificationShape } from "../schema/shapes.ts";
import type { Path } from "../source/spec-file.ts";

/** A unit named by the rules of combination outside a group's list. */
export interface UnitMention {
  readonly id: string;
  /** From the top of the qualification's file. */
  readonly path: Path;
  /** `equivalent` and `selfAssessment` may name a unit that stands in no group; the others may not. */
  readonly needsGroup: boolean;
}

export function unitMentions(source: QualificationShape): readonly UnitMention[] {
  const rules = source.rulesOfCombination;
  const top: Path = ["rulesOfCombination"];
  const inSets = (key: "barred" | "equivalent" | "corequisites") =>
    (rules?.[key] ?? []).flatMap((set, row) =>
      set.map((id, column) => ({ id, path: [...top, key, row, column], needsGroup: key !== "equivalent" })),
    );
  const inConstraints = (rules?.constraints ?? []).flatMap(({ from = [] }, row) =>
    from.map((id, column) => ({ id, path: [...top, "constraints", row, "from", column], needsGroup: true })),
  );
  const inPrerequisites = Object.entries(rules?.prerequisites ?? {}).flatMap(([unit, needed]) => [
    { id: unit, path: [...top, "prerequisites", unit], needsGroup: true },
    ...needed.map((id, column) => ({ id, path: [...top, "prerequisites", unit, column], needsGroup: true })),
  ]);
  const inSelfAssessment = (source.selfAssessment?.statements ?? []).flatMap(({ unit }, row) =>
    unit === undefined ? [] : [{ id: unit, path: ["selfAssessment", "statements", row, "unit"], needsGroup: true }],
  );
  return [
    ...inConstraints,
    ...inSets("barred"),
    ...inSets("equivalent"),
    ...inPrerequisites,
    ...inSets("corequisites"),
    ...inSelfAssessment,
  ];
}
