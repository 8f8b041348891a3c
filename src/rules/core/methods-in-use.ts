import type { Criterion, Unit } from "../../model/types.ts";
import type { Path } from "../../source/spec-file.ts";

/** A list of methods as it is written, and the criteria that it is the nearest list for. */
export interface MethodsInUse {
  /** From the top of the unit. */
  readonly path: Path;
  readonly methods: readonly string[];
  readonly criteria: readonly Criterion[];
}

/** Every list of methods of a unit that one of the wanted criteria goes by: a slip in it is one slip, however many go by it. */
export function methodsInUse(unit: Unit, isWanted: (criterion: Criterion) => boolean): readonly MethodsInUse[] {
  const lists = new Map<string, MethodsInUse>();
  for (const [row, outcome] of unit.outcomes.entries()) {
    for (const [at, criterion] of outcome.criteria.entries()) {
      if (criterion.evidence.methods.length === 0 || !isWanted(criterion)) continue;
      const path = pathOfMethods(unit, row, at);
      const key = path.join("/");
      const known = lists.get(key)?.criteria ?? [];
      lists.set(key, { path, methods: criterion.evidence.methods, criteria: [...known, criterion] });
    }
  }
  return [...lists.values()];
}

/** The nearest list, in the order in which the model looks for it. */
function pathOfMethods({ source }: Unit, row: number, at: number): Path {
  const outcome = source.learningOutcomes[row];
  const criterion = outcome?.assessmentCriteria?.[at];
  if (typeof criterion === "object" && criterion.evidence?.methods !== undefined) {
    return ["learningOutcomes", row, "assessmentCriteria", at, "evidence", "methods"];
  }
  if (outcome?.evidence?.methods !== undefined) return ["learningOutcomes", row, "evidence", "methods"];
  return source.assessment?.evidence?.methods === undefined
    ? ["assessment", "methods"]
    : ["assessment", "evidence", "methods"];
}
