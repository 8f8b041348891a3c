import type { GroupShape, QualificationShape } from "../schema/shapes.ts";
import type { SpecFile } from "../source/spec-file.ts";
import { amount, buildUnit, type FindFramework } from "./build-unit.ts";
import type { Group, Level, Origin, Qualification, Requirement, Unit, UnitReference } from "./types.ts";

/** What a reference to a unit leads to: the unit, a file that is broken and has its own findings, or nothing. */
export type FindUnit = (id: string) => Unit | "broken" | null;

/** A qualification from data that has its shape; `findUnit` and `findFramework` know what stands in other files. */
export function buildQualification(
  spec: SpecFile,
  source: QualificationShape,
  language: string,
  findUnit: FindUnit,
  findFramework: FindFramework = () => null,
): Qualification {
  const own = source.language ?? language;
  const inlineUnits = (source.units ?? []).map((unit, position) =>
    buildUnit(spec, ["units", position], unit, own, findFramework),
  );
  const find: FindUnit = (id) => inlineUnits.find((unit) => unit.id === id) ?? findUnit(id);
  const groups = source.rulesOfCombination?.groups?.map((group, position) =>
    buildGroup({ spec, path: ["rulesOfCombination", "groups", position] }, group, find),
  ) ?? [allMandatory(spec, inlineUnits)];
  const references = groups.flatMap((group) => group.units);
  const units = [...new Set(references.flatMap(({ unit }) => unit ?? []))];
  return {
    type: "qualification",
    origin: { spec, path: [] },
    source,
    id: source.id,
    title: source.title,
    levels: (source.levels ?? (source.level === undefined ? [] : [source.level])) as readonly Level[],
    credit: amount(source.credit),
    guidedLearningHours: amount(source.guidedLearningHours),
    totalQualificationTime: amount(source.totalQualificationTime),
    groups,
    constraints: source.rulesOfCombination?.constraints ?? [],
    units,
    inlineUnits,
    isComplete: references.every(({ unit }) => unit !== null),
    language: own,
  };
}

function buildGroup(origin: Origin, source: GroupShape, find: FindUnit): Group {
  return {
    origin,
    id: source.id,
    title: source.title ?? `Group ${source.id}`,
    require: readRequirement(source.require),
    units: (source.units ?? []).map((id, position) => {
      const found = find(id);
      return reference({ spec: origin.spec, path: [...origin.path, "units", position] }, id, found);
    }),
  };
}

function readRequirement(require: GroupShape["require"]): Requirement {
  if (require === undefined || typeof require === "string")
    return { all: require !== "any", credit: null, units: null };
  return { all: false, credit: require.credit ?? null, units: require.units ?? null };
}

function reference(origin: Origin, id: string, found: Unit | "broken" | null): UnitReference {
  return { origin, id, unit: found === "broken" ? null : found, isBroken: found === "broken" };
}

/** Without rules of combination every unit is mandatory. */
function allMandatory(spec: SpecFile, units: readonly Unit[]): Group {
  return {
    origin: { spec, path: ["units"] },
    id: "mandatory",
    title: "Mandatory units",
    require: { all: true, credit: null, units: null },
    units: units.map((unit) => reference(unit.origin, unit.id, unit)),
  };
}
