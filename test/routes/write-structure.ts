import type { RouteBounds, RouteConstraint, Structure } from "../../src/routes/structure.ts";

/** A structure as a qualification file with its units. Levels are 1 or above. */
export function writeStructure(id: string, structure: Structure): string {
  const groups = structure.groups.map((group) => {
    const require = group.all ? "all" : boundsOf(group) === "" ? "any" : `{ ${boundsOf(group)} }`;
    return `    - { id: ${group.id}, title: ${group.id}, require: ${require}, units: [${group.members.join(", ")}] }\n`;
  });
  const constraints = structure.constraints.map((one) => `    - { ${constraintOf(one)} }\n`);
  const barred = structure.barred.map((set) => `[${set.join(", ")}]`);
  const units = structure.units.map(
    (unit) =>
      `  - { id: ${unit.id}, title: ${unit.id}, reference: none, level: ${unit.level}, credit: ${unit.credit}, guidedLearningHours: ${unit.guidedLearningHours}, totalUnitTime: ${unit.totalUnitTime}, aim: A, learningOutcomes: [{ outcome: Know, assessmentCriteria: [Describe it] }] }\n`,
  );
  return [
    `kind: qualification\nid: ${id}\ntitle: ${id}\nlevel: 3\nrulesOfCombination:\n  groups:\n${groups.join("")}`,
    constraints.length === 0 ? "" : `  constraints:\n${constraints.join("")}`,
    `  barred: [${barred.join(", ")}]\nunits:\n${units.join("")}`,
  ].join("");
}

function boundsOf({ credit, units }: { credit: RouteBounds | null; units: RouteBounds | null }): string {
  return [bounds("credit", credit), bounds("units", units)].filter((text) => text !== "").join(", ");
}

function constraintOf(one: RouteConstraint): string {
  return [boundsOf(one), bounds("atLevel", one.atLevel), list("groups", one.groups), list("from", one.from)]
    .filter((text) => text !== "")
    .join(", ");
}

function bounds(key: string, value: RouteBounds | null): string {
  if (value === null) return "";
  const sides = Object.entries(value).map(([side, limit]) => `${side}: ${limit}`);
  return `${key}: { ${sides.join(", ")} }`;
}

function list(key: string, ids: readonly string[] | null): string {
  return ids === null ? "" : `${key}: [${ids.join(", ")}]`;
}
