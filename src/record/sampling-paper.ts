import type { LearnerRecord } from "./learner-record.ts";
import type { PaperMap } from "./paper-map.ts";
import { learnersOf } from "./sampling.ts";

/** How many rows the paper has for assessors. */
const assessorRows = 4;

/**
 * The plan with those fields of the paper filled that its learners' files are sure of: who assesses, and which learners
 * there are for each unit. What a person wrote there stays; what stands there from the files before follows them.
 */
export function withPaperFields(map: PaperMap, before: LearnerRecord, now: LearnerRecord): LearnerRecord {
  const fields = { ...now.fields };
  const old = unitFields(map, before);
  for (const [name, value] of unitFields(map, now)) {
    const written = fields[name];
    if (written !== undefined && written !== old.get(name)) continue;
    if (value === "") delete fields[name];
    else fields[name] = value;
  }
  return { ...now, fields: withAssessors(map, now, fields) };
}

function unitFields(map: PaperMap, plan: LearnerRecord): ReadonlyMap<string, string> {
  const learners = learnersOf(map, plan);
  return new Map(
    map.units.flatMap(({ id }): readonly [string, string][] => {
      const own = learners.filter(({ units }) => units.some((unit) => unit.id === id && unit.state !== "not-started"));
      return [
        [`${id}..units.assessor`, joined(own.map(({ assessor }) => assessor))],
        [`${id}..units.learners`, joined(own.map(({ name }) => name))],
      ];
    }),
  );
}

/** A row with a risk beside it is about the assessor who stands there: only empty rows are filled. */
function withAssessors(
  map: PaperMap,
  plan: LearnerRecord,
  fields: Readonly<Record<string, string>>,
): LearnerRecord["fields"] {
  const rows = Array.from({ length: assessorRows }, (_, at) => `assessors.${at + 1}.`);
  const free = rows.filter((row) => !Object.keys(fields).some((name) => name.startsWith(row)));
  const listed = rows.map((row) => fields[`${row}assessor`]?.trim().toLowerCase());
  const names = new Set(learnersOf(map, plan).map(({ assessor }) => assessor));
  const missing = [...names].filter((name) => name !== "" && !listed.includes(name.toLowerCase()));
  const added = missing.slice(0, free.length).map((name, at) => [`${free[at]}assessor`, name] as const);
  return { ...fields, ...Object.fromEntries(added) };
}

function joined(names: readonly string[]): string {
  return [...new Set(names)].filter((name) => name !== "").join(", ");
}
