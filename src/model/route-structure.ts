import type { RouteBounds, Structure } from "../routes/structure.ts";
import type { ConstraintShape } from "../schema/shapes.ts";
import { levelRank } from "./level.ts";
import type { Level, Qualification, Unit } from "./types.ts";

/** The rules of combination of a qualification whose units are all known, in the solver's terms. */
export function structureOf({ units, groups, constraints, source }: Qualification): Structure {
  const rules = source.rulesOfCombination;
  return {
    units: units.map((unit) => ({
      id: unit.id,
      credit: figure(unit.credit, unit.source.credit),
      guidedLearningHours: figure(unit.guidedLearningHours, unit.source.guidedLearningHours),
      totalUnitTime: figure(unit.totalUnitTime, unit.source.totalUnitTime),
      level: unit.level === null ? null : levelRank(unit.level),
    })),
    groups: groups.map(({ id, require, units: members }) => ({
      id,
      all: require.all,
      credit: require.credit,
      units: require.units,
      members: members.map((member) => member.id),
    })),
    constraints: constraints.map(constraintOf),
    barred: rules?.barred ?? [],
    equivalent: rules?.equivalent ?? [],
    prerequisites: rules?.prerequisites ?? {},
    corequisites: rules?.corequisites ?? [],
    pathways: (rules?.pathways ?? []).map(({ id, groups: used }) => ({ id, groups: used ?? [] })),
  };
}

/** `none` counts 0; a figure that is left out is not known. */
function figure(value: number | null, written: Unit["source"]["credit"]): number | null {
  return written === "none" ? 0 : value;
}

function constraintOf(constraint: ConstraintShape): Structure["constraints"][number] {
  return {
    credit: constraint.credit ?? null,
    units: constraint.units ?? null,
    atLevel: constraint.atLevel === undefined ? null : ranks(constraint.atLevel),
    groups: constraint.groups ?? null,
    from: constraint.from ?? null,
    pathway: constraint.pathway ?? null,
  };
}

function ranks({ min, max }: NonNullable<ConstraintShape["atLevel"]>): RouteBounds {
  return {
    ...(min === undefined ? {} : { min: levelRank(min as Level) }),
    ...(max === undefined ? {} : { max: levelRank(max as Level) }),
  };
}
